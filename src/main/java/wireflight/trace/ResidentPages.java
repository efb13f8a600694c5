package wireflight.trace;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a mapped file occupies of the memory small, however large the file is.
 *
 * <p>A pass over a file touches every page of its mapping, and the system counts them all as this
 * process's. The file is taken in stretches, of which the {@value #SLOTS} latest ones stay: with
 * one more, the pages of an earlier one are handed back (madvise, MADV_DONTNEED). They stay in the
 * system's cache and come back by themselves when touched again. That leaves room for several
 * passes at once, one somewhat behind the other. Elsewhere than on Linux nothing is handed back,
 * and nothing else differs.
 *
 * <p>May be told of touches by any thread: a stretch that is missed for a race is one that stays
 * resident for a while longer.
 */
final class ResidentPages {
  private static final int STRETCH_BITS = 21;
  private static final int SLOTS = 16;
  private static final int DONT_NEED = 4;

  /** The latest stretches, each in the slot that its number's last bits name; -1 for none. */
  private final long[] latest = new long[SLOTS];

  ResidentPages() {
    Arrays.fill(latest, -1);
  }

  /** A byte at a {@link Window#position} is about to be read from one of the windows. */
  void touched(long position, ByteBuffer[] windows) {
    long stretch = position >>> STRETCH_BITS;
    int slot = (int) stretch & SLOTS - 1;
    long left = latest[slot];
    if (stretch != left) {
      latest[slot] = stretch;
      if (left >= 0) {
        handBack(left << STRETCH_BITS, windows);
      }
    }
  }

  private static void handBack(long position, ByteBuffer[] windows) {
    if (Window.index(position) >= windows.length) {
      return; // another thread went on to a window that this snapshot does not have
    }
    ByteBuffer bytes = windows[Window.index(position)];
    MethodHandle advise = bytes.isDirect() ? Native.MADVISE : null;
    int from = Window.offset(position);
    long length = Math.min(bytes.limit() - (long) from, 1 << STRETCH_BITS);
    if (advise == null || length <= 0) {
      return;
    }
    long address = MemorySegment.ofBuffer(bytes).address() - bytes.position() + from;
    try {
      // The answer does not matter: at worst the pages stay.
      int ignored = (int) advise.invokeExact(address, length, DONT_NEED);
    } catch (Throwable impossible) {
      throw new IllegalStateException("calling madvise failed", impossible);
    }
  }

  /** Looked up only when a mapped file is large enough to have a second stretch. */
  private static final class Native {
    static final @Nullable MethodHandle MADVISE = find();

    private static @Nullable MethodHandle find() {
      if (!System.getProperty("os.name", "").startsWith("Linux")) {
        return null;
      }
      Linker linker = Linker.nativeLinker();
      return linker
          .defaultLookup()
          .find("madvise")
          .map(
              symbol ->
                  linker.downcallHandle(
                      symbol,
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT,
                          ValueLayout.JAVA_LONG,
                          ValueLayout.JAVA_LONG,
                          ValueLayout.JAVA_INT)))
          .orElse(null);
    }
  }
}
