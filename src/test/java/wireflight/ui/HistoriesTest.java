package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.connection.TcpState.CLOSED;
import static wireflight.connection.TcpState.CLOSE_WAIT;
import static wireflight.connection.TcpState.ESTABLISHED;
import static wireflight.connection.TcpState.FIN_WAIT_1;
import static wireflight.connection.TcpState.FIN_WAIT_2;
import static wireflight.connection.TcpState.LAST_ACK;
import static wireflight.connection.TcpState.LISTEN;
import static wireflight.connection.TcpState.SYN_RECEIVED;
import static wireflight.connection.TcpState.SYN_SENT;
import static wireflight.connection.TcpState.TIME_WAIT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.Connection;
import wireflight.connection.EndState;
import wireflight.language.Language;
import wireflight.timeline.Fate;
import wireflight.timeline.Moment;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

class HistoriesTest {
  private static final String C = "127.0.0.1:40312";
  private static final String S = "127.0.0.1:8080";

  private final Texts texts = new Texts(Language.ENGLISH);

  @Test
  void bothEndsGoThroughTheStatesOfTheRfc() {
    Showing showing = showing(Recordings.handshake());
    ConnectionHistory history = showing.history(only(showing));
    assertThat(history.states(true))
        .extracting(ConnectionHistory.StateEntered::state)
        .containsExactly(CLOSED, SYN_SENT, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, TIME_WAIT);
    assertThat(history.states(false))
        .extracting(ConnectionHistory.StateEntered::state)
        .containsExactly(CLOSED, LISTEN, SYN_RECEIVED, ESTABLISHED, CLOSE_WAIT, LAST_ACK, CLOSED);
  }

  @Test
  void theServerListensFromItsCallOn() {
    Showing showing = showing(Recordings.handshake());
    ConnectionHistory history = showing.history(only(showing));
    assertThat(history.state(false, 0)).isEqualTo(CLOSED);
    assertThat(history.state(false, only(showing).firstRow() - 1)).isEqualTo(LISTEN);
  }

