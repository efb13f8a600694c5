package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

class GraphsTest {
  private static final String C = "10.0.0.1:40000";
  private static final String S = "10.0.0.2:80";
  private static final DiagramStyle STYLE = new DiagramStyle(Palette.LIGHT);

  @Test
  void aConnectionWithDataHasItsGraphsOnOneAxis() throws IOException {
    Analysis analysis =
        Analyzer.analyze(Recording.open(Path.of("assets/recordings/slow-reader.pcapng")));
    Timeline timeline = TimelineBuilder.build(analysis);
    assertThat(DiagramChecks.strings(picture(analysis, timeline, timeline.steps())))
        .contains("Sequence numbers, client to server", "segment", "acknowledged", "sent again")
        .contains("Bytes in flight, client to server", "receiver’s window")
        .contains("Round trip, client to server", "smoothed, by the kernel")
        .contains("Congestion window by the kernel, client to server", "cwnd")
        .contains("Throughput, client to server", "0", "20 k");
  }

  @Test
  void everySegmentIsABarFromItsFirstByteToItsLast() {
    Script script = transfer(20);
    GraphData data = data(script);
    assertThat(data.segments.upTo(Integer.MAX_VALUE)).isEqualTo(20);
    for (int i = 0; i < 20; i++) {
      assertThat(data.segments.low(i)).isEqualTo(1 + 100 * i);
      assertThat(data.segments.high(i)).isEqualTo(101 + 100 * i);
    }
    assertThat(data.acknowledged.greatest()).isEqualTo(2001);
    assertThat(data.flight.greatest()).isEqualTo(100);
  }

  @Test
  void aRoundTripIsMeasuredFromASegmentToItsAcknowledgmentButNotIfItWasSentAgain() {
    GraphData data = data(transfer(3));
    assertThat(data.roundTrip.upTo(Integer.MAX_VALUE)).isEqualTo(3);
    assertThat(data.roundTrip.high(0)).isCloseTo(520_000, within(1.0));
    Script again = open().tcp(C, S, "PA", 1001, 5001, "x".repeat(100)).after(300_000);
    again.tcp(C, S, "PA", 1001, 5001, "x".repeat(100)).after(500).tcp(S, C, "A", 5001, 1101, "");
    assertThat(data(again).roundTrip.isEmpty()).isTrue();
    assertThat(data(again).again.isEmpty()).isFalse();
  }

  @Test
  void blocksOfWhatCameTwiceAreNotTakenForBytesFarAhead() throws IOException {
    Analysis analysis =
        Analyzer.analyze(Recording.open(Path.of("assets/recordings/wire-reordering.pcapng")));
    GraphData data =
        new GraphData(
            analysis,
            new Subject(analysis, TimelineBuilder.build(analysis), -1, -1).rows(),
            analysis.connections().getFirst(),
            true);
    assertThat(data.selective.isEmpty()).isFalse();
    assertThat(data.selective.greatest()).isLessThanOrEqualTo(data.segments.greatest());
  }

  @Test
  void whatLiesAfterThePlayheadIsNotDrawn() {
    Script script = transfer(20);
    Timeline timeline = script.timeline();
    assertThat(bars(picture(script.analysis(), timeline, 3))).isZero();
    assertThat(bars(picture(script.analysis(), timeline, 13))).isEqualTo(5);
    assertThat(bars(picture(script.analysis(), timeline, timeline.steps()))).isEqualTo(20);
  }

  private static long bars(Picture picture) {
    Item.Group graph =
        picture.drawing().items().stream()
            .filter(Item.Group.class::isInstance)
            .map(Item.Group.class::cast)
            .filter(it -> it.name().equals("graph-0"))
            .findFirst()
            .orElseThrow();
    // One is the legend's.
    return graph.items().stream()
            .filter(it -> it instanceof Item.Line line && line.stroke().width() == 2.4)
            .count()
        - 1;
  }

  @Test
  void numbersGoOnBeyondThirtyTwoBits() {
    Script script = new Script();
    long base = 0xffff_ff00L;
    script.tcp(C, S, "S", base, 0, "").tcp(S, C, "SA", 5000, base + 1, "");
    for (int i = 0; i < 10; i++) {
      script.tcp(C, S, "PA", base + 1 + 100L * i & 0xffff_ffffL, 5001, "x".repeat(100));
    }
    assertThat(data(script).segments.greatest()).isEqualTo(1001);
  }

  @Test
  void manyValuesAreDrawnAsFewColumns() {
    Series series = new Series();
    for (int i = 0; i < 1_000_000; i++) {
      series.add(i * 1000L, i, i % 1000);
    }
    Series sealed = series.seal();
    int columns = sealed.upTo(Integer.MAX_VALUE);
    assertThat(columns).isBetween(2000, 4096);
    assertThat(sealed.greatest()).isEqualTo(999);
    assertThat(sealed.upTo(500_000)).isCloseTo(columns / 2, within(2));
  }

  @Property
  void ticksStandAtRoundNumbersAndReachTheEnd(
      @ForAll @DoubleRange(min = 1, max = 1e15) double greatest,
      @ForAll @IntRange(min = 1, max = 12) int most) {
    Axis axis = Axis.of(greatest, most, false);
    List<Double> ticks = axis.ticks();
    assertThat(ticks).hasSizeBetween(2, most + 2);
    assertThat(ticks.getLast()).isGreaterThanOrEqualTo(greatest * (1 - 1e-9));
    assertThat(ticks.stream().map(it -> axis.text(it, Graph.Unit.BYTES, Locale.ENGLISH)).distinct())
        .hasSameSizeAs(ticks);
  }

  @Test
  void everyRecordingGivesPicturesWhoseLabelsAreApart() throws IOException {
    assertThat(DiagramChecks.each(DiagramChecks.RECORDINGS, (file, all) -> check(all, 9.5, file)))
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
    Subject subject = new Subject(analysis, timeline, -1, -1);
    Graphs graphs = new Graphs(subject, DiagramChecks.TYPE, STYLE);
    for (double at = 0; at <= Math.min(300, timeline.steps()); at += stride) {
      DiagramChecks.holds(graphs, 640, at, file.toString());
    }
    DiagramChecks.holds(graphs, 1280, timeline.steps(), file.toString());
  }

  @Test
  void datagramsHaveNothingToDraw() {
    Script script = Recordings.datagrams();
    assertThat(DiagramChecks.strings(picture(script.analysis(), script.timeline(), 3)))
        .singleElement()
        .asString()
        .startsWith("No TCP connection");
  }

  private static Script open() {
    return new Script()
        .tcp(C, S, "S", 1000, 0, "")
        .tcp(S, C, "SA", 5000, 1001, "")
        .tcp(C, S, "A", 1001, 5001, "");
  }

  private static Script transfer(int segments) {
    Script script = open();
    for (int i = 0; i < segments; i++) {
      script.tcp(C, S, "PA", 1001 + 100L * i, 5001, "x".repeat(100)).after(500);
      script.tcp(S, C, "A", 5001, 1101 + 100L * i, "").after(1000);
    }
    return script;
  }

  private static GraphData data(Script script) {
    Analysis analysis = script.analysis();
    Subject subject = new Subject(analysis, script.timeline(), -1, -1);
    return new GraphData(analysis, subject.rows(), analysis.connections().getFirst(), true);
  }

  private static Picture picture(Analysis analysis, Timeline timeline, double position) {
    Graphs graphs = new Graphs(new Subject(analysis, timeline, -1, -1), DiagramChecks.TYPE, STYLE);
    return graphs.picture(new Viewport(900, graphs.contentHeight(900)), position);
  }
}
