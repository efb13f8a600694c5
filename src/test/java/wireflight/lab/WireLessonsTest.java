package wireflight.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.TcpState;
import wireflight.timeline.Durations;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;
import wireflight.trace.Trace;
import wireflight.trace.WireVerdict;

/** The lessons on the wire: what they are about is really in what is recorded. */
class WireLessonsTest {
  private static final long MILLI = 1_000_000;

  /** A recording and what follows from it. */
  private record Seen(Trace trace, Analysis analysis, Timeline timeline) {
    Seen(Trace trace, Analysis analysis) {
      this(trace, analysis, TimelineBuilder.build(analysis));
    }

    List<Moment.Flight> flights(Predicate<Moment.Flight> which) {
      return timeline.momentsBetween(1, timeline.steps()).stream()
          .filter(Moment.Flight.class::isInstance)
          .map(Moment.Flight.class::cast)
          .filter(which)
          .toList();
    }

    List<Moment.Flight> data() {
      return flights(flight -> flight.kind() == Moment.Kind.DATA);
    }

    List<Moment.Flight> lost() {
      return flights(Moment.Flight::lost);
    }
  }

  /** The shipped recording. */
  private static Seen shipped(String lesson) throws IOException {
    Trace trace = Recording.open(Path.of("assets/recordings", lesson + ".pcapng"));
    return new Seen(trace, Analyzer.analyze(trace));
  }

