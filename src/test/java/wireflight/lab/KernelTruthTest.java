package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.Connection;
import wireflight.connection.SegmentFacts;
import wireflight.connection.Transport;
import wireflight.trace.KernelSample;
import wireflight.trace.SocketName;
import wireflight.trace.Trace;

/** What the kernel said of a socket agrees with the state that follows from the packets. */
class KernelTruthTest {
  /**
   * A packet is stamped when it is sighted: a little before the receiving end has acted on it, a
   * little after the sending end has changed its state to send it.
   */
  private static final long ACTED_ON_NANOS = 1_000_000;

  private static final List<String> WITHOUT_CONNECTION = List.of("CLOSED", "LISTEN");

  static Stream<String> lessons() {
    return new Lessons().builtIn().stream().map(Lesson::id);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everySampleIsInAStateThatThePacketsHadBroughtAbout(String lesson) {
    Trace trace = RecordedRun.shared(lesson).trace();
    Analysis analysis = Analyzer.analyze(trace);
    for (int row = 0; row < trace.size(); row++) {
      if (!trace.isFrame(row) && trace.event(row) instanceof KernelSample sample) {
        assertThat(possibleStates(analysis, sample))
            .as("%s, frame %d: %s", lesson, row + 1, sample.message())
            .contains(sample.state());
      }
    }
  }

  /** The state at the sample's beginning, and those that packets brought about until its end. */
  private static Set<String> possibleStates(Analysis analysis, KernelSample sample) {
    Optional<Connection> connection =
        analysis.connections().stream()
            .filter(each -> each.transport() == Transport.TCP)
            .filter(each -> isAtItsDevice(analysis, each, sample.socket()))
            .filter(
                each -> isEnd(each, sample.socket(), true) || isEnd(each, sample.socket(), false))
            .findFirst();
    if (connection.isEmpty()) {
      return Set.copyOf(WITHOUT_CONNECTION);
    }
    boolean client = isEnd(connection.get(), sample.socket(), true);
    Set<String> states = new LinkedHashSet<>(List.of("CLOSED"));
    for (int row = connection.get().firstRow(); row <= connection.get().lastRow(); row++) {
      Optional<SegmentFacts> segment =
          analysis.connectionOf(row) == connection.get().index()
              ? analysis.segment(row)
              : Optional.empty();
      long time = analysis.trace().time(row);
      if (segment.isEmpty() || time > sample.until() + ACTED_ON_NANOS) {
        continue;
      }
      if (time <= sample.time() - ACTED_ON_NANOS) {
        states.clear();
      }
      states.add((client ? segment.get().clientState() : segment.get().serverState()).rfcName());
    }
    // Linux keeps TIME-WAIT in a record apart: a socket that is still open is CLOSED by then.
    if (states.contains("TIME-WAIT")) {
      states.add("CLOSED");
    }
    return states;
  }

  /** Of a connection that was seen at two devices, only the socket's own sees it as its kernel. */
  private static boolean isAtItsDevice(Analysis analysis, Connection each, SocketName socket) {
    String point = analysis.trace().capturePoints().get(each.capturePoint()).description();
    return !socket.device().startsWith("Device") || point.startsWith(socket.device() + ",");
  }

  private static boolean isEnd(Connection connection, SocketName socket, boolean client) {
    String near = (client ? connection.client() : connection.server()).toString();
    String far = (client ? connection.server() : connection.client()).toString();
    // While connect waits for its answer, the kernel does not name the other end.
    return socket.local().equals(near)
        && (socket.foreign().equals(far) || (client && socket.foreign().isEmpty()));
  }
}
