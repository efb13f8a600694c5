package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

/** What the wire lost is drawn so that nobody takes it for arrived. */
class LostFlightsTest {
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());
  private static final double WIDTH = 1000;

  static Stream<Path> lessons() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets/recordings"))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("wire-"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void endsInACrossShortOfTheOtherLineAndHasNoTip(Path file) throws IOException {
    Timeline timeline = TimelineBuilder.build(Analyzer.analyze(Recording.open(file)));
    check(timeline);
  }

  /** Looks at every flight of a timeline, in every time scale. */
  private static void check(Timeline timeline) {
    for (TimeScale scale :
        List.of(
            new TimeScale.Ordinal(),
            TimeScale.Linear.fitting(timeline.usualFlight()),
            new TimeScale.Logarithmic(24, 10_000))) {
      Ladder ladder = new Ladder(timeline, TYPE, new LadderStyle(Palette.LIGHT, 1, scale, false));
      Viewport view = new Viewport(WIDTH, ladder.contentHeight(WIDTH));
      List<Item> items = ladder.picture(view, timeline.steps()).drawing().items();
      for (Moment moment : timeline.momentsBetween(1, timeline.steps())) {
        if (moment instanceof Moment.Flight flight && flight.measured()) {
          Item.Group group = group(items, "frame-" + (flight.row() + 1));
          boolean tip = group.items().stream().anyMatch(Item.Polygon.class::isInstance);
          boolean cross = group.items().stream().anyMatch(item -> item instanceof Item.Ellipse);
          assertThat(tip).as("a tip on %s", group.name()).isNotEqualTo(flight.lost());
          assertThat(flight.lost() && !cross).as("no cross on %s", group.name()).isFalse();
          assertThat(group.description().endsWith(", lost")).isEqualTo(flight.lost());
          if (flight.lost()) {
            assertThat(flight.arrivalRow()).isNegative();
            Extent ends = Extent.of(group);
            double line =
                new Columns(timeline, Fold.none(timeline, timeline.lifelines()), WIDTH, 0, 1)
                    .x(flight.to());
            assertThat(flight.to() > flight.from() ? ends.right() : -ends.left())
                .isLessThan(flight.to() > flight.from() ? line : -line);
          }
        }
      }
    }
  }

  private static Item.Group group(List<Item> items, String name) {
    return items.stream()
        .filter(Item.Group.class::isInstance)
        .map(Item.Group.class::cast)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is drawn for " + name));
  }
}
