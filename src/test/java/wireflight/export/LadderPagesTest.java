package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.connection.Analyzer;
import wireflight.diagram.LadderStyle;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/** A ladder that is cut into slides. */
class LadderPagesTest {
  static Stream<Path> recordings() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets", "recordings"))) {
      return files.filter(each -> each.toString().endsWith(".pcapng")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void noSlideEndsOrBeginsWithinAText(Path file) throws IOException {
    Timeline timeline = TimelineBuilder.build(Analyzer.analyze(Recording.open(file)));
    LadderPages pages =
        new LadderPages(timeline, Samples.FONTS, new LadderStyle(Palette.LIGHT), "Lesson");
    Range all = new Range(1, timeline.steps());
    List<Slide> slides = pages.slides(all, Aspect.WIDE, Layout.SLIDES, false);
    for (int at = 0; at < slides.size(); at++) {
      List<Item> items = new ArrayList<>();
      slides.get(at).whole().items().forEach(each -> flatten(each, items));
      double half = slides.get(at).whole().height() / 2;
      double top =
          covers(items)
              .mapToDouble(box -> box.y() + box.height())
              .filter(y -> y < half)
              .max()
              .orElseThrow();
      double bottom =
          covers(items).mapToDouble(Item.Rectangle::y).filter(y -> y > top + 1).min().orElseThrow();
      for (Item item : items) {
        if (item instanceof Item.Text text) {
          assertThat(text.y() - 0.6 * text.size() < bottom && bottom < text.y())
              .as("slide %d of %d cuts “%s” below", at + 1, slides.size(), text.text())
              .isFalse();
          assertThat(text.y() - 0.6 * text.size() < top && top < text.y() && at > 0)
              .as("slide %d of %d cuts “%s” above", at + 1, slides.size(), text.text())
              .isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void slidesShowEveryStepOnceAreWellFilledAndTellWhichTheyAre(Path file) throws IOException {
    Timeline timeline = TimelineBuilder.build(Analyzer.analyze(Recording.open(file)));
    LadderStyle style =
        new LadderStyle(
            Palette.LIGHT, 1.4, new TimeScale.Ordinal(), false, LadderStyle.FLAT, false);
    LadderPages pages = new LadderPages(timeline, Samples.FONTS, style, "Lesson");
    Range all = new Range(1, timeline.steps());
    List<Slide> slides = pages.slides(all, Aspect.WIDE, Layout.SLIDES, false);
    double filled = 0;
    int next = 1;
    for (int at = 0; at < slides.size(); at++) {
      List<Item> items = new ArrayList<>();
      slides.get(at).whole().items().forEach(each -> flatten(each, items));
      List<String> texts =
          items.stream()
              .filter(Item.Text.class::isInstance)
              .map(each -> ((Item.Text) each).text())
              .toList();
      if (slides.size() > 1) {
        assertThat(texts).contains((at + 1) + " of " + slides.size());
      }
      Matcher steps =
          Pattern.compile("Steps? (\\d+)(?: to (\\d+))? of " + timeline.steps())
              .matcher(String.join("\n", texts));
      assertThat(steps.find()).as("says which steps it shows").isTrue();
      assertThat(Integer.parseInt(steps.group(1))).isEqualTo(next);
      next = Integer.parseInt(steps.group(2) == null ? steps.group(1) : steps.group(2)) + 1;
      double half = slides.get(at).whole().height() / 2;
      double bottom =
          covers(items).mapToDouble(Item.Rectangle::y).filter(y -> y > 0).max().orElse(0);
      filled += bottom > half ? 1 : 0;
    }
    assertThat(next).isEqualTo(timeline.steps() + 1);
    assertThat(filled / slides.size()).as("share of slides that are half full").isGreaterThan(0.7);
  }

  /** What hides the ladder above and below the part that a slide shows. */
  private static Stream<Item.Rectangle> covers(List<Item> items) {
    return items.stream()
        .filter(Item.Rectangle.class::isInstance)
        .map(Item.Rectangle.class::cast)
        .filter(box -> box.x() <= 0 && box.width() >= Aspect.WIDE.width() - 1)
        .filter(box -> Palette.LIGHT.canvas().equals(box.fill()));
  }

  private static void flatten(Item item, List<Item> into) {
    if (item instanceof Item.Group group) {
      group.items().forEach(each -> flatten(each, into));
    } else {
      into.add(item);
    }
  }
}
