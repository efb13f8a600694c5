package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import wireflight.connection.TcpState;
import wireflight.timeline.Moment;

/** The lessons in which the wire loses packets: what is lost, and what brings it back. */
@Isolated("what lessons send hangs on timers, and other runs would delay them")
class WireLossTest {
  private static final long MILLI = 1_000_000;

  @Test
  void duplicateAcknowledgmentsBringTheLostSegmentBackBeforeTheTimer() throws IOException {
    SeenOnWire.recordings("wire-fast-retransmit")
        .forEach(
            seen -> {
              assertThat(seen.lost()).hasSize(1);
              Moment.Flight lost = seen.lost().getFirst();
              assertThat(lost.againRow()).isPositive();
              assertThat(lost.timed()).isFalse();
              assertThat(lost.note()).isEqualTo("dropped: data segment 3, as asked");
              assertThat(seen.trace().time(lost.againRow()) - lost.time()).isLessThan(180 * MILLI);
            });
  }

  @Test
  void selectiveAcknowledgmentFillsThreeGapsAndSendsNothingElseTwice() throws IOException {
    SeenOnWire.recordings("wire-sack")
        .forEach(
            seen -> {
              assertThat(seen.lost()).hasSize(3).allMatch(flight -> flight.againRow() > 0);
              assertThat(seen.data()).hasSize(13);
            });
  }

  @Test
  void theTimerDoubles() throws IOException {
    SeenOnWire seen = SeenOnWire.shipped("wire-backoff");
    List<Moment.Flight> lost = seen.lost();
    assertThat(lost).hasSizeGreaterThan(3).allMatch(Moment.Flight::timed);
    List<Long> waits =
        lost.stream().map(flight -> seen.trace().time(flight.againRow()) - flight.time()).toList();
    // The first is the tail loss probe's, not the timer's.
    for (int i = 2; i < waits.size(); i++) {
      assertThat((double) waits.get(i) / waits.get(i - 1)).isBetween(1.6, 2.4);
    }
  }

  @Test
  void aSynThatDisappearsIsSentAgainUntilOneArrives() throws IOException {
    SeenOnWire seen = SeenOnWire.shipped("wire-black-hole");
    assertThat(seen.lost())
        .hasSizeGreaterThan(1)
        .allMatch(flight -> flight.head().equals("SYN") && flight.timed());
    assertThat(seen.analysis().connections().getFirst().clientState())
        .isEqualTo(TcpState.TIME_WAIT);
  }

  @Test
  void aFullQueueDropsWhatComesTooFast() throws IOException {
    SeenOnWire seen = SeenOnWire.shipped("wire-queue");
    assertThat(seen.lost())
        .isNotEmpty()
        .allMatch(flight -> flight.note().contains("the queue of 8 is full"));
  }

  @Test
  void aLostDatagramStaysLostAndALostSegmentDoesNot() throws IOException {
    SeenOnWire.recordings("wire-udp-tcp")
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
  private static long returnOf(SeenOnWire seen, String begin, String result) {
    return seen.calls()
        .filter(call -> call.text().startsWith(begin) && call.outcome().contains(result))
        .findFirst()
        .orElseThrow()
        .returned();
  }
}
