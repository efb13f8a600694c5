package wireflight.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.Connection;
import wireflight.connection.Services;
import wireflight.trace.Trace;

/** A line a connection. */
@Command(
    name = "connections",
    mixinStandardHelpOptions = true,
    description = "A line a TCP connection, UDP flow or SCTP association.")
final class ConnectionsCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "connection",
          "transport",
          "stream",
          "capture_point",
          "client",
          "client_port",
          "server",
          "server_port",
          "service",
          "first_frame",
          "last_frame",
          "start",
          "duration",
          "packets",
          "client_bytes",
          "server_bytes",
          "client_state",
          "server_state");

  @Mixin private final CaptureInput input = new CaptureInput();

  @Option(
      names = "--format",
      defaultValue = "tsv",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless told.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private RecordWriter.Format format;

  @Override
  public Integer call() {
    Trace trace = input.open();
    Analysis analysis = Analyzer.analyze(trace);
    StandardOutput.write(
        out -> {
          RecordWriter writer = RecordWriter.to(out, format, COLUMNS);
          for (Connection connection : analysis.connections()) {
            write(writer, trace, connection);
          }
          writer.finish();
        });
    return input.report(trace);
  }

  private static void write(RecordWriter out, Trace trace, Connection connection)
      throws IOException {
    int serverPort = connection.server().port();
    out.number(connection.index());
    out.text(connection.transport().name().toLowerCase(Locale.ROOT));
    out.number(connection.stream());
    out.number(connection.capturePoint());
    out.text(connection.client().address().toString());
    out.number(connection.client().port());
    out.text(connection.server().address().toString());
    out.number(serverPort);
    out.text(Services.name(serverPort, connection.transport()));
    out.number(connection.firstRow() + 1L);
    out.number(connection.lastRow() + 1L);
    // As in analyze: times count from the first row, or from 1970 where that has none.
    if (trace.time(0) == Trace.NO_TIME && trace.time(connection.firstRow()) != Trace.NO_TIME) {
      out.seconds(trace.time(connection.firstRow()));
    } else {
      span(out, trace, 0, connection.firstRow());
    }
    span(out, trace, connection.firstRow(), connection.lastRow());
    out.number(connection.packets());
    out.number(connection.clientBytes());
    out.number(connection.serverBytes());
    out.text(connection.clientState().rfcName());
    out.text(connection.serverState().rfcName());
    out.end();
  }

  private static void span(RecordWriter out, Trace trace, int from, int to) throws IOException {
    if (trace.time(from) == Trace.NO_TIME || trace.time(to) == Trace.NO_TIME) {
      out.none();
    } else {
      out.seconds(trace.time(to) - trace.time(from));
    }
  }
}
