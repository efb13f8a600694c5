package wireflight.lab;

import java.time.Duration;

/**
 * Understands the lines of a lesson one after another, and those that a person types.
 *
 * <p>It remembers which sockets there are and how much has been asked for, so a line that names a
 * socket that does not exist, or that goes beyond the bounds, is refused before anything is done.
 * The grammar stands in {@code src/site/decisions/lesson-grammar.md}. Not safe for use by several
 * threads.
 */
final class LineParser {
  private final String file;
  private final Bounds bounds;
  private final LessonSockets sockets = new LessonSockets();
  private final PayloadWords payloads;
  private int calls;
  private Duration waited = Duration.ZERO;

  LineParser(String file, Bounds bounds) {
    this.file = file;
    this.bounds = bounds;
    this.payloads = new PayloadWords(bounds);
  }

  /**
   * Understands a line that holds a call.
   *
   * @param number the line's number, for messages; 0 where it has none
   */
  Call parse(int number, String text) throws LessonError {
    LineWords words = new LineWords(file, number, text);
    if (words.count() == 0) {
      throw words.error(0, "noCall");
    }
    count(words, 1);
    if (words.is(1, "=")) {
      return new CreationLine(words, sockets, bounds).call();
    }
    if (words.is(0, "wait")) {
      return pause(words);
    }
    if (words.is(0, "wire")) {
      return wire(words, text);
    }
    Call call = new SocketLine(words, sockets, bounds, payloads).call();
    if (call instanceof Call.Send send) {
      count(words, send.payloads().size() - 1);
    }
    return call;
  }

  /** Whether a line says nothing: it is empty or only a remark. */
  static boolean isBlank(String text) {
    String bare = text.strip();
    return bare.isEmpty() || bare.startsWith("#");
  }

  private Call wire(LineWords words, String text) throws LessonError {
    if (sockets.onLoopback()) {
      throw words.error(1, "offWire");
    }
    sockets.wire();
    WireOrder order = new WireLine(words, sockets.devices()).order();
    return new Call.OnWire(text.strip().substring("wire".length()).strip(), order);
  }

  private Call pause(LineWords words) throws LessonError {
    LineWords.Quantity quantity = words.quantity(1, "expected.wait");
    Duration duration =
        switch (quantity.unit()) {
          case "ms" -> Duration.ofMillis(quantity.number());
          case "s", "second", "seconds" -> Duration.ofSeconds(quantity.number());
          default -> throw words.error(2, "waitUnit");
        };
    words.last(quantity.next());
    waited = waited.plus(duration);
    if (waited.compareTo(bounds.waiting()) > 0) {
      throw words.error(2, "mostWaiting", bounds.waiting().toSeconds());
    }
    return new Call.Wait(duration);
  }

  private void count(LineWords words, int more) throws LessonError {
    calls += more;
    if (calls > bounds.calls()) {
      throw words.error(0, "mostCalls", bounds.calls());
    }
  }
}
