package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.trace.Recording;

class SocketTableTest {
  private static final String S = "127.0.0.1:8080";
  private static final String C = "127.0.0.1:40312";

  @Test
  void aSocketHasNoAddressUntilItIsBoundAndListensOnceTold() {
    Script script = new Script();
    script.call("server", "socket(AF_INET, SOCK_STREAM)", "server", "4");
    assertThat(states(script)).containsExactly("server -- CLOSED");
    script.call("server", "bind(127.0.0.1:8080)", "server " + S, "0");
    assertThat(states(script)).containsExactly("server 127.0.0.1:8080 CLOSED");
    script.call("server " + S, "listen(5)", "server " + S, "0");
    assertThat(states(script)).containsExactly("server 127.0.0.1:8080 LISTEN");
    assertThat(last(script).getFirst().now().unacknowledged()).isEqualTo(5);
  }

  @Test
  void aConnectionIsThereBeforeAnybodyAcceptsItAndWaitsInTheQueue() {
    Script script = listening();
    script.call("client", "socket(AF_INET, SOCK_STREAM)", "client", "3");
    long connect = script.enter("client", "connect(127.0.0.1:8080)");
    script.tcp(C, S, "S", 1000, 0, "");
    // The rows to come tell which socket the SYN is of.
    Script whole = handshake(script, connect);
    Analysis analysis = whole.analysis();
    SocketTable table = SocketTable.of(analysis, -1);
    int ready = row(analysis, 3);
    assertThat(table.at(ready, -1))
        .extracting(line -> line.now().actor() + " " + line.now().state())
        .containsExactly("server LISTEN", "client ESTABLISHED", " ESTABLISHED");
    assertThat(table.at(ready, -1).getFirst().now().received()).isEqualTo(1);
    assertThat(last(whole).getFirst().now().received()).isZero();
    assertThat(last(whole).getLast().now().actor()).isEqualTo("peer");
  }

  @Test
  void anAssociationIsThereOnceItsCookieHasComeBackAndUntilItsEnd() throws IOException {
    Analysis analysis = Analyzer.analyze(Recording.open(Path.of("assets/recordings/sctp.pcapng")));
    SocketTable table = SocketTable.of(analysis, -1);
    assertThat(named(analysis, table, 1)).containsExactly("server LISTEN", "client COOKIE-WAIT");
    assertThat(named(analysis, table, 3))
        .containsExactly("server LISTEN", "client COOKIE-ECHOED", " ESTABLISHED");
    assertThat(named(analysis, table, 5))
        .containsExactly("server LISTEN", "client ESTABLISHED", "peer ESTABLISHED");
    assertThat(named(analysis, table, 10))
        .containsExactly("server LISTEN", "peer SHUTDOWN-ACK-SENT");
    assertThat(table.at(analysis.trace().size() - 1, -1)).isEmpty();
  }

  @Test
  void whoIsAskedForAnAssociationAndNeverAnswersHasNoLine() {
    Analysis analysis =
        new Script()
            .sctp(
                "10.0.0.2:5000", "10.0.0.1:3868", 0, "01000014 00000001 0000ffff 000a000a 00000064")
            .analysis();
    SocketTable table = SocketTable.of(analysis, -1);
    assertThat(table.most()).isEqualTo(1);
    assertThat(named(analysis, table, 1)).containsExactly(" COOKIE-WAIT");
  }

  /** What stands in the table after a packet, counted from 1. */
  private static List<String> named(Analysis analysis, SocketTable table, int frame) {
    return table.at(row(analysis, frame), -1).stream()
        .map(line -> line.now().actor() + " " + line.now().state())
        .toList();
  }

  @Test
  void bytesWaitInTheReceiversQueueUntilTheyAreTaken() {
    Analysis analysis = Recordings.handshake().analysis();
    SocketTable table = SocketTable.of(analysis, -1);
    int acknowledged = row(analysis, 5);
    SocketEntry peer = named(table, acknowledged, "peer");
    assertThat(peer.received()).isEqualTo(5);
    int data = row(analysis, 4);
    assertThat(named(table, data, "client").unacknowledged()).isEqualTo(5);
    assertThat(named(table, acknowledged, "client").unacknowledged()).isZero();
    assertThat(named(table, acknowledged + 1, "peer").received()).isZero();
  }

