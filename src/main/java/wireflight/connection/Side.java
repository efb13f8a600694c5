package wireflight.connection;

/** What is known of one direction of a TCP connection: what its sender said so far. */
final class Side {
  static final int SCALE_UNKNOWN = -1;
  static final int SCALE_OFF = -2;

  /** The initial sequence number, or one before the first seen; relative numbers count from it. */
  int base;

  boolean baseKnown;

  /** The end of the highest sequence number seen; 0 before that. */
  int next;

  boolean nextKnown;
  int nextRow = Columns.NONE;
  long nextTime;

  /**
   * How far everything was seen without a hole; acknowledging more means the capture lacks some.
   */
  int contiguous;

  boolean contiguousKnown;

  /**
   * Whether an acknowledgment beyond everything seen was already remarked on; told again only after
   * this direction acknowledged something new.
   */
  boolean beyondSaid;

  int lastAck;
  boolean lastAckKnown;
  int lastAckRow;
  long lastAckTime;
  int freshAckRow;
  int duplicateAcks;

  int lastWindow;
  boolean windowKnown;
  int lastRow = Columns.NONE;
  boolean lastWasKeepAlive;
  boolean lastWasProbe;
  boolean nonSynSeen;
  int scale = SCALE_UNKNOWN;

  final SentSegments sent = new SentSegments();

  /** How far the window is shifted when shown. */
  int shift() {
    return Math.max(0, scale);
  }
}
