package wireflight.lab;

/**
 * Chance that can be had again: whether the packet of some number is lost depends on the seed and
 * that number alone.
 *
 * <p>The steps are such as a classic BPF program can make, so that kernel and recording agree.
 *
 * @param percent how many packets of a hundred are lost, 1 to 99
 * @param seed any number; another one loses other packets
 */
record Dice(int percent, int seed) {
  /** Odd numbers whose products spread over all 32 bits. */
  static final int SPREAD = 0x9e3779b1;

  static final int STIR = 0x85ebca6b;
  static final int[] SHIFTS = {15, 13, 16};

  /** What is added before the bits are stirred. */
  int start() {
    return (seed + 1) * 0x27d4eb2f;
  }

  /** Lost is what comes out below this, unsigned. */
  int limit() {
    return (int) ((1L << 32) * percent / 100);
  }

  /** Whether the packet of this number, counted from 0, is lost. */
  boolean loses(int number) {
    int mixed = (number & 0xffff) * SPREAD + start();
    for (int shift : SHIFTS) {
      mixed = (mixed ^ mixed >>> shift) * STIR;
    }
    return Integer.compareUnsigned(mixed, limit()) < 0;
  }
}
