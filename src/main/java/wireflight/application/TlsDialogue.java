package wireflight.application;

/** A TLS connection: what it says in the clear, and the sizes of the rest. */
final class TlsDialogue extends TwoWay<TlsParser> {
  private final TlsParser client;
  private final TlsParser server;

  TlsDialogue(Conversation conversation) {
    client = new TlsParser(conversation, true);
    server = new TlsParser(conversation, false);
  }

  @Override
  TlsParser parser(boolean fromClient) {
    return fromClient ? client : server;
  }
}
