package wireflight.application;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts one direction of an HTTP/2 connection into frames (RFC 9113, section 4). What a frame means
 * is the {@link Http2Dialogue}'s to say.
 */
final class Http2Parser implements TwoWay.Parser {
  private static final int HEADER = 9;

  /** The longest frame other than DATA that is read, and the longest header block. */
  private static final int LONGEST = 1 << 16;

  /** What a client sends first (section 3.4). */
  static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Http2Dialogue dialogue;
  private final boolean fromClient;
  private boolean prefaceDue;
  private boolean lost;
  private Carrier carrier = new Carrier();
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private boolean inBlock;
  private int blockFlags;
  private int blockStream;
  private int promised;

  /** Of the DATA frame being read. */
  private boolean inData;

  private int dataStream;
  private int dataFlags;
  private int dataLength;
  private int padding;
  private int remaining;

  Http2Parser(Http2Dialogue dialogue, boolean fromClient) {
    this.dialogue = dialogue;
    this.fromClient = fromClient;
    prefaceDue = fromClient;
  }

  @Override
  public void read(Inbox in) {
    boolean goesOn = true;
    while (goesOn && in.size() > 0) {
      if (lost) {
        in.discard(in.size());
      } else if (prefaceDue) {
        goesOn = preface(in);
      } else if (inData) {
        data(in);
      } else {
        goesOn = in.size() >= HEADER && frame(in);
      }
    }
  }

  @Override
  public void gap(Inbox in, long missing) {
    if (inData && missing <= remaining) {
      carrier.miss(missing);
      remaining -= (int) missing;
      dialogue.dataGap(fromClient, dataStream, missing);
      if (remaining == 0) {
        dataDone("");
      }
    } else {
      breakOff(in, in.size(), Text.count(missing, "byte") + " of the stream were not captured");
    }
  }

  @Override
  public void end(Inbox in) {
    breakOff(in, in.size(), "The stream ends before the frame does");
  }

  private boolean preface(Inbox in) {
    if (!in.startsWith(PREFACE, true)) {
      breakOff(in, 1, "The client does not start with the connection preface");
      return true;
    }
    if (in.size() < PREFACE.length) {
      return false;
    }
    in.consume(PREFACE.length, carrier);
    prefaceDue = false;
    dialogue.preface(taken());
    return true;
  }

  private boolean frame(Inbox in) {
    int length = in.threeAt(0);
    int type = in.at(3);
    int flags = in.at(4);
    int stream = in.intAt(5) & 0x7fff_ffff;
    boolean expected =
        inBlock
            ? type == Http2Names.CONTINUATION && stream == blockStream
            : type != Http2Names.CONTINUATION;
    boolean tooLong = length > (type == Http2Names.DATA ? dialogue.longestFrame() : longest());
    if (tooLong || !expected) {
      String what = expected ? "A frame is longer than allowed" : "A header block is interrupted";
      breakOff(in, HEADER, what);
      return true;
    }
    if (type == Http2Names.DATA) {
      return dataHeader(in, length, flags, stream);
    }
    if (in.size() < HEADER + length) {
      return false;
    }
    byte[] payload = in.copy(HEADER, length);
    in.consume(HEADER + length, carrier);
    switch (type) {
      case Http2Names.HEADERS, Http2Names.PUSH_PROMISE -> headers(type, flags, stream, payload);
      case Http2Names.CONTINUATION -> fragment(flags, payload, 0, payload.length);
      default -> dialogue.control(fromClient, taken(), type, flags, stream, payload);
    }
    return true;
  }

  private int longest() {
    return Math.min(LONGEST, dialogue.longestFrame());
  }

  /** The first frame of a header block (sections 6.2 and 6.6). */
  private void headers(int type, int flags, int stream, byte[] payload) {
    ByteReader reader = new ByteReader(payload);
    int pad = (flags & Http2Names.PADDED) != 0 ? reader.one() : 0;
    boolean promise = type == Http2Names.PUSH_PROMISE;
    promised = promise ? reader.four() & 0x7fff_ffff : 0;
    if (!promise && (flags & Http2Names.PRIORITIZED) != 0) {
      reader.skip(5);
    }
    inBlock = true;
    blockStream = stream;
    blockFlags = flags;
    int from = payload.length - reader.left();
    // Padding that leaves no room for itself is an error (section 6.2); the block is what is left.
    fragment(flags, payload, from, Math.max(0, reader.left() - pad));
  }

  private void fragment(int flags, byte[] payload, int from, int length) {
    int kept = Math.min(length, LONGEST - block.size());
    block.write(payload, from, kept);
    if ((flags & Http2Names.END_HEADERS) == 0 && kept == length) {
      return;
    }
    byte[] whole = block.toByteArray();
    block.reset();
    inBlock = false;
    String problem = kept == length ? "" : "The header block is longer than " + LONGEST + " bytes";
    Carrier told = taken();
    dialogue.headers(fromClient, told, blockStream, promised, blockFlags, whole, problem);
    lost |= kept < length;
  }

  private boolean dataHeader(Inbox in, int length, int flags, int stream) {
    boolean padded = (flags & Http2Names.PADDED) != 0 && length > 0;
    int header = HEADER + (padded ? 1 : 0);
    if (in.size() < header) {
      return false;
    }
    padding = padded ? Math.min(in.at(HEADER), length - 1) : 0;
    in.consume(header, carrier);
    inData = true;
    dataStream = stream;
    dataFlags = flags;
    dataLength = length;
    remaining = length - (padded ? 1 : 0);
    if (remaining == 0) {
      dataDone("");
    }
    return true;
  }

  private void data(Inbox in) {
    int count = Math.min(in.size(), remaining);
    int body = Math.clamp(remaining - padding, 0, count);
    if (body > 0) {
      dialogue.body(fromClient, dataStream).data(in, body, carrier);
    }
    in.consume(count - body, carrier);
    remaining -= count;
    if (remaining == 0) {
      dataDone("");
    }
  }

  private void dataDone(String problem) {
    inData = false;
    dialogue.data(fromClient, taken(), dataStream, dataFlags, dataLength, problem);
  }

  private Carrier taken() {
    Carrier taken = carrier;
    carrier = new Carrier();
    return taken;
  }

  /** Gives up: so many of the unread bytes show why. */
  private void breakOff(Inbox in, int count, String why) {
    if (lost) {
      return;
    }
    lost = true;
    if (inData) {
      dataDone(why);
    } else if (count > 0 || !carrier.isEmpty()) {
      in.consume(count, carrier);
      dialogue.malformed(fromClient, taken(), why);
    }
    dialogue.lose(fromClient, why);
  }
}
