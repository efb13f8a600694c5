package wireflight.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages captures as a seed has it: bytes changed, cut off, left out, repeated, spliced in. */
final class Mutation {
  /** Of larger captures only the beginning is taken, so that many cases fit in little time. */
  private static final int MOST_BYTES = 1 << 17;

  private static final int[] TELLING = {
    0, 1, -1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 6, 9, 28
  };

  private final List<Path> captures;
  private final Random random;

  Mutation(List<Path> captures, long seed) {
    this.captures = captures;
    this.random = new Random(seed);
  }

  /** A damaged capture. */
  byte[] bytes() {
    byte[] bytes = any();
    if (random.nextInt(4) == 0) {
      // Whole captures one after the other: in pcapng, sections.
      byte[] second = random.nextBoolean() ? bytes : any();
      bytes = spliced(bytes, bytes.length, 0, second);
    }
    for (int count = 1 + random.nextInt(8); count > 0 && bytes.length > 8; count--) {
      bytes = damaged(bytes);
    }
    return bytes;
  }

  private byte[] any() {
    Path capture = captures.get(random.nextInt(captures.size()));
    try (var in = Files.newInputStream(capture)) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] damaged(byte[] bytes) {
    int at = place(bytes);
    int length = 1 + random.nextInt(Math.min(2000, bytes.length - at));
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> spliced(bytes, at, length, new byte[0]);
      case 2 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      case 3 -> {
        byte[] other = any();
        int from = place(other) & ~3;
        int most = Math.min(other.length - from, 1 + random.nextInt(4000));
        yield spliced(bytes, at & ~3, 0, Arrays.copyOfRange(other, from, from + most));
      }
      case 4 -> {
        bytes[at] = (byte) random.nextInt();
        yield bytes;
      }
      case 5 -> {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        yield bytes;
      }
      default -> {
        number(bytes, at, TELLING[random.nextInt(TELLING.length)]);
        yield bytes;
      }
    };
  }

  /** A place anywhere, or among the first bytes, where headers stand. */
  private int place(byte[] bytes) {
    int most = random.nextInt(3) == 0 ? Math.min(bytes.length, 300) : bytes.length;
    return random.nextInt(most);
  }

  /** A telling number of one, two or four bytes in either order. */
  private void number(byte[] bytes, int at, int value) {
    int size = Math.min(1 << random.nextInt(3), bytes.length - at);
    boolean big = random.nextBoolean();
    for (int i = 0; i < size; i++) {
      bytes[at + (big ? size - 1 - i : i)] = (byte) (value >> 8 * i);
    }
  }

  private static byte[] spliced(byte[] bytes, int at, int without, byte[] with) {
    byte[] whole = new byte[bytes.length - without + with.length];
    System.arraycopy(bytes, 0, whole, 0, at);
    System.arraycopy(with, 0, whole, at, with.length);
    System.arraycopy(bytes, at + without, whole, at + with.length, bytes.length - at - without);
    return whole;
  }
}
