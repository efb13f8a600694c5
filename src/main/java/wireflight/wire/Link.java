package wireflight.wire;

/**
 * How one direction of the wire carries packets. Packets stay in order unless {@code reorder} or a
 * rule says otherwise.
 *
 * @param delayNanos from one end to the other, at least 0
 * @param jitterNanos up to so much more, by chance
 * @param bitsPerSecond how fast packets are put onto the line, headers from IP on counted; 0 for at
 *     once
 * @param queue how many packets may wait for the line before further ones are dropped
 * @param mtu the longest packet, in bytes from the IP header on
 * @param loss the share of packets lost by chance, 0 to 1
 * @param duplicate the share delivered twice
 * @param reorder the share that the next packet overtakes
 * @param damage the share in which a bit is turned over
 * @param seed of chance: the same seed gives the same choices
 */
public record Link(
    long delayNanos,
    long jitterNanos,
    long bitsPerSecond,
    int queue,
    int mtu,
    double loss,
    double duplicate,
    double reorder,
    double damage,
    long seed) {
  /** Carries all at once. */
  public static final Link PLAIN =
      new Link(0, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0, 0, 0, 1);

  public Link withDelay(long nanos) {
    return new Link(
        nanos, jitterNanos, bitsPerSecond, queue, mtu, loss, duplicate, reorder, damage, seed);
  }

  public Link withJitter(long nanos) {
    return new Link(
        delayNanos, nanos, bitsPerSecond, queue, mtu, loss, duplicate, reorder, damage, seed);
  }

  public Link withRate(long bits) {
    return new Link(
        delayNanos, jitterNanos, bits, queue, mtu, loss, duplicate, reorder, damage, seed);
  }

  public Link withQueue(int packets) {
    return new Link(
        delayNanos,
        jitterNanos,
        bitsPerSecond,
        packets,
        mtu,
        loss,
        duplicate,
        reorder,
        damage,
        seed);
  }

  public Link withMtu(int bytes) {
    return new Link(
        delayNanos,
        jitterNanos,
        bitsPerSecond,
        queue,
        bytes,
        loss,
        duplicate,
        reorder,
        damage,
        seed);
  }

  public Link withLoss(double share) {
    return new Link(
        delayNanos,
        jitterNanos,
        bitsPerSecond,
        queue,
        mtu,
        share,
        duplicate,
        reorder,
        damage,
        seed);
  }

  public Link withDuplicate(double share) {
    return new Link(
        delayNanos, jitterNanos, bitsPerSecond, queue, mtu, loss, share, reorder, damage, seed);
  }

  public Link withReorder(double share) {
    return new Link(
        delayNanos, jitterNanos, bitsPerSecond, queue, mtu, loss, duplicate, share, damage, seed);
  }

  public Link withDamage(double share) {
    return new Link(
        delayNanos, jitterNanos, bitsPerSecond, queue, mtu, loss, duplicate, reorder, share, seed);
  }

  public Link withSeed(long number) {
    return new Link(
        delayNanos,
        jitterNanos,
        bitsPerSecond,
        queue,
        mtu,
        loss,
        duplicate,
        reorder,
        damage,
        number);
  }
}
