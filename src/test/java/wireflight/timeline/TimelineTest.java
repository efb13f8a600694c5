package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wireflight.connection.EndState;
import wireflight.connection.TcpState;

class TimelineTest {
  @Test
  void theMakingEndsWhereItIsNotWantedAnyMore() {
    var analysis = Recordings.handshake().analysis();
    assertThatThrownBy(() -> TimelineBuilder.build(analysis, row -> false, share -> false))
        .isInstanceOf(CancellationException.class);
    List<Double> shares = new ArrayList<>();
    assertThat(TimelineBuilder.build(analysis, row -> false, shares::add).steps())
        .isEqualTo(TimelineBuilder.build(analysis).steps());
    assertThat(shares).startsWith(0.0);
  }

  @Test
  void aListeningSocketAndWhatItAcceptsShareALifeline() {
    Timeline timeline = Recordings.handshake().timeline();
    assertThat(timeline.lifelines())
        .extracting(Lifeline::name, Lifeline::address, Lifeline::device, Lifeline::process)
        .containsExactly(
            tuple("client", "127.0.0.1:40312", "this machine", 4711),
            tuple("server", "127.0.0.1:8080", "this machine", 4711));
    assertThat(calls(timeline))
        .contains("bind(:8080)", "accept()", "peer.recv(100)", "peer.close()");
    assertThat(timeline.peerOf(0)).isEqualTo(1);
  }

  @Test
  void stepsArePacketsNarrationReturnsAndEntriesThatOtherThingsFollow() {
    Timeline timeline = Recordings.handshake().timeline();
    assertThat(IntStream.rangeClosed(1, 12).mapToObj(timeline::kindOf))
        .containsExactly(
            StepKind.NARRATION,
            StepKind.CALL,
            StepKind.CALL,
            StepKind.LISTENING,
            StepKind.NARRATION,
            StepKind.CALL,
            StepKind.CALL_ENTERED,
            StepKind.PACKET,
            StepKind.PACKET,
            StepKind.PACKET,
            StepKind.CALL_RETURNED,
            StepKind.CALL);
  }

  @Test
  void everyRowBelongsToTheStepThatEndsWithItOrAfterIt() {
    Timeline timeline = Recordings.handshake().timeline();
    for (int step = 1; step <= timeline.steps(); step++) {
      int row = timeline.rowOf(step);
      assertThat(timeline.stepOf(row)).isEqualTo(step);
      assertThat(timeline.stepOf(row - 1)).isLessThanOrEqualTo(step);
      assertThat(timeline.timeOf(step)).isGreaterThanOrEqualTo(timeline.timeOf(step - 1));
    }
    assertThat(timeline.stepOf(Integer.MAX_VALUE)).isEqualTo(timeline.steps());
  }

  @Test
  void callsTellHowLongTheyBlockedAndWhatTheyGave() {
    Timeline timeline = Recordings.handshake().timeline();
    Moment.Call connect = call(timeline, "connect(127.0.0.1:8080)");
    assertThat(connect.spans()).isTrue();
    assertThat(connect.blocked()).isTrue();
    assertThat(connect.returned() - connect.time()).isEqualTo(80_000);
    assertThat(call(timeline, "accept()").outcome()).isEqualTo("→ peer");
    assertThat(call(timeline, "peer.recv(100)").outcome()).isEqualTo("→ \"hello\"");
    assertThat(call(timeline, "send(\"hello\")").blocked()).isFalse();
  }

  @Test
  void aReceivingCallIsBlockedOnlyIfWhatItReturnsCameLater() {
    Script script = Recordings.connecting();
    String peer = "peer 127.0.0.1:8080 127.0.0.1:40312";
    script.tcp("127.0.0.1:8080", "127.0.0.1:40312", "SA", 5000, 1001, "");
    script.tcp("127.0.0.1:40312", "127.0.0.1:8080", "PA", 1001, 5001, "early");
    long call = script.enter(peer, "recv(100)");
    script.tcp("127.0.0.1:8080", "127.0.0.1:40312", "A", 5001, 1006, "");
    script.leave(call, peer, "recv(100)", "5", "early");
    Timeline timeline = script.timeline();
    Moment.Call recv = call(timeline, "peer.recv(100)");
    assertThat(recv.spans()).isTrue();
    assertThat(recv.blocked()).isFalse();
    assertThat(timeline.sentence(timeline.stepOf(recv.row()))).contains("arrived already");
  }

  @Test
  void statesAreThoseOfBothEndsInTheirOrder() {
    Timeline timeline = Recordings.handshake().timeline();
    assertThat(states(timeline, 0))
        .containsExactly(
            TcpState.SYN_SENT,
            TcpState.ESTABLISHED,
            TcpState.FIN_WAIT_1,
            TcpState.FIN_WAIT_2,
            TcpState.TIME_WAIT);
    assertThat(states(timeline, 1))
        .containsExactly(
            TcpState.LISTEN,
            TcpState.SYN_RECEIVED,
            TcpState.ESTABLISHED,
            TcpState.CLOSE_WAIT,
            TcpState.LAST_ACK,
            TcpState.CLOSED);
  }

