package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.packet.TcpSegment;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

class HeaderDiagramTest {
  private static final DiagramStyle STYLE = new DiagramStyle(Palette.LIGHT);

  @Test
  void everyFieldHasItsNameAndValue() throws IOException {
    Analysis analysis = handshake();
    TcpSegment syn = syn(analysis);
    Picture picture = chosen(analysis, first(analysis));
    assertThat(DiagramChecks.strings(picture))
        .contains("Ethernet header", "IPv4 header", "TCP header", "RFC 9293, section 3.1")
        .contains("Source Port", "" + syn.sourcePort(), "Destination Port", "8080")
        .contains("Window", "" + syn.window(), "0  (unused without ACK)")
        .contains(Integer.toUnsignedString(syn.sequenceNumber()) + "  (relative 0)")
        .contains("Maximum Segment Size", "Window Scale", "Timestamps", "SACK Permitted")
        .contains("NS", "CWR", "ECE", "URG", "ACK", "PSH", "RST", "SYN", "FIN", "0", "31");
  }

  @Test
  void theFlagsThatAreSetAreLit() throws IOException {
    Analysis analysis = handshake();
    Picture picture = chosen(analysis, first(analysis));
    assertThat(fill(picture, "SYN")).isEqualTo(Palette.LIGHT.accentSoft());
    assertThat(fill(picture, "ACK")).isEqualTo(Palette.LIGHT.canvas());
  }

  @Test
  void aFieldIsExplainedAndItsBytesAreFound() throws IOException {
    Analysis analysis = handshake();
    Picture picture = chosen(analysis, first(analysis));
    Item.Group port = group(picture, "Destination Port");
    assertThat(port.description())
        .isEqualTo("Destination Port: 8080. The receiver's port. (RFC 9293, section 3.1)");
    Region bytes =
        picture.regions().stream()
            .filter(it -> it.name().equals(port.name().replace("field", "bytes")))
            .findFirst()
            .orElseThrow();
    List<String> inside =
        LadderChecks.texts(picture.drawing().items()).stream()
            .filter(it -> bytes.contains(it.x(), it.y()))
            .map(Item.Text::text)
            .toList();
    assertThat(inside).containsExactly("1f", "90");
  }

  @Test
  void withoutAChoiceItIsThePacketAtThePlayhead() {
    Script script = Recordings.datagrams();
    Timeline timeline = script.timeline();
    Subject subject = new Subject(script.analysis(), timeline, -1, -1);
    HeaderDiagram diagram = new HeaderDiagram(subject, DiagramChecks.TYPE, STYLE);
    assertThat(DiagramChecks.strings(diagram.picture(new Viewport(900, 600), 0)))
        .singleElement()
        .asString()
        .startsWith("No packet so far");
    assertThat(DiagramChecks.strings(diagram.picture(new Viewport(900, 600), timeline.steps())))
        .contains("ICMP header", "Type", "Code");
  }

  @Test
  void everyRecordingGivesPicturesWhoseLabelsAreApart() throws IOException {
    assertThat(DiagramChecks.each(DiagramChecks.RECORDINGS, (file, all) -> check(all, 7.5, file)))
        .isGreaterThan(10);
  }

  @Test
  void everyCaptureGivesPicturesWhoseLabelsAreApart() throws IOException {
    assumeTrue(Files.isDirectory(DiagramChecks.CAPTURES), "the folder of captures is not here");
    assertThat(DiagramChecks.each(DiagramChecks.CAPTURES, (file, all) -> check(all, 30.5, file)))
        .isGreaterThan(100);
  }

  private static void check(Analysis analysis, double stride, Path file) {
    Timeline timeline = TimelineBuilder.build(analysis);
    for (double at = 1; at <= Math.min(100, timeline.steps()); at += stride) {
      int row = timeline.rowOf((int) at);
      int chosen = analysis.trace().isFrame(row) ? row : -1;
      HeaderDiagram diagram =
          new HeaderDiagram(new Subject(analysis, timeline, -1, chosen), DiagramChecks.TYPE, STYLE);
      DiagramChecks.holds(diagram, 640, at, file.toString());
      DiagramChecks.holds(diagram, 1280, at, file.toString());
    }
  }

  private static Analysis handshake() throws IOException {
    return Analyzer.analyze(Recording.open(Path.of("assets/recordings/handshake.pcapng")));
  }

  private static int first(Analysis analysis) {
    return analysis.connections().getFirst().firstRow();
  }

  private static TcpSegment syn(Analysis analysis) {
    return (TcpSegment) analysis.packet(first(analysis));
  }

  private static Picture chosen(Analysis analysis, int row) {
    Subject subject = new Subject(analysis, TimelineBuilder.build(analysis), -1, row);
    HeaderDiagram diagram = new HeaderDiagram(subject, DiagramChecks.TYPE, STYLE);
    double width = diagram.contentWidth(600);
    return diagram.picture(new Viewport(width, diagram.contentHeight(width)), 0);
  }

  private static Object fill(Picture picture, String field) {
    Item first = group(picture, field).items().getFirst();
    return first instanceof Item.Rectangle box
        ? java.util.Objects.requireNonNull(box.fill())
        : "no box";
  }

  private static Item.Group group(Picture picture, String field) {
    return picture.drawing().items().stream()
        .filter(Item.Group.class::isInstance)
        .map(Item.Group.class::cast)
        .filter(it -> it.description().startsWith(field + ":"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
