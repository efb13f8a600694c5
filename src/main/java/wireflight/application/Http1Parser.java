package wireflight.application;

/**
 * Reads one direction of an HTTP/1.x connection: where each head and body ends, whatever pieces the
 * bytes come in. What a head means is the {@link Http1Dialogue}'s to say.
 */
final class Http1Parser implements TwoWay.Parser {
  private final Http1Dialogue dialogue;
  private final boolean fromClient;
  private State state;
  private final Http1Scan scan = new Http1Scan();
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

  @Override
  public void read(Inbox in) {
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

  @Override
  public void gap(Inbox in, long length) {
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
    scan.reset();
  }

  @Override
  public void end(Inbox in) {
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
      int line = scan.line(in);
      if (line == Http1Scan.NOT_YET) {
        return false;
      }
      if (line == Http1Scan.TOO_LONG || !Http1Scan.starts(in, line, fromClient)) {
        in.consume(whole(line), message.carrier());
        malformed("No HTTP message starts here");
        return true;
      }
      lineSeen = true;
    }
    int end = scan.head(in);
    if (end == Http1Scan.NOT_YET) {
      return false;
    }
    lineSeen = false;
    if (end == Http1Scan.TOO_LONG) {
      in.consume(Http1Scan.LONGEST_HEAD, message.carrier());
      malformed("The header is longer than " + Http1Scan.LONGEST_HEAD + " bytes");
      return true;
    }
    byte[] head = in.copy(0, end);
    in.consume(end, message.carrier());
    begin(Http1Head.parse(head));
    return true;
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
    int line = scan.line(in);
    if (line == Http1Scan.NOT_YET) {
      return false;
    }
    long size = line == Http1Scan.TOO_LONG ? -1 : Http1Scan.chunkSize(in, line);
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
    int line = scan.line(in);
    if (line == Http1Scan.NOT_YET) {
      return false;
    }
    if (line == Http1Scan.TOO_LONG) {
      in.consume(whole(line), message.carrier());
      message.complain("The trailer section has an endless line");
      complete();
      lose();
      return true;
    }
    String text = Text.of(in.copy(0, line), 0, line).strip();
    in.consume(line + 1, message.carrier());
    if (text.isEmpty()) {
      complete();
    } else {
      message.trailer(text);
    }
    return true;
  }

  private boolean lost(Inbox in) {
    int line = scan.line(in);
    if (line == Http1Scan.NOT_YET) {
      return false;
    }
    if (line >= 0 && Http1Scan.starts(in, line, fromClient)) {
      state = State.START;
      dialogue.found(fromClient);
    } else {
      in.discard(whole(line));
    }
    return true;
  }

  /** How many bytes a line has with its end, or as many of an endless one as are looked at. */
  private static int whole(int line) {
    return line == Http1Scan.TOO_LONG ? Http1Scan.LONGEST_LINE : line + 1;
  }

  /** Tells what was read of a message whose rest will not come. */
  private void breakOff(Inbox in, String why) {
    boolean seeking = state == State.LOST;
    if (!seeking && in.size() > 0) {
      in.consume(in.size(), message.carrier());
    }
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
    scan.reset();
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
