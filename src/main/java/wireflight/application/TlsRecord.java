package wireflight.application;

/** The header of a TLS record (RFC 8446, section 5.1). */
final class TlsRecord {
  /** Bytes of a record's header. */
  static final int HEADER = 5;

  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION_DATA = 23;
  static final int HEARTBEAT = 24;

  /** The longest record that any version allows (RFC 5246, section 6.2.3). */
  static final int LONGEST = (1 << 14) + 2048;

  private TlsRecord() {}

  /** Whether what has come may be the start of a stream of TLS: a record with this handshake. */
  static boolean mayStart(Inbox in, int handshake) {
    boolean type = in.at(0) == HANDSHAKE;
    boolean major = in.size() < 2 || in.at(1) == 3;
    boolean minor = in.size() < 3 || in.at(2) <= 4;
    boolean length = in.size() < 5 || in.shortAt(3) >= 4 && in.shortAt(3) <= LONGEST;
    boolean hello = in.size() < 6 || in.at(5) == handshake;
    return type && major && minor && length && hello;
  }

  /** Whether the unread bytes begin with a ClientHello. */
  static boolean startsHello(Inbox in) {
    return in.size() > HEADER + 1
        && mayStart(in, 1)
        && in.at(HEADER) == 1
        && in.at(HEADER + 1) == 0;
  }

  /** Whether the unread bytes begin with what looks like a record of data. */
  static boolean mayContinue(Inbox in) {
    return in.size() > HEADER
        && in.at(0) == APPLICATION_DATA
        && isSound(in)
        && in.at(2) >= 1
        && in.shortAt(3) >= 16;
  }

  /** Whether a record's header is sound. */
  static boolean isSound(Inbox in) {
    int type = in.at(0);
    return type >= CHANGE_CIPHER_SPEC
        && type <= HEARTBEAT
        && in.at(1) == 3
        && in.at(2) <= 4
        && in.shortAt(3) <= LONGEST;
  }
}
