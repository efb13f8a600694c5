package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.Connection;
import wireflight.connection.SegmentFacts;
import wireflight.connection.Sightings;
import wireflight.connection.Transport;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.Event;
import wireflight.trace.KernelSample;
import wireflight.trace.SocketName;
import wireflight.trace.Trace;

/** What the kernel said of a socket agrees with the state that follows from the packets. */
@Isolated("what lessons send hangs on timers, and other runs would delay them")
class KernelTruthTest {
  /**
   * A packet is stamped when it is sighted: a little before the receiving end has acted on it, and
   * a little after the sending end has changed its state to send it. Nothing else is allowed for;
   * runs of all lessons needed none of it, on a busy machine too.
   */
  private static final long ACTED_ON_NANOS = 100_000;

  static Stream<String> lessons() {
    return new Lessons().builtIn().stream().map(Lesson::id);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everySampleIsInAStateThatThePacketsHadBroughtAbout(String lesson) {
    Trace trace = RecordedRun.shared(lesson).trace();
    Analysis analysis = Analyzer.analyze(trace);
    Sightings sightings = Sightings.of(analysis);
    Set<Integer> compared = new HashSet<>();
    for (int row = 0; row < trace.size(); row++) {
      if (!trace.isFrame(row) && trace.event(row) instanceof KernelSample sample) {
        Optional<Connection> seen = connection(analysis, sample);
        seen.ifPresent(connection -> compared.add(connection.index()));
        assertThat(
                seen.map(it -> possible(analysis, it, sample)).orElse(Set.of("CLOSED", "LISTEN")))
            .as("%s, frame %d: %s", lesson, row + 1, sample.message())
            .contains(sample.state());
      }
    }
    // A test that compared nothing would prove nothing: but for those refused at once, with a SYN
    // and a RST, the client's end of each has samples.
    assertThat(compared)
        .containsAll(
            analysis.connections().stream()
                .filter(each -> each.transport() == Transport.TCP && each.packets() > 2)
                .map(Connection::index)
                .filter(sightings::isPrimary)
                .toList());
  }

  /** The connection of a sample's socket, as sighted where that socket is; the latest by then. */
  private static Optional<Connection> connection(Analysis analysis, KernelSample sample) {
    Connection found = null;
    for (Connection each : analysis.connections()) {
      boolean client = isEnd(each, sample.socket(), true);
      boolean here = isAtItsDevice(analysis, each, sample.socket());
      boolean begun = analysis.trace().time(each.firstRow()) <= sample.until() + ACTED_ON_NANOS;
      if (each.transport() == Transport.TCP
          && (client || isEnd(each, sample.socket(), false))
          && here
          && (begun || found == null)) {
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The state at the sample's beginning, and those that packets brought about until its end. */
  private static Set<String> possible(
      Analysis analysis, Connection connection, KernelSample sample) {
    boolean client = isEnd(connection, sample.socket(), true);
    Set<String> states = new LinkedHashSet<>(List.of("CLOSED"));
    for (int row = connection.firstRow(); row <= connection.lastRow(); row++) {
      Optional<SegmentFacts> segment =
          analysis.connectionOf(row) == connection.index()
              ? analysis.segment(row)
              : Optional.empty();
      if (segment.isEmpty()) {
        continue;
      }
      boolean sent = segment.get().fromClient() == client;
      long time = analysis.trace().time(row);
      // What was sent had changed the state already; what was received had yet to do so.
      long soonest = sent ? time - ACTED_ON_NANOS : time;
      long latest = sent ? time : time + ACTED_ON_NANOS;
      if (soonest > sample.until()) {
        continue;
      }
      if (latest <= sample.time()) {
        states.clear();
      }
      states.add((client ? segment.get().clientState() : segment.get().serverState()).rfcName());
    }
    if (states.contains("FIN-WAIT-2")
        && isCalled(analysis.trace(), sample.socket(), "close", sample.until())) {
      // Of a closed socket the record apart takes over here already; between the socket's end and
      // that record's beginning there is an instant at which the kernel finds neither.
      states.add("CLOSED");
    }
    if (states.contains("TIME-WAIT")) {
      // Linux keeps TIME-WAIT in a record apart, which is asked for after close; the socket itself,
      // while it is open, is CLOSED by then.
      boolean closing = isCalled(analysis.trace(), sample.socket(), "close", sample.until());
      boolean closed = isReturned(analysis.trace(), sample.socket(), "close", sample.time());
      if (!closing) {
        states.remove("TIME-WAIT");
      }
      if (!closed) {
        states.add("CLOSED");
      }
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

  private static boolean isCalled(Trace trace, SocketName socket, String name, long until) {
    return events(trace)
        .anyMatch(
            event ->
                event instanceof CallEntered call
                    && call.name().equals(name)
                    && call.socket().actor().equals(socket.actor())
                    && call.time() <= until);
  }

  private static boolean isReturned(Trace trace, SocketName socket, String name, long until) {
    return events(trace)
        .anyMatch(
            event ->
                event instanceof CallReturned call
                    && call.name().equals(name)
                    && call.socket().actor().equals(socket.actor())
                    && call.time() <= until);
  }

  private static Stream<Event> events(Trace trace) {
    return IntStream.range(0, trace.size())
        .filter(row -> !trace.isFrame(row))
        .mapToObj(trace::event);
  }
}