  /** The shipped recording, and one made now where there can be a wire. */
  private static Stream<Seen> recordings(String lesson) throws IOException {
    List<Seen> all = new ArrayList<>(List.of(shipped(lesson)));
    if (Trial.WIRE.outcome().isEmpty()) {
      Trace trace = RecordedRun.shared(lesson).trace();
      all.add(new Seen(trace, Analyzer.analyze(trace)));
    }
    return all.stream();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wire-rtt", "wire-mtu", "wire-ipv6", "wire-udp-tcp", "wire-time-wait"})
  void everyFlightIsMeasuredButThatOfTheRouter(String lesson) throws IOException {
    recordings(lesson)
        .forEach(
            seen -> {
              assertThat(seen.timeline.measured()).isTrue();
              assertThat(seen.trace.capturePoints())
                  .extracting(point -> point.name())
                  .containsExactly("device1", "device2");
              assertThat(seen.flights(flight -> true))
                  .filteredOn(flight -> flight.kind() != Moment.Kind.ERROR)
                  .allMatch(Moment.Flight::measured)
                  .allMatch(flight -> flight.lost() || flight.arrival() > flight.time())
                  .noneMatch(flight -> flight.lost() && flight.arrivalRow() >= 0);
              assertThat(seen.timeline.lifelines())
                  .extracting(lifeline -> lifeline.device())
                  .containsOnly("Device 1", "Device 2");
            });
  }

  @Test
  void theHandshakeTakesARoundTrip() throws IOException {
    recordings("wire-rtt")
        .forEach(
            seen -> {
              assertThat(seen.timeline.usualFlight()).isBetween(40 * MILLI, 45 * MILLI);
              assertThat(seen.lost()).isEmpty();
              Moment.Call connect =
                  seen.timeline.momentsBetween(1, seen.timeline.steps()).stream()
                      .filter(Moment.Call.class::isInstance)
                      .map(Moment.Call.class::cast)
                      .filter(call -> call.text().startsWith("connect"))
                      .findFirst()
                      .orElseThrow();
              assertThat(connect.returned() - connect.time()).isGreaterThan(80 * MILLI);
            });
  }

  @Test
  void slowStartBeginsWithTenSegmentsAndDoubles() throws IOException {
    Seen seen = shipped("wire-slow-start");
    List<Moment.Flight> data = seen.data();
    // A pause of a good part of the round trip separates the groups.
    List<Integer> groups = new ArrayList<>();
    int group = 1;
    for (int i = 1; i < data.size(); i++) {
      if (data.get(i).time() - data.get(i - 1).time() > 40 * MILLI) {
        groups.add(group);
        group = 0;
      }
      group++;
    }
    groups.add(group);
    assertThat(groups).hasSize(3);
    assertThat(groups.get(0)).isEqualTo(10);
    assertThat(groups.get(1)).isEqualTo(20);
  }

  @Test
  void duplicateAcknowledgmentsBringTheLostSegmentBackBeforeTheTimer() throws IOException {
    recordings("wire-fast-retransmit")
        .forEach(
            seen -> {
              assertThat(seen.lost()).hasSize(1);
              Moment.Flight lost = seen.lost().getFirst();
              assertThat(lost.againRow()).isPositive();
              assertThat(lost.timed()).isFalse();
              assertThat(lost.note()).isEqualTo("dropped: data segment 3, as asked");
              assertThat(seen.trace.time(lost.againRow()) - lost.time()).isLessThan(180 * MILLI);
            });
  }

  @Test
  void selectiveAcknowledgmentFillsThreeGapsAndSendsNothingElseTwice() throws IOException {
    recordings("wire-sack")
        .forEach(
            seen -> {
              assertThat(seen.lost()).hasSize(3).allMatch(flight -> flight.againRow() > 0);
              assertThat(seen.data()).hasSize(13);
            });
  }

  @Test
  void theTimerDoubles() throws IOException {
    Seen seen = shipped("wire-backoff");
    List<Moment.Flight> lost = seen.lost();
    assertThat(lost).hasSizeGreaterThan(3).allMatch(Moment.Flight::timed);
    List<Long> waits =
        lost.stream().map(flight -> seen.trace.time(flight.againRow()) - flight.time()).toList();
    // The first is the tail loss probe's, not the timer's.
    for (int i = 2; i < waits.size(); i++) {
      assertThat((double) waits.get(i) / waits.get(i - 1)).isBetween(1.6, 2.4);
    }
  }

  @Test
  void aSynThatDisappearsIsSentAgainUntilOneArrives() throws IOException {
    Seen seen = shipped("wire-black-hole");
    assertThat(seen.lost())
        .hasSizeGreaterThan(1)
        .allMatch(flight -> flight.head().equals("SYN") && flight.timed());
    assertThat(seen.analysis.connections().getFirst().clientState()).isEqualTo(TcpState.TIME_WAIT);
  }

  @Test
  void nothingIsLostWhereOnlyTheOrderChanged() throws IOException {
    Seen seen = shipped("wire-reordering");
    assertThat(seen.lost()).isEmpty();
    List<Moment.Flight> data = seen.data();
    assertThat(data).hasSize(11);
    assertThat(data.get(1).arrival()).isGreaterThan(data.get(9).arrival());
    assertThat(data.getLast().note()).contains("retransmission");
  }

  @Test
  void aFullQueueDropsWhatComesTooFast() throws IOException {
    Seen seen = shipped("wire-queue");
    assertThat(seen.lost())
        .isNotEmpty()
        .allMatch(flight -> flight.note().contains("the queue of 8 is full"));
  }

  @Test
  void theWindowGrowsBeyondWhatItsFieldHolds() throws IOException {
    Seen seen = shipped("wire-fat-pipe");
    long most = 0;
    for (int row = 0; row < seen.trace.size(); row++) {
      most = seen.analysis.isSegment(row) ? Math.max(most, seen.analysis.window(row)) : most;
    }
    assertThat(most).isGreaterThan(65_535);
  }

  /** By ICMP (RFC 1191) and by ICMPv6 (RFC 8201). */
  @ParameterizedTest
  @ValueSource(strings = {"wire-mtu", "wire-ipv6"})
  void theRouterTellsWhatWouldFit(String lesson) throws IOException {
    recordings(lesson)
        .forEach(
            seen -> {
              assertThat(seen.lost())
                  .isNotEmpty()
                  .allMatch(flight -> flight.note().contains("longer than the MTU of 1300"));
              assertThat(seen.flights(flight -> flight.kind() == Moment.Kind.ERROR)).isNotEmpty();
            });
  }

  @Test
  void aLostDatagramStaysLostAndALostSegmentDoesNot() throws IOException {
    recordings("wire-udp-tcp")
        .forEach(
            seen -> {
              List<Moment.Flight> datagrams =
                  seen.flights(flight -> flight.kind() == Moment.Kind.DATAGRAM);
              assertThat(datagrams)
                  .extracting(Moment.Flight::lost)
                  .containsExactly(false, true, false);
              assertThat(datagrams)
                  .extracting(Moment.Flight::received)
                  .containsExactly(true, false, true);
              assertThat(seen.data())
                  .filteredOn(Moment.Flight::lost)
                  .hasSize(1)
                  .allMatch(flight -> flight.againRow() > 0);
              Moment.Flight three = seen.data().get(2);
              Moment.Flight again = seen.data().get(3);
              assertThat(three.arrival()).isLessThan(again.arrival());
              assertThat(returnOf(seen, "peer.recv", "twothree"))
                  .as("a stream has an order")
                  .isGreaterThan(again.arrival());
            });
  }

  /** When a call returned, whose text begins and ends like this. */
  private static long returnOf(Seen seen, String begin, String result) {
    return seen.timeline.momentsBetween(1, seen.timeline.steps()).stream()
        .filter(Moment.Call.class::isInstance)
        .map(Moment.Call.class::cast)
        .filter(call -> call.text().startsWith(begin) && call.outcome().contains(result))
        .findFirst()
        .orElseThrow()
        .returned();
  }

  @Test
  void theAcknowledgmentWaitsForAnAnswerThatDoesNotCome() throws IOException {
    Seen seen = shipped("wire-delayed-ack");
    Moment.Flight last = seen.data().getLast();
    Moment.Flight answer =
        seen.flights(
                flight ->
                    flight.kind() == Moment.Kind.ACKNOWLEDGMENT
                        && flight.from() == last.to()
                        && flight.row() > last.row())
            .getFirst();
    assertThat(answer.time() - last.arrival()).isGreaterThan(30 * MILLI);
  }

  @Test
  void aLateCopyMeetsTimeWait() throws IOException {
    Seen seen = shipped("wire-time-wait");
    List<Moment> moments = seen.timeline.momentsBetween(1, seen.timeline.steps());
    long waits =
        moments.stream()
            .filter(Moment.StateChange.class::isInstance)
            .map(Moment.StateChange.class::cast)
            .filter(change -> change.state() == TcpState.TIME_WAIT)
            .findFirst()
            .orElseThrow()
            .time();
    assertThat(seen.data()).hasSize(2);
    assertThat(seen.data().getLast().note()).isEqualTo("duplicated on the wire");
    assertThat(seen.data().getLast().arrival()).isGreaterThan(waits);
    long late = seen.data().getLast().arrival() - seen.data().getLast().time();
    assertThat(seen.data().getLast().label())
        .contains("  " + Durations.text(late, Locale.ROOT) + "  ");
    assertThat(late).isGreaterThan(700 * MILLI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop data 2 from client",
        "drop ack 1 from device 2",
        "loss 30% seed 5",
        "mtu 600",
        "rate 1Mbit queue 2"
      })
  void whatIsLostInWhateverWayNeverArrives(String means) throws IOException {
    RecordedRun run = badWire(means);
    Seen seen = new Seen(run.trace(), Analyzer.analyze(run.trace()));
    long dropped =
        IntStream.range(0, run.trace().size())
            .filter(row -> !run.trace().isFrame(row))
            .filter(
                row ->
                    run.trace().event(row) instanceof WireVerdict verdict
                        && verdict.fate() == WireVerdict.Fate.DROPPED)
            .count();
    assertThat(seen.lost()).hasSize((int) dropped).allMatch(flight -> flight.arrivalRow() < 0);
    assertThat(seen.flights(flight -> flight.measured() && !flight.lost()))
        .isNotEmpty()
        .allMatch(flight -> flight.onItsWay() || flight.arrival() > flight.time());
  }

  /** Its kernel finds the wrong checksum and throws it away: it came, and was not received. */
  @Test
  void whatIsDamagedComesToTheDeviceAndIsLostThere() throws IOException {
    RecordedRun run = badWire("damage data 1");
    Seen seen = new Seen(run.trace(), Analyzer.analyze(run.trace()));
    assertThat(seen.lost())
        .singleElement()
        .matches(flight -> flight.arrivalRow() >= 0 && !flight.received())
        .matches(flight -> flight.againRow() > flight.row())
        .matches(flight -> flight.note().contains("one bit damaged"));
  }

  private static RecordedRun badWire(String means) throws IOException {
    if (Trial.WIRE.outcome().isPresent()) {
      abort("needs namespaces and /dev/net/tun");
    }
    return RecordedRun.of(
        "wire delay 10ms",
        "server = socket tcp on device 2",
        "server bind :8080",
        "server listen 5",
        "client = socket tcp on device 1",
        "client connect server",
        "peer = accept server",
        "wire " + means,
        "client send 14480 bytes",
        "peer recv all 14480");
  }

  @Test
  void segmentsOverIpv6FitTheWayOnceTheRouterHasSpoken() throws IOException {
    recordings("wire-ipv6")
        .forEach(
            seen -> {
              assertThat(seen.timeline.lifelines())
                  .extracting(lifeline -> lifeline.address())
                  .anyMatch(address -> address.startsWith("[fd00::1]:"))
                  .contains("[fd00::2]:8080");
              Moment.Flight told =
                  seen.flights(flight -> flight.kind() == Moment.Kind.ERROR).getFirst();
              assertThat(told.label()).contains("ICMPv6");
              assertThat(seen.data())
                  .filteredOn(flight -> flight.time() > told.time() + 25 * MILLI)
                  .isNotEmpty()
                  .allMatch(flight -> flight.bytes() <= 1228 && flight.arrivalRow() >= 0);
              assertThat(seen.timeline.usualFlight()).isBetween(20 * MILLI, 25 * MILLI);
            });
  }

  @Test
  void oneDevicesViewAloneHasNoRetransmissionThatWasNone() throws Exception {
    Path all = Path.of("assets/recordings/wire-rtt.pcapng");
    for (String device : List.of("device1", "device2")) {
      Process process;
      try {
        process =
            new ProcessBuilder(
                    "tshark",
                    "-r",
                    all.toString(),
                    "-w",
                    "-",
                    "-Y",
                    "frame.interface_name == \"" + device + "\"")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
      } catch (IOException e) {
        abort("needs tshark");
        return;
      }
      Path one = Files.createTempFile("view", ".pcapng");
      try {
        Files.write(one, process.getInputStream().readAllBytes());
        Process check =
            new ProcessBuilder("tshark", "-r", one.toString(), "-Y", "tcp.analysis.flags")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(check.getInputStream().readAllBytes(), UTF_8)).isEmpty();
        Process count =
            new ProcessBuilder("tshark", "-r", one.toString(), "-Y", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(count.getInputStream().readAllBytes(), UTF_8).lines().count())
            .isGreaterThan(10);
      } finally {
        Files.delete(one);
      }
    }
  }
}
