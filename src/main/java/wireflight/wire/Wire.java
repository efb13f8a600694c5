package wireflight.wire;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import wireflight.trace.WireVerdict;

/**
 * Device 1, Device 2 and what joins them: two real kernel stacks, and a network that does what it
 * is asked to.
 *
 * <p>Needs Linux, the right to make networks (root, or a user namespace) and {@code /dev/net/tun}.
 * Closing it, or the end of the process in whatever way, leaves nothing behind. Any thread may
 * call.
 */
public final class Wire implements AutoCloseable {
  private final Device first;
  private final Device second;
  private final Direction there;
  private final Direction back;

  private Wire(Device first, Device second, Consumer<WireVerdict> verdicts) {
    this.first = first;
    this.second = second;
    AtomicLong numbers = new AtomicLong();
    this.there = new Direction(first, second, numbers, verdicts);
    this.back = new Direction(second, first, numbers, verdicts);
  }

  /** Which packets: those from one device, or from both. */
  public enum From {
    DEVICE_1,
    DEVICE_2,
    BOTH
  }

  /**
   * Makes both devices and joins them; packets then pass at once.
   *
   * @param verdicts is told what becomes of every packet, on the threads of the wire
   * @throws IOException with a sentence, where this machine does not allow it
   */
  public static Wire open(Consumer<WireVerdict> verdicts) throws IOException {
    Device first = Device.open(1);
    try {
      Wire wire = new Wire(first, Device.open(2), verdicts);
      wire.there.start();
      wire.back.start();
      return wire;
    } catch (IOException e) {
      first.close();
      throw e;
    }
  }

  /** A device by its number, 1 or 2. */
  public Device device(int number) {
    return number == 1 ? first : second;
  }

  /** Both, in order. */
  public List<Device> devices() {
    return List.of(first, second);
  }

  private Stream<Direction> directions(From from) {
    return switch (from) {
      case DEVICE_1 -> Stream.of(there);
      case DEVICE_2 -> Stream.of(back);
      case BOTH -> Stream.of(there, back);
    };
  }

  private void each(From from, Consumer<Passage> change) {
    directions(from).forEach(direction -> direction.change(change));
  }

  /** Changes how packets are carried from now on. */
  public void change(From from, UnaryOperator<Link> change) {
    each(from, passage -> passage.set(change.apply(passage.link())));
  }

  /**
   * Asks for something exact. Packets are counted from now on, in each direction by itself.
   *
   * @param port of the sender; 0 for any
   * @param numbers which of the packets of this kind, from 1, ascending; none for every one
   */
  public void ask(
      From from, Action action, PacketKind kind, IntSupplier port, List<Integer> numbers) {
    each(from, passage -> passage.add(new Rule(action, kind, port, numbers)));
  }

  /** Forgets everything exact that was asked for and has not come about yet. */
  public void forget(From from) {
    each(from, Passage::forget);
  }

  /** From now on every packet waits for a decision. */
  public void hold(From from) {
    each(from, Passage::hold);
  }

  /** Packets pass again; those that waited go on their way in order. */
  public void flow(From from) {
    each(from, Passage::flow);
  }

  /** The numbers of the packets that wait for a decision, those from Device 1 first. */
  public List<Long> held(From from) {
    return directions(from)
        .flatMap(direction -> direction.ask(Passage::held).stream())
        .map(Transit::packet)
        .toList();
  }

  /** Lets a held packet go on; without effect where none of this number is held. */
  public void release(long packet) {
    each(From.BOTH, passage -> passage.release(packet, false));
  }

  /** Lets a held packet go on twice. */
  public void duplicate(long packet) {
    each(From.BOTH, passage -> passage.release(packet, true));
  }

  /**
   * Lets a held packet and the one that is held after it, from the same device, go on in the other
   * order; without effect where none is held after it.
   */
  public void swap(long packet) {
    each(From.BOTH, passage -> passage.swap(packet));
  }

  /** Throws a held packet away. */
  public void discard(long packet) {
    each(From.BOTH, passage -> passage.discard(packet));
  }

  /** Whether no packet is on its way that will come soon, or held. */
  public boolean idle() {
    return there.isIdle() && back.isIdle();
  }

  @Override
  public void close() {
    there.close();
    back.close();
    first.close();
    second.close();
  }
}
