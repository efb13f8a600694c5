package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import wireflight.trace.CaptureStatistics;
import wireflight.trace.LessonStep;

/** Every built-in lesson, run for real: exactly the packets and calls that it is about. */
@Isolated("what lessons send hangs on timers, and other runs would delay them")
class BuiltInLessonsTest {
  @RepeatedTest(5)
  void handshakeIsTheSamePacketsEveryTime() throws IOException {
    RecordedRun run = RecordedRun.ofLesson("handshake");
    assertThat(run.packets())
        .containsExactly(
            "client S",
            "peer SA",
            "client A", // the handshake
            "client PA 5",
            "peer A",
            "peer PA 13",
            "client A",
            "client FA",
            "peer A",
            "peer FA",
            "client A");
    assertThat(run.calls())
        .containsExactly(
            "server: socket(AF_INET, SOCK_STREAM) = 0",
            "server: bind(127.0.0.1:8080) = 0",
            "server: listen(5) = 0",
            "client: socket(AF_INET, SOCK_STREAM) = 0",
            "client: connect(127.0.0.1:8080) = 0",
            "server: accept() = peer",
            "client: send(\"hello\", 5) = 5",
            "peer: recv(65536) = 5",
            "peer: send(\"hello, client\", 13) = 13",
            "client: recv(65536) = 13",
            "client: close() = 0",
            "peer: recv(65536) = 0",
            "peer: close() = 0",
            "server: close() = 0");
    assertThat(run.states("server")).containsExactly("CLOSED", "LISTEN", "CLOSED");
    // In SYN-SENT and FIN-WAIT-1 for as long as the answer takes: perhaps too short to be seen.
    List<String> brief = List.of("SYN-SENT", "FIN-WAIT-1");
    assertThat(run.states("client").stream().filter(state -> !brief.contains(state)))
        .containsExactly("CLOSED", "ESTABLISHED", "FIN-WAIT-2", "TIME-WAIT");
    assertThat(run.states("peer").stream().filter(state -> !state.equals("LAST-ACK")))
        .containsExactly("ESTABLISHED", "CLOSE-WAIT", "CLOSED");
  }

  @Test
  void aRecordingTellsItsStepsInOrderAndThatNothingWasLost() throws IOException {
    RecordedRun run = RecordedRun.shared("handshake");
    assertThat(run.events(LessonStep.class).map(LessonStep::step))
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
    CaptureStatistics counted = run.trace().statistics().getFirst();
    assertThat(counted.received()).isEqualTo(11);
    assertThat(counted.dropped()).isZero();
    for (int row = 1; row < run.trace().size(); row++) {
      assertThat(run.trace().time(row)).isGreaterThanOrEqualTo(run.trace().time(row - 1));
    }
  }

  @RepeatedTest(3)
  void aDatagramToNobodyComesBackAsIcmp() throws IOException {
    RecordedRun run = RecordedRun.shared("datagrams");
    assertThat(run.packets())
        .containsExactly("sender UDP 17", "sender UDP 6", "ICMP 3/3", "caller UDP 6", "ICMP 3/3");
    assertThat(run.calls("caller")).contains("caller: recv(65536) = -1 ECONNREFUSED");
    assertThat(run.calls("receiver"))
        .anyMatch(call -> call.matches("receiver: recvfrom\\(65536\\) = 17 from 127.0.0.1:\\d+"));
  }

  @RepeatedTest(3)
  void fourServicesAreReallyBoundToTheirPorts() throws IOException {
    RecordedRun run = RecordedRun.shared("four-clients");
    assertThat(run.calls())
        .contains(
            "mail: bind(127.0.0.1:587) = 0",
            "web: bind(127.0.0.1:443) = 0",
            "files: bind(127.0.0.1:21) = 0",
            "database: bind(127.0.0.1:5432) = 0");
    for (String[] pair :
        new String[][] {{"phone", "mail"}, {"laptop", "web"}, {"tablet", "database"}}) {
      assertThat(run.packets()).startsWith("phone S", "mail-peer SA", "phone A");
      assertThat(run.packets()).contains(pair[0] + " FA", pair[1] + "-peer FA");
    }
    assertThat(run.packets()).hasSize(38);
    assertThat(run.packets().subList(12, 22))
        .containsExactly(
            "mail-peer PA 24", "phone A",
            "files-peer PA 25", "desktop A",
            "laptop PA 10", "web-peer A",
            "tablet PA 15", "database-peer A",
            "desktop PA 6", "files-peer A");
  }

