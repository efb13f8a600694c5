package wireflight.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import wireflight.application.Field;
import wireflight.application.Message;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.trace.Trace;

/** Application messages as records: frames as Wireshark numbers them, the rest as it names them. */
final class MessageRows {
  static final List<String> COLUMNS =
      List.of(
          "connection",
          "transport",
          "stream",
          "from",
          "to",
          "first_frame",
          "last_frame",
          "frames",
          "time_relative",
          "protocol",
          "kind",
          "length",
          "summary",
          "offset",
          "request_frame",
          "problem",
          "detail");

  private final Analysis analysis;
  private final RecordWriter out;

  MessageRows(Analysis analysis, RecordWriter out) {
    this.analysis = analysis;
    this.out = out;
  }

  void write(Message message) throws IOException {
    Connection connection = analysis.connections().get(message.connection());
    boolean fromClient = message.fromClient();
    out.number(connection.index());
    out.text(connection.transport().name().toLowerCase(Locale.ROOT));
    out.number(connection.stream());
    out.text((fromClient ? connection.client() : connection.server()).toString());
    out.text((fromClient ? connection.server() : connection.client()).toString());
    out.number(message.rows().first() + 1L);
    out.number(message.rows().last() + 1L);
    out.numbers(message.rows().stream().map(row -> row + 1));
    time(message);
    out.text(message.protocol().label());
    out.text(message.kind().fieldName());
    out.number(message.length());
    out.text(message.summary());
    out.number(message.offset());
    if (message.request() < 0) {
      out.none();
    } else {
      out.number(message.request() + 1L);
    }
    out.text(message.problem());
    out.text(message.fields().stream().map(Field::toString).collect(Collectors.joining("; ")));
    out.end();
  }

  private void time(Message message) throws IOException {
    // As in analyze: times count from the first row, or from 1970 where that has none.
    long first = analysis.trace().time(0);
    if (message.time() == Trace.NO_TIME) {
      out.none();
    } else {
      out.seconds(message.time() - (first == Trace.NO_TIME ? 0 : first));
    }
  }
}
