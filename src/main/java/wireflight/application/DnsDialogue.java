package wireflight.application;

import java.util.List;

/** DNS over TCP: each message after two bytes of length (RFC 7766, section 8). */
final class DnsDialogue implements Dialogue {
  /** Bytes of the length before each message. */
  static final int PREFIX = 2;

  private final Conversation conversation;
  private final DnsPairs pairs = new DnsPairs();
  private boolean clientLost;
  private boolean serverLost;

  DnsDialogue(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public void read(boolean fromClient, Inbox in) {
    if (fromClient ? clientLost : serverLost) {
      resume(fromClient, in);
    }
    while (in.size() >= PREFIX && in.size() >= PREFIX + in.shortAt(0)) {
      byte[] bytes = in.copy(PREFIX, in.shortAt(0));
      Carrier carrier = new Carrier();
      in.consume(PREFIX + bytes.length, carrier);
      DnsMessage message = DnsMessage.parse(bytes);
      conversation.tell(
          Protocol.DNS,
          message.response() ? Kind.RESPONSE : Kind.REQUEST,
          fromClient,
          carrier,
          pairs.pair(0, message, carrier.firstRow()),
          message.summary(),
          message.fields(),
          message.problem());
    }
  }

  /** After a gap, a segment that starts like a message is taken to start with one. */
  private void resume(boolean fromClient, Inbox in) {
    boolean starts =
        in.size() >= PREFIX + DnsMessage.HEADER
            && in.shortAt(0) >= DnsMessage.HEADER
            && DnsMessage.plausible(in.copy(PREFIX, DnsMessage.HEADER), !fromClient);
    if (!starts) {
      in.discard(in.size());
    } else if (fromClient) {
      clientLost = false;
    } else {
      serverLost = false;
    }
  }

  @Override
  public void gap(boolean fromClient, Inbox in, long length) {
    breakOff(fromClient, in, Text.count(length, "byte") + " of the stream were not captured");
    clientLost |= fromClient;
    serverLost |= !fromClient;
  }

  @Override
  public void end(boolean fromClient, Inbox in) {
    breakOff(fromClient, in, "The stream ends before the message does");
  }

  private void breakOff(boolean fromClient, Inbox in, String why) {
    if (in.size() > 0) {
      Carrier carrier = new Carrier();
      in.consume(in.size(), carrier);
      conversation.tell(
          Protocol.DNS,
          Kind.MALFORMED,
          fromClient,
          carrier,
          -1,
          "not a whole DNS message",
          List.of(),
          why);
    }
  }
}