  @Test
  void aCallThatWaitsReturnsWhenItsTimeComes() throws IOException {
    RecordedRun run = RecordedRun.shared("waiting-server");
    assertThat(run.packets())
        .containsExactly(
            "client S",
            "peer SA",
            "client A",
            "client PA 12",
            "peer A",
            "client FA",
            "peer A",
            "peer FA",
            "client A");
    assertThat(run.calls("server", "peer"))
        .containsSubsequence("server: accept() = peer", "peer: recv(65536) = 12");
  }

  @Test
  void theSystemConnectsBeforeTheProgramAccepts() throws IOException {
    RecordedRun run = RecordedRun.shared("waiting-line");
    assertThat(run.calls())
        .containsSubsequence(
            "client: connect(127.0.0.1:8080) = 0",
            "client: send(\"Are you there?\", 14) = 14",
            "server: accept() = peer",
            "peer: recv(65536) = 14");
    assertThat(run.packets())
        .startsWith("client S", "peer SA", "client A", "client PA 14", "peer A");
  }

  @Test
  void aHalfClosedConnectionStillCarriesTheOtherDirection() throws IOException {
    RecordedRun run = RecordedRun.shared("half-close");
    assertThat(run.packets())
        .containsExactly(
            "client S",
            "peer SA",
            "client A",
            "client PA 20",
            "peer A",
            "client FA",
            "peer A",
            "peer PA 14",
            "client A",
            "peer FA",
            "client A");
    assertThat(run.states("client")).contains("FIN-WAIT-2");
    assertThat(run.states("peer")).contains("CLOSE-WAIT");
  }

  @Test
  void bothSidesMayEndTheirDirectionFirst() throws IOException {
    RecordedRun run = RecordedRun.shared("both-close");
    assertThat(run.packets())
        .containsExactly(
            "client S", "peer SA", "client A", "client FA", "peer A", "peer FA", "client A");
  }

  @Test
  void aPortWhereNobodyListensRefuses() throws IOException {
    RecordedRun run = RecordedRun.shared("refused");
    assertThat(run.calls())
        .contains(
            "client: connect(127.0.0.1:8080) = -1 ECONNREFUSED",
            "second: connect(127.0.0.1:8080) = -1 ECONNREFUSED",
            "third: connect(127.0.0.1:8080) = 0");
    assertThat(run.packets().stream().filter(packet -> packet.endsWith(" RA")).toList()).hasSize(3);
  }

  @Test
  void lingerZeroResets() throws IOException {
    RecordedRun run = RecordedRun.shared("reset");
    assertThat(run.packets())
        .containsExactly("client S", "peer SA", "client A", "client PA 5", "peer A", "client RA");
    assertThat(run.calls("peer"))
        .containsExactly(
            "peer: recv(65536) = 5", "peer: recv(65536) = -1 ECONNRESET", "peer: close() = 0");
  }

  // How the kernel cuts 20,000 bytes and merges acknowledgments depends on its timers.
  @Test
  void aReaderThatDoesNotReadClosesTheWindow() throws IOException {
    RecordedRun run = RecordedRun.shared("slow-reader");
    assertThat(run.calls("peer").subList(0, 4)).allMatch(call -> call.startsWith("peer: recv("));
    List<String> order = run.calls("client", "peer");
    int sent = indexOf(order, "client: send(");
    assertThat(sent).isGreaterThan(indexOf(order, "peer: recv("));
    assertThat(run.packets()).endsWith("client FA", "peer A", "peer FA", "client A");
  }

  @Test
  void datagramsKeepTheirEdges() throws IOException {
    RecordedRun run = RecordedRun.shared("echo");
    assertThat(run.packets())
        .containsExactly("client UDP 19", "server UDP 21", "client UDP 3", "client UDP 9");
    assertThat(run.calls("server").getLast()).isEqualTo("server: close() = 0");
    assertThat(run.calls("server")).anyMatch(call -> call.startsWith("server: recvfrom(4) = 4"));
  }

  @Test
  void ipv6IsNoDifferent() throws IOException {
    RecordedRun run = RecordedRun.shared("ipv6");
    assertThat(run.packets())
        .containsExactly(
            "client S",
            "peer SA",
            "client A",
            "client PA 15",
            "peer A",
            "client FA",
            "peer A",
            "peer FA",
            "client A",
            "sender UDP 6",
            "ICMP 1/4");
    assertThat(run.calls()).contains("server: bind([::1]:8080) = 0");
  }

  private static int indexOf(List<String> calls, String start) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).startsWith(start)) {
        return i;
      }
    }
    throw new AssertionError("no " + start + " in " + calls);
  }
}
