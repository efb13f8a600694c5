package wireflight.trace;

import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into rows: tells the format, feeds the parser, and says at the end what was cut off.
 *
 * <p>Not thread-safe.
 */
final class Intake {
  private final Rows rows;
  private @Nullable RecordParser parser;
  private boolean refused;

  Intake(Rows rows) {
    this.rows = rows;
  }

  /**
   * As {@link RecordParser#parse}; reads nothing while there are too few bytes to tell the format.
   */
  int parse(Window window, int from, int limit, int stopAt) {
    if (parser == null && !refused && limit >= FileFormat.BYTES_TO_TELL) {
      parser = FileFormat.parser(window.bytes(), rows);
      if (parser == null) {
        refuse(window, limit);
      }
    }
    return parser == null || parser.lost() ? from : parser.parse(window, from, limit, stopAt);
  }

  /** Whether no byte that follows can become a row. */
  boolean lost() {
    return refused || parser != null && parser.lost();
  }

  /** There are no more bytes than {@code limit}, and {@code at} is where reading ended. */
  void end(Window window, int at, int limit) {
    if (lost()) {
      return;
    }
    if (parser == null) {
      refuse(window, limit);
    } else if (at < limit) {
      rows.addProblem(window.start() + at, "problem.cut", limit - at);
    }
  }

  private void refuse(Window window, int limit) {
    refused = true;
    rows.addProblem(0, FileFormat.complaint(window.bytes(), limit));
  }
}