  @Test
  void theSynOfAConnectThatStillBlocksFindsItsSocket() {
    Timeline timeline = Recordings.connecting().timeline();
    assertThat(timeline.lifelines()).extracting(Lifeline::name).containsExactly("client", "server");
    Moment.Call connect = call(timeline, "connect(127.0.0.1:8080)");
    assertThat(connect.returnRow()).isEqualTo(-1);
    assertThat(connect.lifeline()).isZero();
    assertThat(flights(timeline)).singleElement().extracting(Moment.Flight::from).isEqualTo(0);
  }

  @Test
  void aConnectWithoutAnyAddressIsFoundByWhomItCalls() {
    Script script = new Script();
    script.call("client", "socket(AF_INET, SOCK_STREAM)", "client", "3");
    long connect = script.enter("client", "connect(127.0.0.1:9)");
    script.tcp("127.0.0.1:40000", "127.0.0.1:9", "S", 7, 0, "");
    script.tcp("127.0.0.1:9", "127.0.0.1:40000", "RA", 0, 8, "");
    script.leave(connect, "client", "connect(127.0.0.1:9)", "ECONNREFUSED", "");
    Timeline timeline = script.timeline();
    assertThat(timeline.lifelines())
        .extracting(Lifeline::name)
        .containsExactly("client", "no socket");
    assertThat(call(timeline, "connect(127.0.0.1:9)").failed()).isTrue();
    assertThat(timeline.sentence(4)).contains("Nothing listens on port 9");
    assertThat(timeline.sentence(timeline.steps())).contains("ECONNREFUSED: nothing listens there");
  }

  @Test
  void pairsStandTogetherAndAServerStandsAmongItsClients() {
    assertThat(Recordings.services().timeline().lifelines())
        .extracting(Lifeline::name)
        .containsExactly(
            "client1", "mail", "client2", "web", "client3", "files", "client4", "database");
    assertThat(Recordings.oneServer().timeline().lifelines())
        .extracting(Lifeline::name)
        .containsExactly("client 1", "client 2", "server", "client 3");
  }

  @Test
  void callsInProgressTogetherHaveLanesOfTheirOwn() {
    Timeline timeline = Recordings.oneServer().timeline();
    List<Moment.Call> last =
        timeline.momentsBetween(timeline.steps(), timeline.steps()).stream()
            .filter(Moment.Call.class::isInstance)
            .map(Moment.Call.class::cast)
            .toList();
    assertThat(last).hasSize(4).extracting(Moment.Call::lane).doesNotHaveDuplicates();
    assertThat(last)
        .extracting(Moment.Call::text)
        .contains("peer1.recv(100)", "peer3.recv(100)", "accept()");
  }

  @Test
  void aTimelineOfOneConnectionHasItsTwoEndsAndTheListener() {
    Script script = Recordings.oneServer();
    Timeline timeline = TimelineBuilder.build(script.analysis(), 1);
    assertThat(timeline.lifelines())
        .extracting(Lifeline::address)
        .containsExactly("127.0.0.1:40002", "127.0.0.1:8080");
    assertThat(flights(timeline)).hasSize(3);
    assertThat(calls(timeline))
        .contains("peer2.recv(100)", "accept()")
        .doesNotContain("peer1.recv(100)");
  }

  @Test
  void datagramsAreFollowedToTheCallsThatTakeThem() {
    Timeline timeline = Recordings.datagrams().timeline();
    List<Moment.Flight> flights = flights(timeline);
    assertThat(flights)
        .extracting(Moment.Flight::received)
        .containsExactly(true, false, true, false, false);
    assertThat(flights)
        .extracting(Moment.Flight::lost)
        .containsExactly(false, true, false, true, false);
    Moment.Flight error = flights.getLast();
    assertThat(error.label()).isEqualTo("ICMP port unreachable");
    assertThat(error.from()).isEqualTo(flights.get(3).to());
    assertThat(error.to()).isEqualTo(flights.get(3).from());
    assertThat(timeline.lifelines().get(error.from()).name()).isEqualTo("no socket");
  }

  @Test
  void aSegmentSentAgainShowsThatTheFirstWasLost() {
    Timeline timeline = Recordings.loss().timeline();
    List<Moment.Flight> flights = flights(timeline);
    assertThat(flights)
        .extracting(Moment.Flight::lost)
        .containsExactly(false, false, false, true, false, false);
    assertThat(flights.get(4).note()).isEqualTo("retransmission");
    assertThat(timeline.losses()).isTrue();
  }

