package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.connection.Analyzer;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Moment;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/** Ladders of the wire's recordings whose height is time. */
class TrueTimeTest {
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());
  private static final double WIDTH = 1000;

  @Test
  void aDelayedAcknowledgmentLeavesAsMuchLowerAsItIsLater() throws IOException {
    Timeline timeline = timeline("wire-delayed-ack");
    TimeScale.Linear scale = TimeScale.Linear.fitting(timeline.usualFlight());
    List<Item> items = items(timeline, scale);
    Moment.Flight ping =
        flights(timeline).filter(each -> each.label().contains("ping")).findFirst().orElseThrow();
    Moment.Flight answer =
        flights(timeline).filter(each -> each.time() > ping.arrival()).findFirst().orElseThrow();
    long kept = answer.time() - ping.arrival();
    assertThat(kept).as("kept back so long").isGreaterThan(30_000_000);
    double lower = Extent.of(frame(items, answer)).top() - Extent.of(frame(items, ping)).bottom();
    assertThat(lower).isCloseTo(scale.height(kept), within(8.0));
  }

  @Test
  void aRoutersAnswerHasComeWhereItsReceiverActsOnIt() throws IOException {
    Timeline timeline = timeline("wire-mtu");
    List<Item> items = items(timeline, TimeScale.Linear.fitting(timeline.usualFlight()));
    Moment.Flight answer =
        flights(timeline)
            .filter(each -> each.kind() == Moment.Kind.ERROR)
            .findFirst()
            .orElseThrow();
    Moment.Flight again =
        flights(timeline).filter(each -> each.time() > answer.time()).findFirst().orElseThrow();
    assertThat(Extent.of(frame(items, answer)).bottom())
        .isLessThan(Extent.of(frame(items, again)).top() + 8);
  }

  static Stream<TimeScale> scales() {
    return Stream.of(
        new TimeScale.Ordinal(), new TimeScale.Linear(1000), new TimeScale.Logarithmic(24, 10_000));
  }

  @ParameterizedTest
  @MethodSource("scales")
  void whatTheLastPacketBringsAboutIsShown(TimeScale scale) throws IOException {
    Timeline timeline = timeline("wire-rtt");
    Moment last =
        timeline.momentsBetween(1, timeline.steps()).stream()
            .filter(Moment.StateChange.class::isInstance)
            .reduce((_, later) -> later)
            .orElseThrow();
    assertThat(timeline.stepOf(last.row())).isEqualTo(timeline.steps());
    assertThat(items(timeline, scale))
        .anyMatch(
            item ->
                item instanceof Item.Group group
                    && group.name().startsWith("state-" + (last.row() + 1) + "-"));
  }

  private static Timeline timeline(String lesson) throws IOException {
    return TimelineBuilder.build(
        Analyzer.analyze(Recording.open(Path.of("assets/recordings", lesson + ".pcapng"))));
  }

  private static List<Item> items(Timeline timeline, TimeScale scale) {
    Ladder ladder = new Ladder(timeline, TYPE, new LadderStyle(Palette.LIGHT, 1, scale, false));
    Viewport all = new Viewport(WIDTH, ladder.contentHeight(WIDTH));
    return ladder.picture(all, timeline.steps()).drawing().items();
  }

  private static Stream<Moment.Flight> flights(Timeline timeline) {
    return timeline.momentsBetween(1, timeline.steps()).stream()
        .filter(Moment.Flight.class::isInstance)
        .map(Moment.Flight.class::cast);
  }

  private static Item.Group frame(List<Item> items, Moment.Flight flight) {
    return items.stream()
        .filter(Item.Group.class::isInstance)
        .map(Item.Group.class::cast)
        .filter(each -> each.name().equals("frame-" + (flight.row() + 1)))
        .findFirst()
        .orElseThrow();
  }
}
