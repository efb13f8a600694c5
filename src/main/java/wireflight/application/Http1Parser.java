package wireflight.application;

import java.util.Locale;

/**
 * Reads one direction of an HTTP/1.x connection: where each head and body ends, whatever pieces the
 * bytes come in. What a head means is the {@link Http1Dialogue}'s to say.
 */
final class Http1Parser {
  /** The longest head that is read. */
  private static final int LONGEST_HEAD = 1 << 16;

  /** The longest line that may start a message or a chunk. */
  private static final int LONGEST_LINE = 1 << 15;

  private static final int NOT_YET = -1;
  private static final int TOO_LONG = -2;

  private final Http1Dialogue dialogue;
  private final boolean fromClient;
  private State state;
  private int scanned;
  private boolean lineSeen;
  private long remaining;
  private Http1Message message;

  private enum State {
    /** Before a start line. */
    START,
    /** In a body of known length. */
    SIZED,
    /** Before a chunk's size line. */
    CHUNK_SIZE,
    /** In a chunk. */
    CHUNK,
    /** Before the line end after a chunk. */
    CHUNK_END,
    /** In the trailer section. */
    TRAILER,
    /** In a body that ends with the connection. */
    UNTIL_CLOSE,
    /** Nobody knows where: waits for a line that starts a message. */
    LOST,
    /** The bytes that follow may be in another protocol: waits for the response. */
    WAITING,
    /** Another dialogue has taken over. */
    LEFT
  }

  Http1Parser(Http1Dialogue dialogue, boolean fromClient, boolean atStart) {
    this.dialogue = dialogue;
    this.fromClient = fromClient;
    this.message = new Http1Message(fromClient);
    state = atStart ? State.START : State.LOST;
  }

  void read(Inbox in) {
    boolean goesOn = true;
    while (goesOn && in.size() > 0) {
      goesOn =
          switch (state) {
            case START -> start(in);
            case SIZED, CHUNK -> sized(in);
            case CHUNK_SIZE -> chunkSize(in);
            case CHUNK_END -> chunkEnd(in);
            case TRAILER -> trailer(in);
            case UNTIL_CLOSE -> {
              message.body(in, in.size());
              yield true;
            }
            case LOST -> lost(in);
            case WAITING -> waiting();
            case LEFT -> false;
          };
    }
  }

  void gap(Inbox in, long length) {
    resume(in);
    boolean inBody = state == State.SIZED || state == State.CHUNK;
    if (inBody && length <= remaining) {
      remaining -= length;
      message.carrier().miss(length);
      if (remaining == 0) {
        bodyPartDone();
      }
    } else if (state == State.UNTIL_CLOSE) {
      message.carrier().miss(length);
    } else if (state != State.LEFT) {
      breakOff(in, Text.count(length, "byte") + " of the stream were not captured");
    }
    scanned = 0;
  }

  void end(Inbox in) {
    resume(in);
    if (state == State.UNTIL_CLOSE) {
      complete();
    } else if (state != State.LEFT) {
      breakOff(in, "The stream ends before the message does");
    }
    state = State.LEFT;
  }

  /** Another dialogue reads from here on. */
  void leave() {
    state = State.LEFT;
  }

  private void resume(Inbox in) {
    if (state == State.WAITING) {
      state = State.START;
      read(in);
    }
  }

  private boolean waiting() {
    if (dialogue.mustWait()) {
      return false;
    }
    state = State.START;
    return true;
  }

  private boolean start(Inbox in) {
    // Empty lines before a start line are ignored (section 2.2).
    if (message.carrier().isEmpty() && (in.at(0) == '\r' || in.at(0) == '\n')) {
      in.discard(1);
      return true;
    }
    if (fromClient && in.at(0) == 'P' && in.startsWith(Http2Parser.PREFACE, true)) {
      if (in.startsWith(Http2Parser.PREFACE, false)) {
        dialogue.http2();
      }
      return false;
    }
    if (!lineSeen) {
      int line = lineEnd(in);
      if (line == NOT_YET) {
        return false;
      }
      scanned = 0;
      if (line == TOO_LONG || !startsMessage(in, line)) {
        in.consume(line == TOO_LONG ? LONGEST_LINE : line + 1, message.carrier());
        malformed("No HTTP message starts here");
        return true;
      }
      lineSeen = true;
    }
    int end = headEnd(in);
    if (end == NOT_YET && in.size() < LONGEST_HEAD) {
      return false;
    }
    scanned = 0;
    lineSeen = false;
    if (end == NOT_YET || end > LONGEST_HEAD) {
      in.consume(LONGEST_HEAD, message.carrier());
      malformed("The header is longer than " + LONGEST_HEAD + " bytes");
      return true;
    }
    byte[] head = in.copy(0, end);
    in.consume(end, message.carrier());
    begin(Http1Head.parse(head));
    return true;
  }

