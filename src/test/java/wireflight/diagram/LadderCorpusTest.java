package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/** Ladders of real captures. */
class LadderCorpusTest {
  private static final Path CAPTURES = Path.of("../shared/captures");
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());

  @Test
  void everyCaptureGivesPicturesWhoseLabelsAreApart() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURES), "the folder of captures is not here");
    int drawn = 0;
    try (Stream<Path> files = Files.list(CAPTURES)) {
      for (Path file : files.filter(LadderCorpusTest::isCapture).sorted().toList()) {
        drawn += draw(file);
      }
    }
    assertThat(drawn).isGreaterThan(100);
  }

  private static boolean isCapture(Path file) {
    return file.toString().matches(".*\\.(pcap|pcapng|cap)");
  }

  private static int draw(Path file) throws IOException {
    Analysis analysis;
    try {
      analysis = Analyzer.analyze(Recording.open(file));
    } catch (IOException notACapture) {
      return 0;
    }
    Timeline whole = TimelineBuilder.build(analysis);
    for (int step = 1; step <= whole.steps(); step += Math.max(1, whole.steps() / 50)) {
      assertThat(whole.sentence(step)).as("%s, step %s", file, step).isNotBlank();
    }
    check(whole, 1280);
    for (int connection : List.of(0, analysis.connections().size() - 1)) {
      if (connection >= 0 && connection < analysis.connections().size()) {
        check(TimelineBuilder.build(analysis, connection), 640);
      }
    }
    return 1;
  }

  private static void check(Timeline timeline, double width) {
    Ladder ladder = new Ladder(timeline, TYPE, new LadderStyle(Palette.LIGHT));
    double wide = ladder.contentWidth(width);
    // Down to the playhead nothing is cut off.
    double reached = ladder.position(wide, 2900);
    LadderChecks.labelsAreApart(ladder.picture(new Viewport(wide, 3000), reached).drawing());
    double middle = ladder.y(wide, timeline.steps() / 2.0);
    Picture all = ladder.picture(new Viewport(wide, 900, 0, middle), timeline.steps());
    assertThat(all.drawing().items()).isNotEmpty();
  }
}
