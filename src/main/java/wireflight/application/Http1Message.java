package wireflight.application;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.x message while it is being read. */
final class Http1Message {
  private final boolean fromClient;
  private final Carrier carrier = new Carrier();
  private final List<Field> trailers = new ArrayList<>();
  private Prefix prefix = new Prefix(0);
  private @Nullable Http1Head head;
  private @Nullable Exchange exchange;
  private long bodyLength;
  private String problem = "";

  Http1Message(boolean fromClient) {
    this.fromClient = fromClient;
  }

  boolean fromClient() {
    return fromClient;
  }

  Carrier carrier() {
    return carrier;
  }

  /** Its head; null for bytes that have none. */
  @Nullable Http1Head head() {
    return head;
  }

  /** The exchange it belongs to; null where its request was not seen. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  /** The head has come; {@code keep} bytes of the body are wanted. */
  void begin(Http1Head whole, @Nullable Exchange belongsTo, int keep) {
    head = whole;
    exchange = belongsTo;
    prefix = new Prefix(keep);
    complain(whole.problem());
  }

  void body(Inbox in, int length) {
    prefix.add(in, 0, length);
    bodyLength += length;
    in.consume(length, carrier);
  }

  byte[] bodyPrefix() {
    return prefix.bytes();
  }

  void trailer(String line) {
    int colon = line.indexOf(':');
    if (colon > 0 && trailers.size() < Message.MOST_FIELDS) {
      trailers.add(new Field(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    }
  }

  /** Notes the first thing that is wrong. */
  void complain(String what) {
    if (problem.isEmpty()) {
      problem = what;
    }
  }

  String problem() {
    return problem.isEmpty() && carrier.missing() > 0
        ? Text.count(carrier.missing(), "byte") + " of it were not captured"
        : problem;
  }

  /** The header and trailer fields, after the version and the size of the body. */
  List<Field> fields(String version) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("version", version));
    long whole = bodyLength + carrier.missing();
    if (whole > 0) {
      fields.add(new Field("body", Text.count(whole, "byte")));
    }
    if (head != null) {
      fields.addAll(head.fields());
    }
    fields.addAll(trailers);
    return fields;
  }
}
