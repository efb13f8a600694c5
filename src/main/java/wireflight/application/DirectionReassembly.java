package wireflight.application;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts one direction of a TCP connection in order (RFC 9293, section 3.10.7.4).
 *
 * <p>What came first stays: later copies of a byte are dropped. Bytes that come before their turn
 * are held; the hole before them is given up, and told as a gap, when too much is held, when the
 * receiver acknowledged it long ago (so it arrived there, and only the capture missed it), or when
 * the stream ends.
 */
final class DirectionReassembly {
  /** The most bytes held of one direction: as much as a receiver with a large window holds. */
  static final int MOST_HELD_BYTES = 4 << 20;

  /** The most pieces held of one direction. */
  static final int MOST_HELD_PIECES = 4096;

  /** Packets after which an acknowledged hole is given up: captures reorder by a few. */
  private static final int PATIENCE = 8;

  /** What a held piece costs beside its bytes, which stay in the frame's buffer. */
  private static final int OVERHEAD = 128;

  private final boolean fromClient;
  private final StreamListener listener;
  private final Budget budget;
  private final TreeMap<Long, Piece> held = new TreeMap<>();
  private boolean known;
  private int nextSequence;
  private long next;
  private long heldBytes;
  private long finAt = -1;
  private long acknowledged;
  private int acknowledgedAgo;
  private boolean ended;

  DirectionReassembly(boolean fromClient, StreamListener listener, Budget budget) {
    this.fromClient = fromClient;
    this.listener = listener;
    this.budget = budget;
  }

  /**
   * The first byte's sequence number, by a SYN or by the first segment seen. A SYN knows better
   * than what was seen before it.
   */
  void startAt(int sequence, boolean syn) {
    if (!known || syn && isUntouched()) {
      known = true;
      nextSequence = sequence;
    }
  }

  /** Where a sequence number lies in the stream, near the next byte awaited. */
  long offsetOf(int sequence) {
    return next + (sequence - nextSequence);
  }

  /** Whether no data has come. */
  boolean isUntouched() {
    return next == 0 && held.isEmpty();
  }

  boolean ended() {
    return ended;
  }

  /** Takes a segment's data. */
  void data(Piece piece) {
    if (ended || piece.end() <= next) {
      return;
    }
    if (piece.offset() <= next) {
      tell(piece);
      drain();
    } else {
      hold(piece);
    }
  }

  /** The stream ends at this offset. */
  void fin(long offset) {
    if (finAt < 0 && offset >= next && !isUntouched()) {
      finAt = offset;
    }
    endIfAll();
  }

  /** The receiver has everything before this sequence number. */
  void acknowledge(int sequence) {
    if (known && !ended) {
      long offset = offsetOf(sequence);
      if (offset > acknowledged) {
        acknowledged = offset;
        acknowledgedAgo = 0;
      }
    }
  }

  /** Another packet of the connection went by. */
  void packetSeen() {
    if (!held.isEmpty() && acknowledged >= held.firstKey() && ++acknowledgedAgo >= PATIENCE) {
      acknowledgedAgo = 0;
      skipHole();
    }
  }

  /** Nothing more will come: tells what is held, and the end. */
  void finish() {
    while (!held.isEmpty()) {
      skipHole();
    }
    if (!ended) {
      end();
    }
  }

  private void hold(Piece piece) {
    Piece same = held.get(piece.offset());
    if (same != null && same.length() >= piece.length()) {
      return;
    }
    release(held.put(piece.offset(), piece));
    heldBytes += piece.length() + OVERHEAD;
    budget.take(piece.length() + OVERHEAD);
    while (!held.isEmpty()
        && (heldBytes > MOST_HELD_BYTES || held.size() > MOST_HELD_PIECES || !budget.allows(0))) {
      skipHole();
    }
  }

  private void skipHole() {
    gap(held.firstKey());
    drain();
  }

  private void gap(long to) {
    if (to > next) {
      long from = next;
      advance(to);
      listener.gap(fromClient, from, to - from);
    }
  }

  private void drain() {
    while (!held.isEmpty() && held.firstKey() <= next) {
      Piece piece = held.pollFirstEntry().getValue();
      release(piece);
      if (piece.end() > next) {
        tell(piece);
      }
    }
    endIfAll();
  }

  private void release(@Nullable Piece piece) {
    if (piece != null) {
      heldBytes -= piece.length() + OVERHEAD;
      budget.giveBack(piece.length() + OVERHEAD);
    }
  }

  private void tell(Piece piece) {
    Chunk chunk = piece.without((int) (next - piece.offset()));
    if (chunk.length() > 0) {
      advance(chunk.end());
      listener.data(fromClient, chunk);
    }
    gap(piece.end());
  }

  private void advance(long to) {
    nextSequence += (int) (to - next);
    next = to;
  }

  private void endIfAll() {
    if (!ended && finAt >= 0 && next >= finAt) {
      end();
    }
  }

  private void end() {
    ended = true;
    listener.end(fromClient);
  }
}
