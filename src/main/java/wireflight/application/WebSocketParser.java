package wireflight.application;

import java.util.ArrayList;
import java.util.List;

/** Reads the frames of one direction of a WebSocket connection (RFC 6455, section 5.2). */
final class WebSocketParser implements TwoWay.Parser {
  /** As much of a payload as is looked at. */
  private static final int SHOWN = 200;

  private final Conversation conversation;
  private final boolean fromClient;
  private final boolean deflates;
  private Carrier carrier = new Carrier();
  private Prefix prefix = new Prefix(SHOWN);
  private boolean inPayload;
  private boolean lost;
  private int firstByte;
  private boolean masked;
  private int mask;
  private long length;
  private long remaining;
  private boolean compressed;

  WebSocketParser(Conversation conversation, boolean fromClient, boolean deflates) {
    this.conversation = conversation;
    this.fromClient = fromClient;
    this.deflates = deflates;
  }

  @Override
  public void read(Inbox in) {
    boolean goesOn = true;
    while (goesOn && in.size() > 0) {
      if (lost) {
        in.discard(in.size());
      } else if (inPayload) {
        payload(in);
      } else {
        goesOn = header(in);
      }
    }
  }

  @Override
  public void gap(Inbox in, long missing) {
    if (inPayload && missing <= remaining) {
      carrier.miss(missing);
      remaining -= missing;
      if (remaining == 0) {
        complete("");
      }
    } else if (!lost) {
      breakOff(in, in.size(), Text.count(missing, "byte") + " of the stream were not captured");
    }
  }

  @Override
  public void end(Inbox in) {
    if (!lost) {
      breakOff(in, in.size(), "The stream ends before the frame does");
    }
  }

  private boolean header(Inbox in) {
    if (in.size() < 2) {
      return false;
    }
    int code = in.at(1) & 0x7f;
    masked = (in.at(1) & 0x80) != 0;
    int lengthBytes = code == 126 ? 2 : code == 127 ? 8 : 0;
    int header = 2 + lengthBytes + (masked ? 4 : 0);
    firstByte = in.at(0);
    if (!sound(firstByte)) {
      breakOff(in, 2, "A frame has a reserved opcode or bit");
      return true;
    }
    if (in.size() < header) {
      return false;
    }
    length = code;
    if (lengthBytes == 2) {
      length = in.shortAt(2);
    } else if (lengthBytes == 8) {
      length = (long) in.intAt(2) << 32 | in.intAt(6) & 0xffff_ffffL;
    }
    if (length < 0) {
      // The most significant bit of a 64-bit length must be 0 (section 5.2).
      breakOff(in, header, "A frame claims an impossible length");
      return true;
    }
    mask = masked ? in.intAt(header - 4) : 0;
    in.consume(header, carrier);
    remaining = length;
    inPayload = true;
    if (remaining == 0) {
      complete("");
    }
    return true;
  }

  private boolean sound(int first) {
    int opcode = first & 0xf;
    boolean known = opcode <= 2 || opcode >= 8 && opcode <= 10;
    return known && (first & 0x30) == 0 && ((first & 0x40) == 0 || deflates);
  }

  private void payload(Inbox in) {
    int count = (int) Math.min(in.size(), remaining);
    prefix.add(in, 0, count);
    in.consume(count, carrier);
    remaining -= count;
    if (remaining == 0) {
      complete("");
    }
  }

  private void complete(String problem) {
    int opcode = firstByte & 0xf;
    boolean last = (firstByte & 0x80) != 0;
    if (opcode == 1 || opcode == 2) {
      compressed = (firstByte & 0x40) != 0;
    }
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("opcode", name(opcode)));
    fields.add(new Field("payload", Text.count(length, "byte")));
    fields.add(new Field("masked", masked ? "yes" : "no"));
    fields.add(new Field("last of its message", last ? "yes" : "no"));
    String cut = carrier.missing() == 0 ? "" : "Part of the payload was not captured";
    conversation.tell(
        Protocol.WEBSOCKET,
        opcode < 8 ? Kind.DATA : Kind.CONTROL,
        fromClient,
        carrier,
        -1,
        summary(opcode, last),
        fields,
        problem.isEmpty() ? cut : problem);
    next();
  }

  private void next() {
    carrier = new Carrier();
    prefix = new Prefix(SHOWN);
    inPayload = false;
  }

  private String summary(int opcode, boolean last) {
    byte[] shown = unmasked(prefix.bytes());
    String size = ", " + Text.count(length, "byte");
    boolean packed = opcode < 8 && compressed;
    return switch (opcode) {
      case 1 -> packed ? "text, compressed" + size : "text " + text(shown) + (last ? "" : "…");
      case 8 -> "close" + (shown.length < 2 ? "" : " " + closeCode(shown));
      case 9, 10 -> name(opcode) + (length == 0 ? "" : " " + text(shown));
      default -> name(opcode) + (packed ? ", compressed" : "") + size;
    };
  }

  private static String closeCode(byte[] payload) {
    int code = (payload[0] & 0xff) << 8 | payload[1] & 0xff;
    return (code + " " + Text.of(payload, 2, payload.length - 2)).strip();
  }

  private String text(byte[] shown) {
    return '"' + Text.of(shown, 0, shown.length) + (shown.length < length ? "…" : "") + '"';
  }

  /** Applies the masking key (section 5.3). */
  private byte[] unmasked(byte[] payload) {
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= (byte) (mask >>> (24 - 8 * (i % 4)));
    }
    return payload;
  }

  private static String name(int opcode) {
    return switch (opcode) {
      case 0 -> "continuation";
      case 1 -> "text";
      case 2 -> "binary";
      case 8 -> "close";
      case 9 -> "ping";
      default -> "pong";
    };
  }

  /** Gives up: so many of the unread bytes show why. */
  private void breakOff(Inbox in, int count, String why) {
    lost = true;
    if (inPayload) {
      complete(why);
    } else if (count > 0) {
      in.consume(count, carrier);
      conversation.tell(
          Protocol.WEBSOCKET,
          Kind.MALFORMED,
          fromClient,
          carrier,
          -1,
          "not a WebSocket frame",
          List.of(),
          why);
      next();
    }
  }
}
