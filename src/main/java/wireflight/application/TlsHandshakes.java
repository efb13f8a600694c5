package wireflight.application;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the handshake messages of one direction together: a record may hold several, and a message
 * may span records (RFC 8446, section 5.1).
 */
final class TlsHandshakes {
  private static final int HEADER = 4;

  /** As much of a message as is kept. */
  private static final int KEPT = 1 << 14;

  private final Conversation conversation;
  private final boolean fromClient;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private Carrier carrier = new Carrier();
  private int read;
  private int need = HEADER;

  TlsHandshakes(Conversation conversation, boolean fromClient) {
    this.conversation = conversation;
    this.fromClient = fromClient;
  }

  /** Takes a whole plaintext handshake record. */
  void record(Inbox in, int length) {
    in.consume(TlsRecord.HEADER, carrier);
    int left = length;
    while (left > 0) {
      int count = Math.min(left, need - read);
      kept.writeBytes(in.copy(0, Math.min(count, KEPT - kept.size())));
      in.consume(count, carrier);
      read += count;
      left -= count;
      if (read == HEADER && need == HEADER) {
        byte[] header = kept.toByteArray();
        need += (header[1] & 0xff) << 16 | (header[2] & 0xff) << 8 | header[3] & 0xff;
      }
      if (read == need) {
        complete("");
      }
    }
  }

  /** The rest of a message that was begun will not come. */
  void breakOff(String why) {
    if (read > 0) {
      complete(why);
    }
  }

  private void complete(String problem) {
    byte[] bytes = kept.toByteArray();
    int type = bytes[0] & 0xff;
    String summary = TlsNames.handshake(type);
    List<Field> fields = List.of(new Field("size", Text.count(read, "byte")));
    String wrong = problem;
    if ((type == 1 || type == 2) && bytes.length > HEADER) {
      byte[] body = Arrays.copyOfRange(bytes, HEADER, bytes.length);
      TlsHello hello = TlsHello.parse(body, type == 1);
      summary = hello.summary();
      fields = hello.fields();
      if (wrong.isEmpty() && !hello.isSound()) {
        wrong = "A length in the hello points past its end";
      }
    } else if (wrong.isEmpty() && !TlsNames.isHandshake(type)) {
      wrong = "No handshake message has type " + type;
    }
    Carrier told = carrier;
    carrier = new Carrier();
    kept.reset();
    read = 0;
    need = HEADER;
    conversation.tell(Protocol.TLS, Kind.HANDSHAKE, fromClient, told, -1, summary, fields, wrong);
  }
}
