package wireflight.application;

/** The application protocol of a message. */
public enum Protocol {
  HTTP("HTTP"),
  HTTP2("HTTP/2"),
  WEBSOCKET("WebSocket"),
  GRPC("gRPC"),
  GRAPHQL("GraphQL"),
  TLS("TLS"),
  DNS("DNS");

  private final String label;

  Protocol(String label) {
    this.label = label;
  }

  /** The name as its specification spells it, as in {@code HTTP/2}. */
  public String label() {
    return label;
  }
}
