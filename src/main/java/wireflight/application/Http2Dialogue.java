package wireflight.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An HTTP/2 connection (RFC 9113): its frames, and the streams they belong to. */
final class Http2Dialogue extends TwoWay<Http2Parser> {
  /** The most open streams remembered; the oldest is forgotten first. */
  private static final int MOST_STREAMS = 256;

  private final Conversation conversation;
  private final Http2Parser client;
  private final Http2Parser server;
  private final Http2Headers headers;
  private final Map<Integer, Http2Stream> streams = new LinkedHashMap<>();
  private int longestFrame = 1 << 14;

  Http2Dialogue(Conversation conversation) {
    this.conversation = conversation;
    client = new Http2Parser(this, true);
    server = new Http2Parser(this, false);
    headers = new Http2Headers(conversation);
  }

  /** The connection was HTTP/1.1 before: its request has become stream 1 (RFC 7540, 3.2). */
  void upgradedFrom(Exchange exchange) {
    stream(1).request("", exchange.row());
  }

  @Override
  Http2Parser parser(boolean fromClient) {
    return fromClient ? client : server;
  }

  /** The longest frame that either side may send, as far as is known. */
  int longestFrame() {
    return longestFrame;
  }

  void preface(Carrier carrier) {
    tell(Kind.CONTROL, true, carrier, "connection preface", List.of(), "");
  }

  void malformed(boolean fromClient, Carrier carrier, String problem) {
    tell(Kind.MALFORMED, fromClient, carrier, "not a whole HTTP/2 frame", List.of(), problem);
  }

  /** A direction can no longer be followed. */
  void lose(boolean fromClient, String why) {
    headers.lose(fromClient);
    streams.values().forEach(stream -> stream.body(fromClient).end(why));
  }

  BodyReader body(boolean fromClient, int stream) {
    Http2Stream known = streams.get(stream);
    return known == null ? BodyReader.PLAIN : known.body(fromClient);
  }

  void dataGap(boolean fromClient, int stream, long length) {
    body(fromClient, stream).gap(length);
  }

  /** A header block is whole. */
  void headers(
      boolean fromClient,
      Carrier carrier,
      int id,
      int promised,
      int flags,
      byte[] block,
      String problem) {
    Http2Stream stream = stream(promised > 0 ? promised : id);
    headers.tell(fromClient, carrier, stream, promised > 0, flags, block, problem);
    if (promised == 0) {
      endStream(fromClient, id, flags);
    }
  }

  /** A DATA frame is whole. */
  void data(
      boolean fromClient, Carrier carrier, int stream, int flags, int length, String problem) {
    boolean last = (flags & Http2Names.END_STREAM) != 0;
    String summary =
        "DATA stream "
            + stream
            + ", "
            + Text.count(length, "byte")
            + (last ? ", end of stream" : "");
    boolean cut = problem.isEmpty() && carrier.missing() > 0;
    List<Field> fields = List.of(new Field("stream", Integer.toString(stream)));
    Http2Stream known = streams.get(stream);
    int request = fromClient || known == null ? -1 : known.requestRow();
    conversation.tell(
        Protocol.HTTP2,
        Kind.DATA,
        fromClient,
        carrier,
        request,
        summary,
        fields,
        cut ? Text.count(carrier.missing(), "byte") + " of it were not captured" : problem);
    endStream(fromClient, stream, flags);
  }

  /** Any other frame. */
  void control(
      boolean fromClient, Carrier carrier, int type, int flags, int stream, byte[] payload) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("stream", Integer.toString(stream)));
    ByteReader in = new ByteReader(payload);
    boolean ack = (flags & Http2Names.ACK) != 0;
    String name = Http2Names.frame(type);
    String summary =
        switch (type) {
          case Http2Names.SETTINGS -> {
            settings(in, fields);
            yield name + (ack ? " ack" : "");
          }
          case Http2Names.PING -> name + (ack ? " ack" : "");
          case Http2Names.RST_STREAM -> name + " stream " + stream + ", " + reset(in, stream);
          case Http2Names.GOAWAY -> {
            int last = in.four() & 0x7fff_ffff;
            yield name + ", last stream " + last + ", " + Http2Names.error(in.four());
          }
          case Http2Names.WINDOW_UPDATE ->
              name + " stream " + stream + ", " + (in.four() & 0x7fff_ffff) + " bytes more";
          case Http2Names.PRIORITY -> {
            in.skip(5);
            yield name + " stream " + stream;
          }
          default -> name + " stream " + stream + ", " + Text.count(payload.length, "byte");
        };
    Kind kind = type == Http2Names.RST_STREAM ? Kind.ALERT : Kind.CONTROL;
    tell(kind, fromClient, carrier, summary, fields, in.failed() ? "The frame is too short" : "");
  }

  private void settings(ByteReader in, List<Field> fields) {
    while (in.left() > 0) {
      int identifier = in.two();
      int value = in.four();
      fields.add(new Field(Http2Names.setting(identifier), Long.toString(value & 0xffff_ffffL)));
      if (identifier == 5 && value > longestFrame && value < 1 << 24) {
        longestFrame = value;
      }
    }
  }

  private String reset(ByteReader in, int id) {
    String error = Http2Names.error(in.four());
    Http2Stream stream = streams.remove(id);
    if (stream != null) {
      stream.cut("The stream was reset: " + error);
    }
    return error;
  }

  private Http2Stream stream(int id) {
    Http2Stream stream = streams.computeIfAbsent(id, Http2Stream::new);
    if (streams.size() > MOST_STREAMS) {
      streams.remove(streams.keySet().iterator().next());
    }
    return stream;
  }

  private void endStream(boolean fromClient, int id, int flags) {
    Http2Stream stream = streams.get(id);
    boolean last = (flags & Http2Names.END_STREAM) != 0;
    if (last && stream != null && stream.end(fromClient)) {
      streams.remove(id);
    }
  }

  private void tell(
      Kind kind,
      boolean fromClient,
      Carrier carrier,
      String summary,
      List<Field> fields,
      String problem) {
    conversation.tell(Protocol.HTTP2, kind, fromClient, carrier, -1, summary, fields, problem);
  }
}
