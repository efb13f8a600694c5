package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.lab.Lesson;
import wireflight.lab.Lessons;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.KernelSample;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** What the kernel said, and what was measured, beside the ladder of shipped recordings. */
class GaugesTest {
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());
  private static final double WIDTH = 1400;

  private record Seen(Trace trace, Timeline timeline, Ladder ladder) {
    static Seen of(String lesson, TimeScale scale) throws IOException {
      Trace trace = Recording.open(Path.of("assets/recordings", lesson + ".pcapng"));
      Analysis analysis = Analyzer.analyze(trace);
      Timeline timeline = TimelineBuilder.build(analysis);
      Subject subject = new Subject(analysis, timeline, -1, -1);
      LadderStyle style = new LadderStyle(Palette.LIGHT, 1, scale, true, LadderStyle.STEEP, true);
      return new Seen(trace, timeline, new Ladder(subject, TYPE, style));
    }

    Picture whole(double position) {
      double width = ladder.contentWidth(WIDTH);
      double height = ladder.contentHeight(width);
      return ladder.picture(new Viewport(width, height, 0, 0), position);
    }
  }

  private static List<Item.Path> curves(Drawing drawing, String gauge) {
    return drawing.items().stream()
        .filter(item -> item instanceof Item.Group group && group.name().equals(gauge))
        .flatMap(item -> ((Item.Group) item).items().stream())
        .filter(Item.Path.class::isInstance)
        .map(Item.Path.class::cast)
        .toList();
  }

  private static List<Item.Point> points(Item.Path path) {
    List<Item.Point> points = new ArrayList<>();
    for (Item.Step step : path.steps()) {
      switch (step) {
        case Item.Step.Move move -> points.add(new Item.Point(move.x(), move.y()));
        case Item.Step.To to -> points.add(new Item.Point(to.x(), to.y()));
        default -> throw new AssertionError("a curve of steps has " + step);
      }
    }
    return points;
  }

  @Test
  void theCongestionWindowGrowsDownTheLaddersAxisOfTime() throws IOException {
    Seen seen = Seen.of("wire-slow-start", new TimeScale.Ordinal());
    Drawing drawing = seen.whole(seen.timeline.steps()).drawing();
    List<Item.Path> curves = curves(drawing, "gauge-0");
    List<Item.Point> points = points(curves.getLast());
    for (int i = 1; i < points.size(); i++) {
      // Steps, not slopes: from one value to the next nothing lies between.
      assertThat(
              points.get(i).x() == points.get(i - 1).x()
                  || points.get(i).y() == points.get(i - 1).y())
          .isTrue();
      assertThat(points.get(i).y()).isGreaterThanOrEqualTo(points.get(i - 1).y());
    }
    assertThat(points.getLast().x()).isGreaterThan(points.getFirst().x() + 30);
    assertThat(points.getLast().y())
        .isEqualTo(seen.ladder.y(WIDTH, seen.timeline.steps()), within(1e-6));
  }

  @Test
  void theHeadsSayWhatTheKernelSaidLastBeforeThePlayhead() throws IOException {
    Seen seen = Seen.of("wire-slow-start", new TimeScale.Ordinal());
    String client = seen.timeline.connections().getFirst().client().toString();
    List<Integer> told = new ArrayList<>();
    for (int step = 1; step <= seen.timeline.steps(); step++) {
      // What takes no height has happened where the playhead stands.
      int same = step;
      while (same < seen.timeline.steps()
          && seen.ladder.y(WIDTH, same + 1) == seen.ladder.y(WIDTH, step)) {
        same++;
      }
      int window = 0;
      for (int row = 0; row < seen.trace.size(); row++) {
        if (!seen.trace.isFrame(row)
            && seen.trace.event(row) instanceof KernelSample sample
            && sample.time() <= seen.timeline.timeOf(same)
            && sample.socket().local().equals(client)
            && sample.congestionWindow() > 0
            && !sample.socket().foreign().isEmpty()) {
          window = sample.congestionWindow();
        }
      }
      List<String> texts = DiagramChecks.strings(seen.whole(step));
      String shown = texts.get(texts.indexOf("cwnd") - 1);
      assertThat(shown).as("step %d", step).isEqualTo(window == 0 ? "–" : String.valueOf(window));
      told.add(window);
    }
    assertThat(told).contains(0, 10, 20);
  }

  @Test
  void withoutATcpConnectionTheLadderIsAsItWas() throws IOException {
    Seen seen = Seen.of("echo", new TimeScale.Ordinal());
    Ladder plain = new Ladder(seen.timeline, TYPE, new LadderStyle(Palette.LIGHT));
    Viewport view = new Viewport(WIDTH, 500, 0, 0);
    int steps = seen.timeline.steps();
    assertThat(seen.ladder.picture(view, steps)).isEqualTo(plain.picture(view, steps));
  }

  static Stream<String> lessons() {
    return new Lessons().builtIn().stream().map(Lesson::id);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void nothingOverlapsAndNothingLeavesThePicture(String lesson) throws IOException {
    for (TimeScale scale :
        List.of(new TimeScale.Ordinal(), new TimeScale.Logarithmic(24, 10_000))) {
      Seen seen = Seen.of(lesson, scale);
      double width = seen.ladder.contentWidth(WIDTH);
      LadderChecks.labelsAreApart(seen.whole(seen.timeline.steps()).drawing());
      for (double position = 0.5; position < seen.timeline.steps(); position += 7.25) {
        double top = Math.max(0, seen.ladder.y(width, position) - 400);
        Drawing drawing = seen.ladder.picture(new Viewport(width, 600, 0, top), position).drawing();
        for (int gauge = 0; gauge < 3; gauge++) {
          for (Item.Path curve : curves(drawing, "gauge-" + gauge)) {
            assertThat(points(curve))
                .allMatch(point -> point.x() >= 0 && point.x() <= width)
                .allMatch(point -> point.y() >= 0 && point.y() <= 600);
          }
        }
      }
    }
  }
}