  /** Where the first line ends; the same answer however the bytes came in. */
  private int lineEnd(Inbox in) {
    int line = in.indexOf('\n', scanned);
    if (line >= 0 && line < LONGEST_LINE) {
      return line;
    }
    scanned = in.size();
    return line < 0 && in.size() < LONGEST_LINE ? NOT_YET : TOO_LONG;
  }

  private void begin(Http1Head head) {
    Http1Body body = dialogue.begin(message, head, fromClient);
    switch (body) {
      case Http1Body.Sized(long length) -> {
        remaining = length;
        state = State.SIZED;
        if (length == 0) {
          complete();
        }
      }
      case Http1Body.Chunked() -> state = State.CHUNK_SIZE;
      case Http1Body.UntilClose() -> state = State.UNTIL_CLOSE;
      case Http1Body.Unknown(String problem) -> {
        message.complain(problem);
        complete();
        lose();
      }
    }
  }

  private boolean startsMessage(Inbox in, int lineEnd) {
    int length = lineEnd > 0 && in.at(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
    return switch (Http1Head.start(Text.of(in.copy(0, length), 0, length))) {
      case Http1Head.Request request -> fromClient;
      case Http1Head.Status status -> !fromClient;
      case Http1Head.NoStart none -> false;
    };
  }

  /** Where the head ends, after its empty line. */
  private int headEnd(Inbox in) {
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
        return next + 1;
      }
      line = in.indexOf('\n', line + 1);
    }
    scanned = line >= 0 ? line : in.size();
    return NOT_YET;
  }

  private boolean sized(Inbox in) {
    int length = (int) Math.min(in.size(), remaining);
    message.body(in, length);
    remaining -= length;
    if (remaining == 0) {
      bodyPartDone();
    }
    return true;
  }

  private void bodyPartDone() {
    if (state == State.CHUNK) {
      state = State.CHUNK_END;
    } else {
      complete();
    }
  }

  private boolean chunkSize(Inbox in) {
    int line = lineEnd(in);
    if (line == NOT_YET) {
      return false;
    }
    long size = line == TOO_LONG ? -1 : chunkSize(in.copy(0, line));
    scanned = 0;
    if (size < 0) {
      message.complain("A chunk does not start with its size");
      complete();
      lose();
      return true;
    }
    in.consume(line + 1, message.carrier());
    remaining = size;
    state = size == 0 ? State.TRAILER : State.CHUNK;
    return true;
  }

  /** The hexadecimal number before any extension (section 7.1); -1 where there is none. */
  private static long chunkSize(byte[] line) {
    String text = Text.of(line, 0, line.length);
    int end = text.indexOf(';');
    String number = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    boolean hex = number.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    return hex && !number.isEmpty() && number.length() <= 15 ? Long.parseLong(number, 16) : -1;
  }

  private boolean chunkEnd(Inbox in) {
    int length = in.at(0) == '\r' ? 2 : 1;
    if (in.size() < length) {
      return false;
    }
    if (in.at(length - 1) == '\n') {
      in.consume(length, message.carrier());
    } else {
      message.complain("A chunk is longer than its size says");
    }
    state = State.CHUNK_SIZE;
    return true;
  }

  /** Trailer fields up to an empty line (section 7.1.2). */
  private boolean trailer(Inbox in) {
    int line = lineEnd(in);
    if (line == NOT_YET) {
      return false;
    }
    if (line == TOO_LONG) {
      in.consume(LONGEST_LINE, message.carrier());
      message.complain("The trailer section has an endless line");
      complete();
      lose();
      scanned = 0;
      return true;
    }
    String text = Text.of(in.copy(0, line), 0, line).strip();
    in.consume(line + 1, message.carrier());
    scanned = 0;
    if (text.isEmpty()) {
      complete();
    } else {
      message.trailer(text);
    }
    return true;
  }

  private boolean lost(Inbox in) {
    int line = lineEnd(in);
    if (line == NOT_YET) {
      return false;
    }
    scanned = 0;
    if (line >= 0 && startsMessage(in, line)) {
      state = State.START;
      dialogue.found(fromClient);
    } else {
      in.discard(line == TOO_LONG ? LONGEST_LINE : line + 1);
    }
    return true;
  }

  /** Tells what was read of a message whose rest will not come. */
  private void breakOff(Inbox in, String why) {
    boolean seeking = state == State.LOST;
    if (!seeking && in.size() > 0) {
      in.consume(in.size(), message.carrier());
    }
    scanned = 0;
    if (!message.carrier().isEmpty()) {
      if (state == State.START) {
        malformed(why);
      } else {
        message.complain(why);
        complete();
      }
    }
    lose();
  }

  private void lose() {
    scanned = 0;
    lineSeen = false;
    state = state == State.LEFT ? state : State.LOST;
  }

  private void malformed(String why) {
    message.complain(why);
    Http1Message broken = message;
    message = new Http1Message(fromClient);
    lose();
    dialogue.malformed(broken);
  }

  private void complete() {
    Http1Message whole = message;
    message = new Http1Message(fromClient);
    state = State.START;
    if (dialogue.complete(whole)) {
      state = State.WAITING;
    }
  }
}
