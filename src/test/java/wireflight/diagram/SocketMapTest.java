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
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

class SocketMapTest {
  private static final DiagramStyle STYLE = new DiagramStyle(Palette.LIGHT);

  @Test
  void anOpenConnectionIsTwoSocketsWithTheirAddressesAndAChannel() {
    Script script = Recordings.handshake();
    List<String> strings = DiagramChecks.strings(at(script, 12));
    assertThat(strings)
        .contains("this machine", "process 4711", "client", "server", "peer", "TCP 1")
        .contains("127.0.0.1:40312", "ephemeral port")
        .contains("127.0.0.1:8080", "LISTEN", "accept() → peer")
        .contains("with 127.0.0.1:40312");
    assertThat(strings.stream().filter("ESTABLISHED"::equals)).hasSize(2);
  }

  @Test
  void portsAreToldApart() {
    Script script = Recordings.services();
    assertThat(DiagramChecks.strings(at(script, script.timeline().steps() - 1)))
        .contains("well-known · https", "well-known · ftp", "registered · postgresql")
        .contains("ephemeral port");
  }

  @Test
  void nothingIsShownBeforeItExists() {
    Script script = Recordings.handshake();
    assertThat(DiagramChecks.strings(at(script, 0))).doesNotContain("client", "server", "peer");
    assertThat(DiagramChecks.strings(at(script, 4.5)))
        .contains("server", "LISTEN")
        .doesNotContain("client", "peer");
  }

  @Test
  void aPacketMovesFromTheSendersSocketToTheReceivers() {
    Script script = Recordings.handshake();
    double before = 0;
    for (double part = 0; part < 1; part += 0.25) {
      Item.Text plate = text(at(script, 7 + Math.max(0.01, part)), "SYN");
      assertThat(plate.x()).isGreaterThan(before);
      before = plate.x();
    }
    double answer = text(at(script, 8.2), "SYN, ACK").x();
    assertThat(text(at(script, 8.8), "SYN, ACK").x()).isLessThan(answer);
  }

  @Test
  void theConnectionThatNobodyAcceptedWaitsInTheQueue() {
    String server = "127.0.0.1:8080";
    String client = "127.0.0.1:40001";
    Script script = new Script();
    script.call("server", "socket(AF_INET, SOCK_STREAM)", "server", "3");
    script.call("server", "bind(" + server + ")", "server " + server, "0");
    script.call("server " + server, "listen(5)", "server " + server, "0");
    script.tcp(client, server, "S", 1, 0, "").tcp(server, client, "SA", 9, 2, "");
    script.tcp(client, server, "A", 2, 10, "");
    assertThat(DiagramChecks.strings(at(script, 6))).contains("not accepted yet");
    script.call("server " + server, "accept()", "server " + server, "peer");
    script.call("peer " + server + " " + client, "recv(9)", "peer " + server + " " + client, "0");
    assertThat(DiagramChecks.strings(at(script, 8)))
        .contains("peer")
        .doesNotContain("not accepted yet");
  }

  @Test
  void datagramsGoWithoutAConnectionAndMayMeetNoSocket() {
    Script script = Recordings.datagrams();
    List<String> strings = DiagramChecks.strings(at(script, script.timeline().steps()));
    assertThat(strings).contains("UDP, no connection", "no socket", "127.0.0.1:9999", "UDP");
  }

  @Test
  void manyConnectionsAreFoldedWithTheirNumbers() {
    Script script = new Script();
    for (int i = 0; i < 400; i++) {
      String client = "10.0." + i / 200 + "." + (1 + i % 200) + ":" + (40000 + i);
      String server = "10.9.9.9:" + (i % 4 == 0 ? 443 : 80);
      script.tcp(client, server, "S", 1, 0, "").tcp(server, client, "SA", 9, 2, "");
      if (i % 2 == 1) {
        script.tcp(client, server, "A", 2, 10, "");
      }
    }
    List<String> strings = DiagramChecks.strings(at(script, script.timeline().steps()));
    assertThat(strings)
        .contains("All 400 connections so far, by server and port")
        .contains("300 connections", "100 connections", "300 clients", "10.9.9.9:80")
        .contains("200 ESTABLISHED", "100 SYN-RECEIVED", "TCP · well-known · https");
    assertThat(DiagramChecks.strings(at(script, 100)))
        .contains("All 40 connections so far, by server and port", "30 connections");
  }

