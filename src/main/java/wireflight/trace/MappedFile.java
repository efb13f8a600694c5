package wireflight.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole file as windows over its bytes: small files are read, large ones mapped.
 *
 * <p>Windows overlap by the longest record, so that a record lies whole in the window in which it
 * begins. A mapping ends when nothing refers to it any more.
 */
final class MappedFile {
  private static final int READ_AT_MOST = 1 << 23;
  private static final int REPORT_EVERY = 1 << 22;

  private final long size;
  private final int windowSize;
  private final List<Window> windows;

  private MappedFile(long size, int windowSize, List<Window> windows) {
    this.size = size;
    this.windowSize = windowSize;
    this.windows = windows;
  }

  /**
   * Opens a regular file.
   *
   * @param windowSize bytes in which a window's own records begin; 2^30, or less in tests
   */
  static MappedFile open(Path file, int windowSize) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      List<Window> windows = new ArrayList<>();
      long start = 0;
      do {
        long length = Math.min(size - start, (long) windowSize + RecordParser.LONGEST_RECORD);
        ByteBuffer bytes =
            size <= READ_AT_MOST
                ? read(channel, start, (int) length)
                : channel.map(MapMode.READ_ONLY, start, length);
        windows.add(new Window(windows.size(), start, bytes));
        start += windowSize;
      } while (start < size);
      return new MappedFile(size, windowSize, windows);
    }
  }

  private static ByteBuffer read(FileChannel channel, long start, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
      // Until it is full, or the file has become shorter.
    }
    return bytes.flip().slice().asReadOnlyBuffer();
  }

  long size() {
    return size;
  }

  /** The file's first bytes. */
  ByteBuffer start() {
    return windows.getFirst().bytes();
  }

  List<Extent> extents() {
    return windows.stream().map(window -> new Extent(window.bytes(), own(window))).toList();
  }

  private int own(Window window) {
    return Math.min(window.bytes().limit(), windowSize);
  }

  /** Reads all rows. */
  void read(Rows rows, ReadProgress progress) {
    windows.forEach(rows::setWindow);
    Intake intake = new Intake(rows);
    long at = 0;
    for (Window window : windows) {
      int limit = window.bytes().limit();
      int from = (int) (at - window.start());
      while (from < own(window)) {
        int stopAt = (int) Math.min(own(window), (long) from + REPORT_EVERY);
        int next = intake.parse(window, from, limit, stopAt);
        if (next < stopAt) {
          intake.end(window, next, limit);
          return;
        }
        from = next;
        progress.rows(rows.snapshot(true));
        if (!progress.read(window.start() + from, size)) {
          rows.addProblem(window.start() + from, "Reading was stopped here, as asked.");
          return;
        }
      }
      at = window.start() + from;
    }
    if (size == 0) {
      intake.end(windows.getFirst(), 0, 0);
    }
  }
}
