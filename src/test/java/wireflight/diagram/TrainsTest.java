package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** Where height is time, packets that follow each other closely share a label. */
class TrainsTest {
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());
  private static final double WIDTH = 1280;
  private static final Pattern COUNT = Pattern.compile("(\\d+) (× ?|segments)(.*)");

  @Test
  void theWindowsOfSlowStartAreToldAsOneEach() throws IOException {
    assertThat(shared("wire-slow-start"))
        .startsWith("10 × 1448 bytes", "10 × ACK", "20 × 1448 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wire-queue", "wire-fat-pipe", "wire-slow-start"})
  void aLabelCountsNoPacketThatIsLostNorOneWithALabelOfItsOwn(String lesson) throws IOException {
    Timeline timeline = timeline(lesson);
    int own = 0;
    int counted = 0;
    for (Item.Group label : labels(timeline)) {
      Matcher count = COUNT.matcher(label.description());
      if (count.matches()) {
        counted += Integer.parseInt(count.group(1));
      } else {
        own++;
      }
    }
    List<Moment.Flight> flights =
        timeline.momentsBetween(1, timeline.steps()).stream()
            .filter(Moment.Flight.class::isInstance)
            .map(Moment.Flight.class::cast)
            .toList();
    assertThat(counted).isGreaterThan(flights.size() / 3);
    assertThat(counted + own).isLessThanOrEqualTo(flights.size());
    for (Moment.Flight lost : flights.stream().filter(Moment.Flight::lost).toList()) {
      assertThat(labels(timeline))
          .as("a label of its own for frame %d, which is lost", lost.row() + 1)
          .anyMatch(each -> each.name().equals("label-" + (lost.row() + 1)));
    }
  }

  private static List<String> shared(String lesson) throws IOException {
    List<String> found = new ArrayList<>();
    for (Item.Group label : labels(timeline(lesson))) {
      if (COUNT.matcher(label.description()).matches()) {
        found.add(label.description().split("  ", 2)[0]);
      }
    }
    return found;
  }

  private static Timeline timeline(String lesson) throws IOException {
    return TimelineBuilder.build(
        Analyzer.analyze(Recording.open(Path.of("assets/recordings", lesson + ".pcapng"))));
  }

  private static List<Item.Group> labels(Timeline timeline) {
    TimeScale scale = TimeScale.Linear.fitting(timeline.usualFlight());
    Ladder ladder = new Ladder(timeline, TYPE, new LadderStyle(Palette.LIGHT, 1, scale, false));
    Viewport all = new Viewport(WIDTH, ladder.contentHeight(WIDTH));
    return ladder.picture(all, timeline.steps()).drawing().items().stream()
        .filter(Item.Group.class::isInstance)
        .map(Item.Group.class::cast)
        .filter(group -> group.name().startsWith("label-"))
        .toList();
  }
}