  @Test
  void everyRecordingGivesPicturesWhoseLabelsAreApart() throws IOException {
    assertThat(
            DiagramChecks.each(DiagramChecks.RECORDINGS, (file, all) -> check(all, 3.5, "" + file)))
        .isGreaterThan(10);
  }

  @Test
  void everyCaptureGivesPicturesWhoseLabelsAreApart() throws IOException {
    assumeTrue(Files.isDirectory(DiagramChecks.CAPTURES), "the folder of captures is not here");
    assertThat(
            DiagramChecks.each(DiagramChecks.CAPTURES, (file, all) -> check(all, 130.5, "" + file)))
        .isGreaterThan(100);
  }

  private static void check(Analysis analysis, double stride, String about) {
    Timeline timeline = TimelineBuilder.build(analysis);
    Subject subject = new Subject(analysis, timeline, -1, -1);
    SocketMap map = new SocketMap(subject, DiagramChecks.TYPE, STYLE);
    for (double at = 0; at <= Math.min(300, timeline.steps()); at += stride) {
      DiagramChecks.holds(map, 800, at, about);
    }
    DiagramChecks.holds(map, 1280, timeline.steps(), about);
  }

  @Property(tries = 40)
  void labelsNeverOverlapNorLeaveThePicture(
      @ForAll("recordings") Script script,
      @ForAll @IntRange(min = 480, max = 1920) int width,
      @ForAll @DoubleRange(min = 0, max = 1) double part,
      @ForAll @DoubleRange(min = 1, max = 2) double size) {
    Timeline timeline = script.timeline();
    SocketMap map =
        new SocketMap(
            new Subject(script.analysis(), timeline, -1, -1),
            DiagramChecks.TYPE,
            new DiagramStyle(Palette.DARK, size));
    DiagramChecks.holds(map, width, part * timeline.steps(), "random");
  }

  @Provide
  Arbitrary<Script> recordings() {
    return RandomScripts.any();
  }

  @Test
  void anAssociationHasStatesOfItsOwnAndAServerKeepsNothingBeforeTheCookieComesBack()
      throws IOException {
    Analysis analysis = Analyzer.analyze(Recording.open(Path.of("assets/recordings/sctp.pcapng")));
    Subject subject = new Subject(analysis, TimelineBuilder.build(analysis), -1, -1);
    int cookie = 1;
    while (!subject.timeline().sentence(cookie).contains("sends the cookie back")) {
      cookie++;
    }
    assertThat(DiagramChecks.strings(at(subject, cookie - 1)))
        .contains("COOKIE-WAIT", "LISTEN")
        .doesNotContain("not accepted yet");
    assertThat(DiagramChecks.strings(at(subject, cookie)))
        .contains("COOKIE-ECHOED", "ESTABLISHED", "not accepted yet");
    assertThat(DiagramChecks.strings(at(subject, subject.timeline().steps())))
        .contains("CLOSED")
        .doesNotContain("ESTABLISHED", "FIN-WAIT-1");
  }

  private static Picture at(Script script, double position) {
    return at(new Subject(script.analysis(), script.timeline(), -1, -1), position);
  }

  private static Picture at(Subject subject, double position) {
    SocketMap map = new SocketMap(subject, DiagramChecks.TYPE, STYLE);
    return map.picture(new Viewport(900, map.contentHeight(900)), position);
  }

  private static Item.Text text(Picture picture, String text) {
    return LadderChecks.texts(picture.drawing().items()).stream()
        .filter(item -> item.text().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
