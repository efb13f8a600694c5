package wireflight.application;

/** A WebSocket connection after its HTTP handshake (RFC 6455). */
final class WebSocketDialogue implements Dialogue {
  private final WebSocketParser client;
  private final WebSocketParser server;

  WebSocketDialogue(Conversation conversation, String extensions) {
    boolean deflates = extensions.contains("permessage-deflate");
    client = new WebSocketParser(conversation, true, deflates);
    server = new WebSocketParser(conversation, false, deflates);
  }

  private WebSocketParser parser(boolean fromClient) {
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
