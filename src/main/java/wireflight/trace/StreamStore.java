package wireflight.trace;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps bytes as they arrive and reads their whole records at once.
 *
 * <p>Bytes lie in chunks that are filled once and never change; a record that does not fit a
 * chunk's rest begins the next one. Memory follows what arrived, never what a record claims. Not
 * thread-safe.
 */
final class StreamStore {
  private static final int FIRST_CHUNK = 1 << 16;
  private static final int CHUNK = 1 << 20;

  private final Rows rows;
  private final Intake intake;
  private final List<Extent> full = new ArrayList<>();
  private byte[] chunk = new byte[FIRST_CHUNK];
  private Window window;
  private int filled;
  private int parsed;

  StreamStore(Rows rows) {
    this.rows = rows;
    this.intake = new Intake(rows);
    this.window = window(0, 0);
  }

  private Window window(int index, long start) {
    Window begun = new Window(index, start, ByteBuffer.wrap(chunk).asReadOnlyBuffer());
    rows.setWindow(begun);
    return begun;
  }

  void append(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (filled == chunk.length) {
        nextChunk();
      }
      int some = Math.min(bytes.remaining(), chunk.length - filled);
      bytes.get(chunk, filled, some);
      filled += some;
      parsed = intake.parse(window, parsed, filled, filled);
    }
  }

  /** Begins a chunk with the record that is under way; a record longer than a chunk grows it. */
  private void nextChunk() {
    int from = intake.lost() ? filled : parsed;
    int carried = filled - from;
    byte[] former = chunk;
    int index = window.index();
    if (from > 0) {
      full.add(new Extent(window.bytes(), from));
      index++;
    }
    chunk = new byte[Math.max(CHUNK, Math.multiplyExact(carried, 2))];
    System.arraycopy(former, from, chunk, 0, carried);
    window = window(index, window.start() + from);
    filled = carried;
    parsed = 0;
  }

  /** How many bytes have arrived. */
  long size() {
    return window.start() + filled;
  }

  void end() {
    intake.end(window, parsed, filled);
  }

  /** The bytes of whole records so far, and of everything where damage hides what a record is. */
  List<Extent> extents() {
    List<Extent> extents = new ArrayList<>(full);
    int sound = intake.lost() ? filled : parsed;
    extents.add(new Extent(window.bytes(), sound));
    return extents;
  }
}
