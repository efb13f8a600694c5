package wireflight.trace;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into rows: tells the format, feeds the parser, and says at the end what was cut off.
 *
 * <p>Not thread-safe.
 */
final class Intake {
  private final Rows rows;
  private @Nullable RecordParser parser;

  Intake(Rows rows) {
    this.rows = rows;
  }

  /**
   * As {@link RecordParser#parse}; reads nothing while there are too few bytes to tell the format.
   */
  int parse(Window window, int from, int limit, int stopAt) {
    if (parser == null) {
      parser = FileFormat.parser(window.bytes(), limit, rows).orElse(null);
      if (parser == null) {
        return from;
      }
    }
    return parser.lost() ? from : parser.parse(window, from, limit, stopAt);
  }

  /** Whether no byte that follows can become a row. */
  boolean lost(Window window, int limit) {
    return parser == null
        ? limit >= FileFormat.BYTES_TO_TELL
            && FileFormat.parser(window.bytes(), limit, rows).isEmpty()
        : parser.lost();
  }

  /** There are no more bytes than {@code limit}, and {@code at} is where reading ended. */
  void end(Window window, int at, int limit) {
    ByteBuffer bytes = window.bytes();
    if (parser == null) {
      rows.addProblem(0, FileFormat.complaint(bytes, limit));
    } else if (!parser.lost() && at < limit) {
      rows.addProblem(
          window.start() + at,
          "The recording ends in the middle of a record, "
              + (limit - at)
              + " bytes into it; the rows before were kept.");
    }
  }
}
