package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.trace.WireVerdict;

/** Whatever a wire does to packets is seen in the recording as what it is. */
class BadWireTest {
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
    SeenOnWire seen = SeenOnWire.of(run.trace());
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
    SeenOnWire seen = SeenOnWire.of(run.trace());
    assertThat(seen.lost())
        .singleElement()
        .matches(flight -> flight.arrivalRow() >= 0 && !flight.received())
        .matches(flight -> flight.againRow() > flight.row())
        .matches(flight -> flight.note().contains("one bit damaged"));
  }

  private static RecordedRun badWire(String means) throws IOException {
    WorkersWire.assumePossible();
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
}