  @Test
  void aServerReachesSynReceivedOnlyByTheSynThatArrives() {
    Script script = new Script();
    String client = "127.0.0.1:40000";
    String server = "127.0.0.1:80";
    script.tcp(client, server, "S", 7, 0, "").after(1_000_000);
    script.tcp(client, server, "S", 7, 0, "").tcp(server, client, "SA", 70, 8, "");
    Timeline timeline = script.timeline();
    assertThat(flights(timeline)).extracting(Moment.Flight::lost).startsWith(true, false);
    assertThat(timeline.momentsAt(0)).noneMatch(moment -> isState(moment, 1));
    assertThat(timeline.momentsAt(1)).anyMatch(moment -> isState(moment, 1));
  }

  @Test
  void sentencesTellTheRealNumbers() {
    Timeline timeline = Recordings.handshake().timeline();
    assertThat(timeline.sentence(1)).isEqualTo("A server listens first.");
    assertThat(timeline.narration(4)).isEqualTo("A server *listens* first.");
    assertThat(timeline.narration(0)).isEmpty();
    assertThat(timeline.sentence(8)).contains("from 1000, shown as 0").contains("1460 bytes");
    assertThat(timeline.sentence(15))
        .isEqualTo(
            "The client sends 5 bytes. They are numbered 1 to 5, so the server will acknowledge 6:"
                + " the next byte it expects. The server is already blocked in recv().");
    for (int step = 1; step <= timeline.steps(); step++) {
      assertThat(timeline.sentence(step)).as("step %s", step).endsWith(".").doesNotContain("  ");
    }
  }

  @Test
  void labelsSayWhatMattersFirst() {
    assertThat(flights(Recordings.handshake().timeline()))
        .extracting(Moment.Flight::label)
        .startsWith(
            "SYN  Seq=0  Win=64240  MSS=1460",
            "SYN, ACK  Seq=0  Ack=1",
            "ACK  Seq=1  Ack=1",
            "PSH, ACK · 5  Seq=1  Ack=1  \"hello\"",
            "ACK  Seq=1  Ack=6",
            "FIN, ACK  Seq=6  Ack=1");
  }

  private static boolean isState(Moment moment, int lifeline) {
    return moment instanceof Moment.StateChange change && change.lifeline() == lifeline;
  }

  private static List<Moment> all(Timeline timeline) {
    return timeline.momentsBetween(1, timeline.steps());
  }

  private static List<Moment.Flight> flights(Timeline timeline) {
    List<Moment.Flight> flights = new ArrayList<>();
    for (Moment moment : all(timeline)) {
      if (moment instanceof Moment.Flight flight) {
        flights.add(flight);
      }
    }
    return flights;
  }

  private static List<EndState> states(Timeline timeline, int lifeline) {
    List<EndState> states = new ArrayList<>();
    for (Moment moment : all(timeline)) {
      if (moment instanceof Moment.StateChange change && change.lifeline() == lifeline) {
        states.add(change.state());
      }
    }
    return states;
  }

  private static List<String> calls(Timeline timeline) {
    List<String> calls = new ArrayList<>();
    for (Moment moment : all(timeline)) {
      if (moment instanceof Moment.Call call) {
        calls.add(call.text());
      }
    }
    return calls;
  }

  private static Moment.Call call(Timeline timeline, String text) {
    for (Moment moment : all(timeline)) {
      if (moment instanceof Moment.Call call && call.text().equals(text)) {
        return call;
      }
    }
    throw new AssertionError("no call " + text);
  }

  @Test
  void theKernelsCountTellsWhatWasSentAgain() {
    Timeline timeline = outOfOrder(1).timeline();
    assertThat(timeline.sentence(timeline.steps()))
        .contains("sent again went from 0 to 1", "Wireshark calls this “out of order”");
    assertThat(flights(timeline).getLast().note())
        .isEqualTo("retransmission (Wireshark: out of order)");
    Timeline unknown = outOfOrder(0).timeline();
    assertThat(flights(unknown).getLast().note()).isEqualTo("out of order");
  }

  private static Script outOfOrder(int again) {
    String client = "10.0.0.1:4000";
    String server = "10.0.0.2:80";
    String socket = "client " + client + " " + server;
    return new Script()
        .tcp(client, server, "S", 100, 0, "")
        .tcp(server, client, "SA", 500, 101, "")
        .after(5000)
        .tcp(client, server, "A", 101, 501, "")
        .sample(socket, "ESTABLISHED")
        .tcp(client, server, "PA", 101, 501, "abc")
        .tcp(client, server, "PA", 104, 501, "def")
        .tcp(client, server, "PA", 101, 501, "abc")
        .sample(socket, "ESTABLISHED", again);
  }
}
