package wireflight.timeline;

import java.util.List;

/** What the errors of the sockets API mean. */
final class ErrnoNames {
  private ErrnoNames() {}

  /**
   * The meaning of an error, of this call where it is known; empty for errors that are rare with
   * sockets.
   *
   * @param call as in {@code bind}
   */
  static String meaning(String errno, String call, Words words) {
    for (String key : List.of("errno." + errno + "." + call, "errno." + errno)) {
      if (words.has(key)) {
        return words.get(key);
      }
    }
    return "";
  }
}
