package wireflight.application;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;
import wireflight.connection.TcpState;
import wireflight.connection.Transport;
import wireflight.packet.IpAddress;

/** A made-up TCP connection: what each side says, in order, each piece on a row of its own. */
final class Talk {
  private record Saying(boolean fromClient, ByteBuffer bytes, long gap) {}

  private final List<Saying> sayings = new ArrayList<>();
  private boolean fromItsStart = true;
  private int serverPort = 80;

  Talk port(int port) {
    serverPort = port;
    return this;
  }

  Talk openingNotSeen() {
    fromItsStart = false;
    return this;
  }

  Talk client(String latin) {
    return client(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  Talk client(byte[] bytes) {
    sayings.add(new Saying(true, ByteBuffer.wrap(bytes), 0));
    return this;
  }

  Talk server(String latin) {
    return server(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  Talk server(byte[] bytes) {
    sayings.add(new Saying(false, ByteBuffer.wrap(bytes), 0));
    return this;
  }

  Talk clientMissing(long bytes) {
    sayings.add(new Saying(true, ByteBuffer.allocate(0), bytes));
    return this;
  }

  Talk serverMissing(long bytes) {
    sayings.add(new Saying(false, ByteBuffer.allocate(0), bytes));
    return this;
  }

  /** What is read when each saying comes in one piece; the first has row 0. */
  List<Message> messages() {
    return messages(new Random(0), Integer.MAX_VALUE);
  }

  /** What is read when each saying is cut at random into pieces of at most so many bytes. */
  List<Message> messages(Random random, int longest) {
    List<Message> messages = new ArrayList<>();
    Budget budget = new Budget(64 << 20);
    Conversation conversation = new Conversation(connection(), budget, messages::add);
    long[] offsets = new long[2];
    int row = 0;
    for (Saying saying : sayings) {
      int side = saying.fromClient() ? 0 : 1;
      if (saying.gap() > 0) {
        conversation.gap(saying.fromClient(), offsets[side], saying.gap());
        offsets[side] += saying.gap();
      }
      int at = 0;
      while (at < saying.bytes().capacity()) {
        int left = saying.bytes().capacity() - at;
        int length = longest >= left ? left : 1 + random.nextInt(Math.min(left, longest));
        ByteBuffer data = saying.bytes().asReadOnlyBuffer();
        Chunk chunk = new Chunk(offsets[side], row, row * 1000L, data, at, length);
        conversation.data(saying.fromClient(), chunk);
        offsets[side] += length;
        at += length;
        row++;
      }
    }
    conversation.end(true);
    conversation.end(false);
    if (budget.used() != 0) {
      throw new AssertionError(budget.used() + " bytes are still counted as kept");
    }
    return messages;
  }

  private Connection connection() {
    Endpoint client = new Endpoint(IpAddress.v4(0x7f000001), 40000);
    Endpoint server = new Endpoint(IpAddress.v4(0x7f000001), serverPort);
    return new Connection(
        0,
        Transport.TCP,
        0,
        0,
        client,
        server,
        fromItsStart,
        0,
        1000,
        1001,
        0,
        0,
        TcpState.ESTABLISHED,
        TcpState.ESTABLISHED);
  }

  /** Bytes from hexadecimal digits; white space is passed over. */
  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
  }

  static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer whole = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      whole.put(part);
    }
    return whole.array();
  }
}
