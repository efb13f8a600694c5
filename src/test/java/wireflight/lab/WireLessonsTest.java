package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.connection.TcpState;
import wireflight.timeline.Durations;
import wireflight.timeline.Moment;

/** The lessons on the wire: what they are about is really in what is recorded. */
@Isolated("what lessons send hangs on timers, and other runs would delay them")
class WireLessonsTest {
  private static final long MILLI = 1_000_000;

  @ParameterizedTest
  @ValueSource(strings = {"wire-rtt", "wire-mtu", "wire-ipv6", "wire-udp-tcp", "wire-time-wait"})
  void everyFlightIsMeasuredButThatOfTheRouter(String lesson) throws IOException {
    SeenOnWire.recordings(lesson)
        .forEach(
            seen -> {
              assertThat(seen.timeline().measured()).isTrue();
              assertThat(seen.trace().capturePoints())
                  .extracting(point -> point.name())
                  .containsExactly("device1", "device2");
              assertThat(seen.flights(flight -> true))
                  .filteredOn(flight -> flight.kind() != Moment.Kind.ERROR)
                  .allMatch(Moment.Flight::measured)
                  .allMatch(flight -> flight.lost() || flight.arrival() > flight.time())
                  .noneMatch(flight -> flight.lost() && flight.arrivalRow() >= 0);
              assertThat(seen.timeline().lifelines())
                  .extracting(lifeline -> lifeline.device())
                  .containsOnly("Device 1", "Device 2");
            });
  }

  @Test
  void theHandshakeTakesARoundTrip() throws IOException {
    SeenOnWire.recordings("wire-rtt")
        .forEach(
            seen -> {
              assertThat(seen.timeline().usualFlight()).isBetween(40 * MILLI, 45 * MILLI);
              assertThat(seen.lost()).isEmpty();
              Moment.Call connect =
                  seen.calls()
                      .filter(call -> call.text().startsWith("connect"))
                      .findFirst()
                      .orElseThrow();
              assertThat(connect.returned() - connect.time()).isGreaterThan(80 * MILLI);
            });
  }

  @Test
  void slowStartBeginsWithTenSegmentsAndDoubles() throws IOException {
    SeenOnWire seen = SeenOnWire.shipped("wire-slow-start");
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
  void nothingIsLostWhereOnlyTheOrderChanged() throws IOException {
    SeenOnWire seen = SeenOnWire.shipped("wire-reordering");
    assertThat(seen.lost()).isEmpty();
    List<Moment.Flight> data = seen.data();
    assertThat(data).hasSize(11);
    assertThat(data.get(1).arrival()).isGreaterThan(data.get(9).arrival());
    assertThat(data.getLast().note()).contains("retransmission");
  }

  @Test
  void theWindowGrowsBeyondWhatItsFieldHolds() throws IOException {
    SeenOnWire seen = SeenOnWire.shipped("wire-fat-pipe");
    long most = 0;
    for (int row = 0; row < seen.trace().size(); row++) {
      most = seen.analysis().isSegment(row) ? Math.max(most, seen.analysis().window(row)) : most;
    }
    assertThat(most).isGreaterThan(65_535);
  }

  /** By ICMP (RFC 1191) and by ICMPv6 (RFC 8201). */
  @ParameterizedTest
  @ValueSource(strings = {"wire-mtu", "wire-ipv6"})
  void theRouterTellsWhatWouldFit(String lesson) throws IOException {
    SeenOnWire.recordings(lesson)
        .forEach(
            seen -> {
              assertThat(seen.lost())
                  .isNotEmpty()
                  .allMatch(flight -> flight.note().contains("longer than the MTU of 1300"));
              assertThat(seen.flights(flight -> flight.kind() == Moment.Kind.ERROR)).isNotEmpty();
            });
  }

  @Test
  void theAcknowledgmentWaitsForAnAnswerThatDoesNotCome() throws IOException {
    SeenOnWire seen = SeenOnWire.shipped("wire-delayed-ack");
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
    SeenOnWire seen = SeenOnWire.shipped("wire-time-wait");
    List<Moment> moments = seen.timeline().momentsBetween(1, seen.timeline().steps());
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

  @Test
  void segmentsOverIpv6FitTheWayOnceTheRouterHasSpoken() throws IOException {
    SeenOnWire.recordings("wire-ipv6")
        .forEach(
            seen -> {
              assertThat(seen.timeline().lifelines())
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
              assertThat(seen.timeline().usualFlight()).isBetween(20 * MILLI, 25 * MILLI);
            });
  }
}
