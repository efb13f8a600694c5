package wireflight.application;

import java.io.ByteArrayOutputStream;

/** The first bytes of a body, kept to look into it; a limit of 0 keeps none. */
final class Prefix {
  /** As much of a JSON body as is looked at. */
  static final int JSON = 1 << 14;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int limit;

  Prefix(int limit) {
    this.limit = limit;
  }

  /** The next bytes of the body, which stand in the inbox. */
  void add(Inbox in, int from, int length) {
    int room = Math.min(length, limit - kept.size());
    if (room > 0) {
      kept.writeBytes(in.copy(from, room));
    }
  }

  byte[] bytes() {
    return kept.toByteArray();
  }
}
