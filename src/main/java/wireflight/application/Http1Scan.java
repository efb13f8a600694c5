package wireflight.application;

import java.util.Locale;

/**
 * Looks for the ends of lines and heads in an inbox, and remembers how far it has looked, so that
 * bytes that trickle in are not gone over again and again. Its answers do not depend on how they
 * came in.
 */
final class Http1Scan {
  /** The longest head that is read. */
  static final int LONGEST_HEAD = 1 << 16;

  /** The longest line that may start a message or a chunk. */
  static final int LONGEST_LINE = 1 << 15;

  /** What is looked for has not come. */
  static final int NOT_YET = -1;

  /** What is looked for is not where it may be at the latest. */
  static final int TOO_LONG = -2;

  private int scanned;

  /** Starts over: the inbox begins with something else. */
  void reset() {
    scanned = 0;
  }

  /** Where the LF of the first line is. */
  int line(Inbox in) {
    int line = in.indexOf('\n', scanned);
    if (line >= 0 && line < LONGEST_LINE) {
      scanned = 0;
      return line;
    }
    boolean endless = line >= 0 || in.size() >= LONGEST_LINE;
    scanned = endless ? 0 : in.size();
    return endless ? TOO_LONG : NOT_YET;
  }

  /** Where a head ends, after its empty line. */
  int head(Inbox in) {
    int line = in.indexOf('\n', scanned);
    while (line >= 0) {
      int next = line + 1;
      if (next < in.size() && in.at(next) == '\r') {
        next++;
      }
      if (next >= in.size()) {
        break;
      }
      if (in.at(next) == '\n') {
        scanned = 0;
        return next < LONGEST_HEAD ? next + 1 : TOO_LONG;
      }
      line = in.indexOf('\n', line + 1);
    }
    boolean endless = in.size() >= LONGEST_HEAD;
    scanned = endless ? 0 : line >= 0 ? line : in.size();
    return endless ? TOO_LONG : NOT_YET;
  }

  /** Whether a first line starts a request, or a response. */
  static boolean starts(Inbox in, int lineEnd, boolean request) {
    int length = lineEnd > 0 && in.at(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
    return switch (Http1Head.start(Text.of(in.copy(0, length), 0, length))) {
      case Http1Head.Request line -> request;
      case Http1Head.Status line -> !request;
      case Http1Head.NoStart line -> false;
    };
  }

  /** The hexadecimal number before any extension (section 7.1); -1 where there is none. */
  static long chunkSize(Inbox in, int lineEnd) {
    String text = Text.of(in.copy(0, lineEnd), 0, lineEnd);
    int end = text.indexOf(';');
    String number = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    boolean hex = number.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    return hex && !number.isEmpty() && number.length() <= 15 ? Long.parseLong(number, 16) : -1;
  }
}
