package wireflight.application;

import java.util.List;
import java.util.Optional;

/** Looks at a JSON body on an HTTP/2 stream for a GraphQL operation, or for its outcome. */
final class GraphQlReader implements BodyReader {
  private final Conversation conversation;
  private final boolean fromClient;
  private final Http2Stream stream;
  private final Prefix prefix = new Prefix(Prefix.JSON);
  private final Carrier carrier = new Carrier();
  private boolean told;

  GraphQlReader(Conversation conversation, boolean fromClient, Http2Stream stream) {
    this.conversation = conversation;
    this.fromClient = fromClient;
    this.stream = stream;
  }

  @Override
  public void data(Inbox in, int count, Carrier frame) {
    prefix.add(in, 0, count);
    in.mark(count, carrier);
    in.consume(count, frame);
  }

  @Override
  public void gap(long length) {
    if (!carrier.isEmpty()) {
      carrier.miss(length);
    }
  }

  @Override
  public void end(String why) {
    if (told || carrier.isEmpty()) {
      return;
    }
    told = true;
    byte[] body = prefix.bytes();
    String cut = why.isEmpty() && carrier.missing() > 0 ? "Part of it was not captured" : why;
    List<Field> fields = List.of(new Field("stream", Integer.toString(stream.id())));
    if (fromClient) {
      Optional<String> operation = GraphQl.operation("POST", stream.path(), body);
      if (operation.isPresent()) {
        stream.markGraphQl();
        String summary = "POST " + GraphQl.path(stream.path()) + " " + operation.get();
        tell(Kind.REQUEST, -1, summary, fields, cut);
      }
    } else if (stream.isGraphQl()) {
      String summary = stream.status() + GraphQl.outcome(body);
      tell(Kind.RESPONSE, stream.requestRow(), summary, fields, cut);
    }
  }

  private void tell(Kind kind, int request, String summary, List<Field> fields, String problem) {
    conversation.tell(
        Protocol.GRAPHQL, kind, fromClient, carrier, request, summary, fields, problem);
  }
}
