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
final class MappedFile implements AutoCloseable {
  private static final int READ_AT_MOST = 1 << 23;

  private final FileChannel channel;
  private final long size;
  private final int windowSize;
  private final List<Window> windows;

  private MappedFile(FileChannel channel, long size, int windowSize, List<Window> windows) {
    this.channel = channel;
    this.size = size;
    this.windowSize = windowSize;
    this.windows = windows;
  }

  /**
   * Opens a regular file; its windows outlast its being closed.
   *
   * @param windowSize bytes in which a window's own records begin; 2^30, or less in tests
   */
  static MappedFile open(Path file, int windowSize) throws IOException {
    FileChannel channel = FileChannel.open(file);
    try {
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
      return new MappedFile(channel, size, windowSize, windows);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
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
    Ahead ahead = start().isDirect() ? new Ahead(channel) : null;
    long at = 0;
    for (Window window : windows) {
      int from = (int) (at - window.start());
      while (from < own(window)) {
        Window near = ahead == null ? window : ahead.read(window, from);
        int next = parse(intake, window, near, from);
        if (next < 0) {
          return;
        }
        from = next;
        progress.rows(rows.snapshot(true, near));
        if (!progress.read(window.start() + from, size)) {
          rows.addProblem(window.start() + from, "problem.stopped");
          return;
        }
      }
      at = window.start() + from;
    }
    if (size == 0) {
      intake.end(windows.getFirst(), 0, 0);
    }
  }

  /** Reads the rows of a part of a window; where the next one begins, or -1 if there is none. */
  private int parse(Intake intake, Window window, Window near, int from) {
    int limit = window.bytes().limit();
    int shift = near.skipped();
    int before = Math.min(own(window), near.end());
    int next = shift + intake.parse(near, from - shift, near.bytes().limit(), before - shift);
    if (next == from) {
      // The record is longer than the part.
      next = intake.parse(window, from, limit, from + 1);
    }
    if (next == from || next < before && near.end() == limit) {
      intake.end(window, next, limit);
      return -1;
    }
    return next;
  }
}
