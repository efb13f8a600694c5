package wireflight.application;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.x connection: requests and the responses that answer them, in order (RFC 9112). */
final class Http1Dialogue extends TwoWay<Http1Parser> {
  /** The most requests remembered that wait for their responses. */
  private static final int MOST_WAITING = 4096;

  /** The most unread bytes that wait for a response that may change the protocol. */
  private static final int MOST_HELD_BACK = 1 << 16;

  private final Conversation conversation;
  private final Http1Parser client;
  private final Http1Parser server;
  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private @Nullable Exchange decisive;
  private boolean responsesMissed;

  Http1Dialogue(Conversation conversation, boolean atStart) {
    this.conversation = conversation;
    client = new Http1Parser(this, true, atStart);
    server = new Http1Parser(this, false, atStart);
  }

  @Override
  public void read(boolean fromClient, Inbox in) {
    if (fromClient && in.size() > MOST_HELD_BACK && mustWait()) {
      decisive = null;
    }
    super.read(fromClient, in);
  }

  @Override
  public void end(boolean fromClient, Inbox in) {
    if (!fromClient) {
      decisive = null;
    }
    super.end(fromClient, in);
  }

  @Override
  Http1Parser parser(boolean fromClient) {
    return fromClient ? client : server;
  }

  /** Whether the client's next bytes cannot be read before a response has come. */
  boolean mustWait() {
    return decisive != null && !decisive.isAnswered();
  }

  /** A direction whose place was lost has found the start of a message again. */
  void found(boolean fromClient) {
    responsesMissed |= !fromClient;
  }

  /** A head has come: says what its body is. */
  Http1Body begin(Http1Message message, Http1Head head, boolean fromClient) {
    return switch (head.start()) {
      case Http1Head.Request request -> beginRequest(message, head, request);
      case Http1Head.Status status -> beginResponse(message, head, status);
      case Http1Head.NoStart none -> new Http1Body.Unknown("No HTTP message starts here");
    };
  }

  private Http1Body beginRequest(Http1Message message, Http1Head head, Http1Head.Request request) {
    boolean changes =
        request.method().equals("CONNECT")
            || head.lists("Connection", "Upgrade") && !head.value("Upgrade").isEmpty();
    Exchange exchange = new Exchange(request.method(), message.carrier().firstRow(), changes);
    if (waiting.size() < MOST_WAITING) {
      waiting.add(exchange);
    }
    message.begin(head, exchange, head.isJson() ? Prefix.JSON : 0);
    return Http1Body.ofRequest(head);
  }

  private Http1Body beginResponse(Http1Message message, Http1Head head, Http1Head.Status status) {
    if (responsesMissed) {
      responsesMissed = false;
      dropUnanswered(message.carrier().firstRow());
    }
    // An interim response leaves its request waiting (RFC 9110, section 15.2).
    boolean last = status.code() >= 200 || status.code() == 101;
    Exchange exchange = waiting.peekFirst();
    if (exchange != null && exchange.row() > message.carrier().firstRow()) {
      // Its own request was not captured: no request is answered before it was made.
      exchange = null;
    } else if (last) {
      waiting.pollFirst();
    }
    boolean graphQl = exchange != null && exchange.isGraphQl();
    message.begin(head, exchange, graphQl ? Prefix.JSON : 0);
    String method = exchange == null ? "" : exchange.method();
    return Http1Body.ofResponse(head, status.code(), method);
  }

  /** Some responses were missed: the next answers the latest request before it, not the oldest. */
  private void dropUnanswered(int row) {
    Exchange latest = null;
    while (!waiting.isEmpty() && waiting.getFirst().row() < row) {
      latest = waiting.removeFirst();
    }
    if (latest != null) {
      waiting.addFirst(latest);
    }
  }

  /** A message is whole: tells it, and says whether its direction must wait. */
  boolean complete(Http1Message message) {
    Http1Head head = message.head();
    if (head == null) {
      return false;
    }
    return switch (head.start()) {
      case Http1Head.Request request -> request(message, request);
      case Http1Head.Status status -> {
        response(message, head, status);
        yield false;
      }
      case Http1Head.NoStart none -> false;
    };
  }

  private boolean request(Http1Message message, Http1Head.Request request) {
    Exchange exchange = message.exchange();
    Optional<String> operation =
        GraphQl.operation(request.method(), request.target(), message.bodyPrefix());
    String summary = request.method() + " " + request.target();
    if (operation.isPresent() && exchange != null) {
      exchange.markGraphQl();
      summary = request.method() + " " + GraphQl.path(request.target()) + " " + operation.get();
    }
    Protocol protocol = operation.isPresent() ? Protocol.GRAPHQL : Protocol.HTTP;
    tell(message, protocol, Kind.REQUEST, -1, summary, message.fields(request.version()));
    if (exchange != null && exchange.changesProtocol() && !exchange.isAnswered()) {
      decisive = exchange;
      return true;
    }
    return false;
  }

  private void response(Http1Message message, Http1Head head, Http1Head.Status status) {
    Exchange exchange = message.exchange();
    boolean graphQl = exchange != null && exchange.isGraphQl();
    String summary = (status.code() + " " + status.reason()).strip();
    if (graphQl) {
      summary += GraphQl.outcome(message.bodyPrefix());
    }
    Protocol protocol = graphQl ? Protocol.GRAPHQL : Protocol.HTTP;
    int request = exchange == null ? -1 : exchange.row();
    tell(message, protocol, Kind.RESPONSE, request, summary, message.fields(status.version()));
    boolean last = status.code() >= 200 || status.code() == 101;
    if (last && exchange != null) {
      exchange.markAnswered();
    }
    boolean tunnel =
        exchange != null
            && exchange.method().equals("CONNECT")
            && status.code() >= 200
            && status.code() < 300;
    if (status.code() == 101 || tunnel) {
      client.leave();
      server.leave();
      conversation.switchTo(tunnel ? new Detection(conversation) : upgraded(head, exchange));
    } else if (last) {
      conversation.read(true);
    }
  }

  /** What is spoken after a 101 response (RFC 9110, section 7.8). */
  private Dialogue upgraded(Http1Head head, @Nullable Exchange exchange) {
    if (head.lists("Upgrade", "websocket")) {
      return new WebSocketDialogue(conversation, head.value("Sec-WebSocket-Extensions"));
    }
    if (head.lists("Upgrade", "h2c")) {
      return http2(exchange);
    }
    return new Detection(conversation);
  }

  private Http2Dialogue http2(@Nullable Exchange exchange) {
    Http2Dialogue http2 = new Http2Dialogue(conversation);
    if (exchange != null) {
      http2.upgradedFrom(exchange);
    }
    return http2;
  }

  /** The client goes on in HTTP/2 though no response that says so was seen. */
  void http2() {
    client.leave();
    server.leave();
    conversation.switchTo(http2(waiting.peekLast()));
  }

  /** Bytes that are no message. */
  void malformed(Http1Message message) {
    List<Field> none = List.of();
    tell(message, Protocol.HTTP, Kind.MALFORMED, -1, "not an HTTP message", none);
  }

  private void tell(
      Http1Message message,
      Protocol protocol,
      Kind kind,
      int request,
      String summary,
      List<Field> fields) {
    boolean fromClient = message.fromClient();
    conversation.tell(
        protocol, kind, fromClient, message.carrier(), request, summary, fields, message.problem());
  }
}
