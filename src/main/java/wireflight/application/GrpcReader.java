package wireflight.application;

import java.util.List;

/**
 * Finds the length-prefixed messages in a gRPC body: a flag for compression, four bytes of length,
 * the message.
 */
final class GrpcReader implements BodyReader {
  private static final int HEADER = 5;

  private final Conversation conversation;
  private final boolean fromClient;
  private final Http2Stream stream;
  private final byte[] header = new byte[HEADER];
  private Carrier carrier = new Carrier();
  private int headerRead;
  private long length;
  private long remaining;
  private int number;
  private boolean lost;

  GrpcReader(Conversation conversation, boolean fromClient, Http2Stream stream) {
    this.conversation = conversation;
    this.fromClient = fromClient;
    this.stream = stream;
  }

  @Override
  public void data(Inbox in, int count, Carrier frame) {
    int left = count;
    while (left > 0 && !lost) {
      int taken = (int) Math.min(left, headerRead < HEADER ? 1 : remaining);
      if (headerRead < HEADER) {
        header[headerRead++] = (byte) in.at(0);
        length = length();
        remaining = length;
      } else {
        remaining -= taken;
      }
      in.mark(taken, carrier);
      in.consume(taken, frame);
      left -= taken;
      if (headerRead == HEADER && remaining == 0) {
        complete("");
      }
    }
    in.consume(left, frame);
  }

  /** The length as far as the header has come. */
  private long length() {
    long value = 0;
    for (int i = 1; i < HEADER; i++) {
      value = value << 8 | header[i] & 0xff;
    }
    return value;
  }

  @Override
  public void gap(long missing) {
    if (headerRead == HEADER && missing <= remaining) {
      carrier.miss(missing);
      remaining -= missing;
      if (remaining == 0) {
        complete("");
      }
    } else {
      end(Text.count(missing, "byte") + " of the stream were not captured");
    }
  }

  @Override
  public void end(String why) {
    if (!lost && !carrier.isEmpty()) {
      complete(why.isEmpty() ? "The stream ends before the message does" : why);
    }
    lost = true;
  }

  private void complete(String why) {
    boolean cut = why.isEmpty() && carrier.missing() > 0;
    String part = fromClient ? "request" : "response";
    String size = headerRead < HEADER ? "" : ", " + Text.count(length, "byte");
    List<Field> fields =
        List.of(
            new Field("stream", Integer.toString(stream.id())),
            new Field("path", stream.path()),
            new Field("number", Integer.toString(++number)),
            new Field("compressed", header[0] == 0 ? "no" : "yes"));
    Carrier told = carrier;
    carrier = new Carrier();
    headerRead = 0;
    conversation.tell(
        Protocol.GRPC,
        Kind.DATA,
        fromClient,
        told,
        fromClient ? -1 : stream.requestRow(),
        stream.path() + " " + part + " message " + number + size,
        fields,
        cut ? "Part of it was not captured" : why);
  }
}
