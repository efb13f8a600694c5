package wireflight.application;

/** A TLS connection: what it says in the clear, and the sizes of the rest. */
final class TlsDialogue implements Dialogue {
  private final TlsParser client;
  private final TlsParser server;

  TlsDialogue(Conversation conversation) {
    client = new TlsParser(conversation, true);
    server = new TlsParser(conversation, false);
  }

  private TlsParser parser(boolean fromClient) {
    return fromClient ? client : server;
  }

  @Override
  public void read(boolean fromClient, Inbox in) {
    parser(fromClient).read(in);
  }

  @Override
  public void gap(boolean fromClient, Inbox in, long length) {
    parser(fromClient).gap(in, length);
  }

  @Override
  public void end(boolean fromClient, Inbox in) {
    parser(fromClient).end(in);
  }
}
