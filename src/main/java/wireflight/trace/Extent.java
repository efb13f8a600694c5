package wireflight.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.List;

/**
 * The first bytes of a window that belong to it alone; the extents of a recording in order are its
 * bytes.
 */
record Extent(ByteBuffer bytes, int length) {
  /** Writes a file that is whole or not there. */
  static void save(List<Extent> extents, Path file) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          WritableByteChannel channel = Channels.newChannel(out);
          for (Extent extent : extents) {
            ByteBuffer left = extent.bytes.slice(0, extent.length);
            while (left.hasRemaining()) {
              channel.write(left);
            }
          }
        });
  }
}