  @Test
  void whereNobodyListensTheServerStaysClosedAndASocketThatCallsItselfNeverListens()
      throws IOException {
    Showing refused = recorded("refused");
    List<Connection> connections = refused.timeline().connections();
    assertThat(states(refused, connections.get(0))).containsExactly(CLOSED);
    assertThat(states(refused, connections.get(1))).containsExactly(CLOSED);
    assertThat(states(refused, connections.get(2))).startsWith(CLOSED, LISTEN, SYN_RECEIVED);
    Showing itself = recorded("simultaneous-open");
    assertThat(states(itself, only(itself))).startsWith(CLOSED, SYN_RECEIVED, ESTABLISHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wire-rtt", "wire-backoff", "wire-black-hole", "wire-time-wait"})
  void onTheWireAnEndIsWhereTheLadderHasItAndNotAheadOfWhatIsOnItsWay(String lesson)
      throws IOException {
    Showing showing = recorded(lesson);
    Timeline timeline = showing.timeline();
    Connection connection = timeline.connections().getFirst();
    ConnectionHistory history = showing.history(connection);
    for (boolean client : new boolean[] {true, false}) {
      int line = timeline.lifelineOf(connection.index(), client);
      List<EndState> drawn = new ArrayList<>();
      for (int step = 1; step <= timeline.steps(); step++) {
        int row = timeline.rowOf(step);
        for (Moment moment : timeline.momentsAt(row)) {
          if (moment instanceof Moment.StateChange change && change.lifeline() == line) {
            drawn.add(change.state());
          }
        }
        if (!drawn.isEmpty()) {
          assertThat(history.state(client, row)).as("step %d", step).isEqualTo(drawn.getLast());
        }
      }
      assertThat(drawn).hasSizeGreaterThan(client ? 1 : 0);
    }
  }

  @Test
  void bytesCountAtTheServerWhenTheyHaveCome() throws IOException {
    Showing showing = recorded("wire-rtt");
    Analysis analysis = showing.analysis();
    Timeline timeline = showing.timeline();
    ConnectionHistory history = showing.history(timeline.connections().getFirst());
    List<Integer> sent = new ArrayList<>();
    for (int step = 1; step <= timeline.steps(); step++) {
      if (analysis.length(timeline.rowOf(step)) > 0) {
        ConnectionHistory.Progress at = history.at(timeline.rowOf(step));
        sent.add((int) at.clientSent());
        sent.add((int) at.serverSent());
      }
    }
    // The question departs, comes; the answer departs, comes.
    assertThat(sent).containsExactly(8, 0, 8, 0, 8, 6, 8, 6);
  }

  @Test
  void bytesCountOnceSentAndOnceAcknowledged() {
    Showing showing = showing(Recordings.handshake());
    ConnectionHistory history = showing.history(only(showing));
    assertThat(history.at(-1)).isEqualTo(ConnectionHistory.Progress.NONE);
    ConnectionHistory.Progress end = history.at(showing.trace().size() - 1);
    assertThat(end.clientSent()).isEqualTo(5);
    // The acknowledgment of the FIN is none of a byte.
    assertThat(end.clientAcknowledged()).isEqualTo(5);
    assertThat(end.serverSent()).isZero();
    assertThat(end.serverAcknowledged()).isZero();
  }

  @Test
  void resentBytesCountOnce() {
    Showing showing = showing(Recordings.loss());
    ConnectionHistory.Progress end = showing.history(only(showing)).at(showing.trace().size() - 1);
    assertThat(end.clientSent()).isEqualTo(5);
  }

  @Test
  void aCheckpointGivesWhatGoingThroughAllRowsGives() {
    Script script = new Script().tcp(C, S, "S", 0, 0, "").tcp(S, C, "SA", 0, 1, "");
    for (int i = 0; i < 400; i++) {
      script.tcp(C, S, "PA", 1 + 3 * i, 1, "abc").tcp(S, C, "A", 1, 4 + 3 * i, "");
    }
    Showing showing = showing(script);
    ConnectionHistory history = showing.history(only(showing));
    for (int i = 0; i < 400; i++) {
      ConnectionHistory.Progress sent = history.at(2 + 2 * i);
      assertThat(sent.clientSent()).isEqualTo(3L * (i + 1));
      assertThat(sent.clientAcknowledged()).isEqualTo(3L * i);
    }
  }

  @Test
  void theSummarySaysInWordsWhatBothEndsAreIn() {
    Showing showing = showing(Recordings.handshake());
    Connection connection = only(showing);
    assertThat(ConnectionSummary.at(showing, connection, -1, texts).begun()).isFalse();
    ConnectionSummary opening =
        ConnectionSummary.at(showing, connection, connection.firstRow(), texts);
    assertThat(opening.state()).isEqualTo("SYN-SENT / SYN-RECEIVED");
    assertThat(opening.badge()).isEqualTo("OPENING");
    ConnectionSummary closed =
        ConnectionSummary.at(showing, connection, showing.trace().size(), texts);
    assertThat(closed.badge()).isEqualTo("CLOSED");
  }

  @Test
  void eachDatagramHasItsFate() {
    Showing showing = showing(Recordings.datagrams());
    DatagramHistory first = showing.datagrams(showing.analysis().connections().get(0));
    assertThat(first.fate(0)).isEqualTo(Fate.RECEIVED);
    assertThat(first.fate(1)).isEqualTo(Fate.LOST);
    assertThat(first.fate(2)).isEqualTo(Fate.RECEIVED);
    DatagramHistory second = showing.datagrams(showing.analysis().connections().get(1));
    assertThat(second.fate(0)).isEqualTo(Fate.REFUSED);
    int all = showing.trace().size();
    assertThat(first.sent(all)).isEqualTo(3);
    assertThat(first.lost(all)).isEqualTo(1);
    assertThat(first.lost(first.row(0))).isZero();
  }

  @Test
  void theLatestSampleOfTheRightSocketIsFound() {
    String client = "client " + C + " " + S;
    Script script = new Script().sample(client, "SYN-SENT");
    script.sample("other 127.0.0.1:1 127.0.0.1:2", "CLOSED").sample(client, "ESTABLISHED");
    RowIndex rows = new RowIndex(script.analysis());
    assertThat(rows.sample(C, S, 0)).isEqualTo(0);
    assertThat(rows.sample(C, S, 1)).isEqualTo(0);
    assertThat(rows.sample(C, S, 2)).isEqualTo(2);
    assertThat(rows.sample(S, C, 2)).isEqualTo(-1);
  }

  private static Connection only(Showing showing) {
    return showing.analysis().connections().getFirst();
  }

  private static Showing recorded(String lesson) throws IOException {
    Path file = Path.of("assets/recordings", lesson + ".pcapng");
    return showing(Analyzer.analyze(Recording.open(file)));
  }

  private static List<EndState> states(Showing showing, Connection connection) {
    return showing.history(connection).states(false).stream()
        .map(ConnectionHistory.StateEntered::state)
        .toList();
  }

  private static Showing showing(Script script) {
    return showing(script.analysis());
  }

  private static Showing showing(Analysis analysis) {
    Timeline timeline = TimelineBuilder.build(analysis);
    return new Showing("test", analysis, timeline, timeline, -1);
  }
}
