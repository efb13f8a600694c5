package wireflight.application;

/**
 * A conversation in no protocol that Wireflight reads: every byte is passed over, until TLS is
 * started, as after STARTTLS (RFC 3207).
 */
final class Opaque implements Dialogue {
  private final Conversation conversation;

  Opaque(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public void read(boolean fromClient, Inbox in) {
    if (!TlsRecord.startsHello(in)) {
      in.discard(in.size());
    } else if (fromClient) {
      conversation.switchTo(new TlsDialogue(conversation));
    } else {
      conversation.swapAndSwitchTo(new TlsDialogue(conversation));
    }
  }

  @Override
  public void gap(boolean fromClient, Inbox in, long length) {}

  @Override
  public void end(boolean fromClient, Inbox in) {}
}
