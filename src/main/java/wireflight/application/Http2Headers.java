package wireflight.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what the header blocks of an HTTP/2 connection say (RFC 9113, section 8). */
final class Http2Headers {
  private final Conversation conversation;
  private final Hpack client = new Hpack();
  private final Hpack server = new Hpack();

  Http2Headers(Conversation conversation) {
    this.conversation = conversation;
  }

  /** A block of this direction was missed. */
  void lose(boolean fromClient) {
    decoder(fromClient).lose();
  }

  private Hpack decoder(boolean fromClient) {
    return fromClient ? client : server;
  }

  /** Decodes a block and tells it as a request, a response or trailers of its stream. */
  void tell(
      boolean fromClient,
      Carrier carrier,
      Http2Stream stream,
      boolean promise,
      int flags,
      byte[] block,
      String problem) {
    Hpack decoder = decoder(fromClient);
    boolean wasBroken = decoder.isBroken();
    List<Field> headers = fields(decoder.decode(block));
    String wrong = problem;
    if (wrong.isEmpty() && decoder.isBroken()) {
      wrong =
          wasBroken ? "The header compression was lost before" : "The header block is malformed";
    }
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("stream", Integer.toString(stream.id())));
    fields.addAll(headers);
    boolean request = fromClient || promise;
    Kind kind = kind(request, stream, headers);
    String summary = summary(kind, promise, headers);
    if (kind == Kind.REQUEST) {
      stream.request(value(headers, ":path"), carrier.firstRow());
    }
    boolean grpc = value(headers, "content-type").startsWith("application/grpc");
    if (!promise) {
      readBody(fromClient, stream, headers, grpc, kind);
    }
    boolean call = grpc || stream.body(true) instanceof GrpcReader;
    conversation.tell(
        call ? Protocol.GRPC : Protocol.HTTP2,
        kind,
        fromClient,
        carrier,
        request ? -1 : stream.requestRow(),
        summary,
        fields,
        wrong);
    if (kind == Kind.RESPONSE && !value(headers, ":status").startsWith("1")) {
      stream.response(value(headers, ":status"));
    }
  }

  private static Kind kind(boolean request, Http2Stream stream, List<Field> headers) {
    boolean first = !value(headers, request ? ":method" : ":status").isEmpty();
    if (first || !stream.headerSeen(request)) {
      return request ? Kind.REQUEST : Kind.RESPONSE;
    }
    return Kind.TRAILERS;
  }

  private static String summary(Kind kind, boolean promise, List<Field> headers) {
    String status = value(headers, "grpc-status");
    String outcome = status.isEmpty() ? "" : "grpc-status " + Http2Names.grpcStatus(status);
    if (kind == Kind.REQUEST) {
      String target = value(headers, ":path");
      String authority = value(headers, ":authority");
      String line = value(headers, ":method") + " " + (target.isEmpty() ? authority : target);
      return (promise ? "push promise " : "") + (line.isBlank() ? "request header" : line);
    }
    if (kind == Kind.RESPONSE) {
      String code = value(headers, ":status");
      String line = code.isEmpty() ? "response header" : code;
      return outcome.isEmpty() ? line : line + ", " + outcome;
    }
    return outcome.isEmpty() ? "trailers" : "trailers, " + outcome;
  }

  private void readBody(
      boolean fromClient, Http2Stream stream, List<Field> headers, boolean grpc, Kind kind) {
    if (kind == Kind.TRAILERS) {
      return;
    }
    boolean json = value(headers, "content-type").toLowerCase(Locale.ROOT).contains("json");
    if (grpc) {
      stream.readBody(fromClient, new GrpcReader(conversation, fromClient, stream));
    } else if (json && (stream.isGraphQl() || value(headers, ":method").equals("POST"))) {
      stream.readBody(fromClient, new GraphQlReader(conversation, fromClient, stream));
    }
  }

  private static List<Field> fields(List<HpackTables.Header> headers) {
    List<Field> fields = new ArrayList<>();
    for (HpackTables.Header header : headers) {
      if (fields.size() < Message.MOST_FIELDS) {
        fields.add(new Field(text(header.name()), text(header.value())));
      }
    }
    return fields;
  }

  /** Bytes held a character each, as the UTF-8 they most likely are. */
  private static String text(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String value(List<Field> headers, String name) {
    for (Field field : headers) {
      if (field.name().equals(name)) {
        return field.value();
      }
    }
    return "";
  }
}