  @Test
  void aClosedConnectionStaysWithoutAProcessUntilTheKernelLetsGo() {
    List<SocketChange> lines = last(Recordings.handshake());
    assertThat(lines)
        .extracting(line -> line.now().state() + " " + line.now().held())
        .contains("TIME-WAIT false")
        .contains("LISTEN true");
  }

  @Test
  void aStepsChangesAreToldFromTheStepBefore() {
    Analysis analysis = Recordings.handshake().analysis();
    SocketTable table = SocketTable.of(analysis, -1);
    int syn = row(analysis, 1);
    List<SocketChange> lines = table.at(syn, syn - 1);
    assertThat(lines).filteredOn(SocketChange::isNew).hasSize(1);
    assertThat(lines).filteredOn(line -> !line.changed()).hasSize(1);
    int most = table.most();
    for (int row = 0; row < analysis.trace().size(); row++) {
      assertThat(table.at(row, row)).hasSizeLessThanOrEqualTo(most);
    }
  }

  @Test
  void fromPacketsAloneTheEndsOfConnectionsAreKnownAndNothingElse() {
    List<SocketChange> lines = last(Recordings.loss());
    assertThat(lines)
        .extracting(line -> line.now().local() + " " + line.now().state())
        .containsExactly(C + " ESTABLISHED", S + " ESTABLISHED");
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.now().received()).isEqualTo(SocketEntry.UNKNOWN));
    assertThat(SocketTable.of(Recordings.loss().analysis(), -1).callsKnown()).isFalse();
  }

  @Test
  void datagramSocketsHaveNoStateAndThoseThatDoNotExistAreNotThere() {
    assertThat(last(Recordings.datagrams()))
        .extracting(line -> line.now().actor() + " " + line.now().state())
        .containsExactly("server ", "client ");
  }

  @Test
  void theTableOfOneConnectionHasItsEndsAndTheirListener() {
    Analysis analysis = Recordings.services().analysis();
    SocketTable one = SocketTable.of(analysis, 1);
    assertThat(one.at(analysis.trace().size() - 1, -1))
        .extracting(line -> line.now().actor())
        .containsExactly("web", "client2", "webPeer");
  }

  private static Script listening() {
    Script script = new Script();
    script.call("server", "socket(AF_INET, SOCK_STREAM)", "server", "4");
    script.call("server", "bind(127.0.0.1:8080)", "server " + S, "0");
    return script.call("server " + S, "listen(5)", "server " + S, "0");
  }

  private static Script handshake(Script script, long connect) {
    script.tcp(S, C, "SA", 5000, 1001, "").tcp(C, S, "A", 1001, 5001, "");
    script.leave(connect, "client " + C + " " + S, "connect(127.0.0.1:8080)", "0", "");
    script.call("server " + S, "accept()", "server " + S, "peer");
    return script.call("peer " + S + " " + C, "recv(100)", "peer " + S + " " + C, "0");
  }

  /** The row of the nth packet. */
  private static int row(Analysis analysis, int packet) {
    int seen = 0;
    for (int row = 0; row < analysis.trace().size(); row++) {
      seen += analysis.trace().isFrame(row) ? 1 : 0;
      if (seen == packet) {
        return row;
      }
    }
    throw new IllegalArgumentException("no packet " + packet);
  }

  private static SocketEntry named(SocketTable table, int row, String actor) {
    return table.at(row, row).stream()
        .map(SocketChange::now)
        .filter(line -> line.actor().equals(actor))
        .findFirst()
        .orElseThrow();
  }

  private static List<SocketChange> last(Script script) {
    Analysis analysis = script.analysis();
    int row = analysis.trace().size() - 1;
    return SocketTable.of(analysis, -1).at(row, row);
  }

  private static List<String> states(Script script) {
    return last(script).stream()
        .map(SocketChange::now)
        .map(it -> it.actor() + " " + (it.local().isEmpty() ? "--" : it.local()) + " " + it.state())
        .toList();
  }
}
