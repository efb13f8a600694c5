package wireflight.application;

/** A WebSocket connection after its HTTP handshake (RFC 6455). */
final class WebSocketDialogue extends TwoWay<WebSocketParser> {
  private final WebSocketParser client;
  private final WebSocketParser server;

  WebSocketDialogue(Conversation conversation, String extensions) {
    boolean deflates = extensions.contains("permessage-deflate");
    client = new WebSocketParser(conversation, true, deflates);
    server = new WebSocketParser(conversation, false, deflates);
  }

  @Override
  WebSocketParser parser(boolean fromClient) {
    return fromClient ? client : server;
  }
}
