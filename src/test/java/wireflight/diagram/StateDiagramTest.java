package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.TcpState;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

class StateDiagramTest {
  @Test
  void theElevenStatesOfTheRfcStandThere() {
    assertThat(StateChart.NODES.stream().map(StateChart.Node::state).distinct()).hasSize(11);
    assertThat(DiagramChecks.strings(at(Recordings.handshake(), 0)))
        .contains("passive OPEN", "active OPEN", "rcv SYN,ACK", "Timeout=2MSL", "TIME-WAIT");
  }

  @Test
  void eachEndStandsWhereItsStateIs() {
    Script script = Recordings.handshake();
    assertThat(tokens(at(script, 7.5)))
        .containsExactly("client is in SYN-SENT", "server is in LISTEN");
    assertThat(tokens(at(script, 8.5)))
        .containsExactly("client is in SYN-SENT", "server is in SYN-RECEIVED");
    assertThat(tokens(at(script, 9)))
        .containsExactly("client is in ESTABLISHED", "server is in SYN-RECEIVED");
    assertThat(tokens(at(script, script.timeline().steps())))
        .containsExactly("client is in TIME-WAIT", "server is in CLOSED");
  }

  @Test
  void unfocusedItIsOfTheConnectionOfTheLatestSegment() {
    Script script = Recordings.crowd(3);
    assertThat(tokens(at(script, 5)))
        .containsExactly("client 1 is in ESTABLISHED", "server 1 is in ESTABLISHED");
    assertThat(tokens(at(script, 6)))
        .containsExactly("client 2 is in SYN-SENT", "server 2 is in SYN-RECEIVED");
  }

  @Test
  void theWayIsNumberedAndTheLastSegmentNamed() {
    Script script = Recordings.handshake();
    List<String> end = DiagramChecks.strings(at(script, script.timeline().steps()));
    assertThat(end.stream().filter("5"::equals)).hasSize(2);
    assertThat(end).contains("6").doesNotContain("7");
    assertThat(end.stream().filter(it -> it.startsWith("received FIN, ACK (frame"))).hasSize(1);
  }

  @Test
  void aResetLeadsToClosedWhichTheFigureLeavesOut() throws IOException {
    Analysis analysis = Analyzer.analyze(Recording.open(Path.of("assets/recordings/reset.pcapng")));
    Timeline timeline = TimelineBuilder.build(analysis);
    StateDiagram diagram = diagram(analysis, timeline);
    Picture picture = diagram.picture(new Viewport(1000, 700), timeline.steps());
    assertThat(tokens(picture)).containsExactly("client is in CLOSED", "server is in CLOSED");
    assertThat(picture.drawing().items())
        .anyMatch(
            it ->
                it instanceof Item.Path path
                    && path.stroke() != null
                    && path.stroke().color().equals(Palette.LIGHT.error()));
  }

  @Test
  void aSegmentThatIsTwoEventsTakesTwoTransitions() {
    int from = StateChart.node(TcpState.FIN_WAIT_1);
    int to = StateChart.node(TcpState.TIME_WAIT);
    assertThat(StateChart.way(from, to))
        .extracting(StateChart.Edge::event)
        .containsExactly("rcv ACK of FIN", "rcv FIN");
  }

  @Test
  void datagramsHaveNoStates() {
    assertThat(DiagramChecks.strings(at(Recordings.datagrams(), 3)))
        .singleElement()
        .asString()
        .contains("no states");
  }

  @Test
  void everyRecordingGivesPicturesWhoseLabelsAreApart() throws IOException {
    assertThat(DiagramChecks.each(DiagramChecks.RECORDINGS, (file, all) -> check(all, 5.5, file)))
        .isGreaterThan(10);
  }

  @Test
  void everyCaptureGivesPicturesWhoseLabelsAreApart() throws IOException {
    assumeTrue(Files.isDirectory(DiagramChecks.CAPTURES), "the folder of captures is not here");
    assertThat(DiagramChecks.each(DiagramChecks.CAPTURES, (file, all) -> check(all, 130.5, file)))
        .isGreaterThan(100);
  }

  private static void check(Analysis analysis, double stride, Path file) {
    Timeline timeline = TimelineBuilder.build(analysis);
    StateDiagram diagram = diagram(analysis, timeline);
    for (double at = 0; at <= Math.min(300, timeline.steps()); at += stride) {
      DiagramChecks.holds(diagram, 800, at, file.toString());
    }
    DiagramChecks.holds(diagram, 1280, timeline.steps(), file.toString());
  }

  @Property(tries = 30)
  void labelsNeverOverlapNorLeaveThePicture(
      @ForAll("recordings") Script script,
      @ForAll @DoubleRange(min = 0, max = 1) double part,
      @ForAll @DoubleRange(min = 1, max = 2) double size) {
    Timeline timeline = script.timeline();
    StateDiagram diagram =
        new StateDiagram(
            new Subject(script.analysis(), timeline, -1, -1),
            DiagramChecks.TYPE,
            new DiagramStyle(Palette.DARK, size));
    DiagramChecks.holds(diagram, 700, part * timeline.steps(), "random");
  }

  @Provide
  Arbitrary<Script> recordings() {
    return RandomScripts.any();
  }

  private static List<String> tokens(Picture picture) {
    return picture.drawing().items().stream()
        .filter(Item.Group.class::isInstance)
        .map(Item.Group.class::cast)
        .filter(it -> it.name().startsWith("token"))
        .map(Item.Group::description)
        .toList();
  }

  private static Picture at(Script script, double position) {
    return diagram(script.analysis(), script.timeline()).picture(new Viewport(1000, 700), position);
  }

  private static StateDiagram diagram(Analysis analysis, Timeline timeline) {
    return new StateDiagram(
        new Subject(analysis, timeline, -1, -1),
        DiagramChecks.TYPE,
        new DiagramStyle(Palette.LIGHT));
  }
}
