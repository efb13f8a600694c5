package wireflight.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Copies a mapped file into memory, part after part, for a pass from its first byte to its last.
 *
 * <p>Whoever strides over a mapping waits at nearly every packet: for a page to be brought in, for
 * its address to be looked up, for its bytes. A plain read brings a part in at once, and all that a
 * pass looks at lies at hand then.
 *
 * <p>There are two buffers, so that a part stays as it is until the part after the next is read.
 * Not thread-safe.
 */
final class Ahead {
  /** Bytes of a part: few enough for a processor's caches, many packets all the same. */
  static final int PART = 1 << 21;

  private final FileChannel channel;
  private ByteBuffer next = ByteBuffer.allocateDirect(PART);
  private ByteBuffer latest = ByteBuffer.allocateDirect(PART);

  Ahead(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * The part of a window that begins at a byte of it; the window itself where that part cannot be
   * read.
   */
  Window read(Window window, int from) {
    ByteBuffer buffer = next.clear();
    buffer.limit(Math.min(PART, window.bytes().limit() - from));
    long start = window.start() + from;
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, start + buffer.position()) < 0) {
          return window;
        }
      }
    } catch (IOException e) {
      return window;
    }
    next = latest;
    latest = buffer;
    return window.part(from, buffer.flip().asReadOnlyBuffer());
  }
}
