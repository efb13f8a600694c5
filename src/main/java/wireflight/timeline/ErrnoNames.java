package wireflight.timeline;

/** What the errors of the sockets API mean. */
final class ErrnoNames {
  private ErrnoNames() {}

  /** The meaning; empty for errors that are rare with sockets. */
  static String meaning(String errno, Words words) {
    String key = "errno." + errno;
    return words.has(key) ? words.get(key) : "";
  }
}
