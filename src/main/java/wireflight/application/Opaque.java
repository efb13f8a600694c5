package wireflight.application;

/**
 * A conversation in no protocol that Wireflight reads: every byte is passed over, until a client
 * starts TLS, as after STARTTLS (RFC 3207).
 */
final class Opaque implements Dialogue {
  private final Conversation conversation;

  Opaque(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public void read(boolean fromClient, Inbox in) {
    if (fromClient && TlsRecord.startsHello(in)) {
      conversation.switchTo(new TlsDialogue(conversation));
    } else {
      in.discard(in.size());
    }
  }

  @Override
  public void gap(boolean fromClient, Inbox in, long length) {}

  @Override
  public void end(boolean fromClient, Inbox in) {}
}
