package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.ConnectionRows;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.language.Language;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/**
 * Ladders of real captures, and of the recordings that ship: of all of each and of every connection
 * in it, from the first step to the last, in each scale of time, no label lies over another or
 * leaves the picture, whatever the width, the size of letters and the language; and what is seen of
 * it through a window that is scrolled is the same picture, so that nothing jumps (but for the
 * words of a timer, which stay in view, and where height is time, where labels look for places).
 *
 * <p>Which of the widths, sizes and languages a ladder is drawn in chance decides, the same each
 * time; {@code -Dladder.seed=N} draws others, {@code -Dladder.all=true} all of them.
 */
class LadderCorpusTest {
  private static final Path CAPTURES = Path.of("../shared/captures");
  private static final Path RECORDINGS = Path.of("assets/recordings");
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());
  private static final boolean ALL = Boolean.getBoolean("ladder.all");

  /** From a narrow window to a projector's. */
  private static final List<Seat> SEATS =
      List.of(
          new Seat(480, 1, Language.ENGLISH, false, 24),
          new Seat(800, 1.3, Language.GERMAN, false, 3),
          new Seat(1280, 1, Language.GERMAN, true, 1000),
          new Seat(1280, 2.4, Language.ENGLISH, false, 3),
          new Seat(1920, 1.6, Language.ENGLISH, true, 24));

  /** How high the window is through which a ladder is seen. */
  private static final double WINDOW = 600;

  private final Random random = new Random(Long.getLong("ladder.seed", 1));
  private final Set<String> faults = new TreeSet<>();

  /**
   * How wide a picture is, how large everything in it, whether it has gauges, and how many
   * lifelines stand by themselves.
   */
  private record Seat(double width, double size, Language language, boolean gauges, int most) {}

  @Test
  void labelsOfEveryCaptureAreApart() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURES), "the folder of captures is not here");
    assertThat(check(CAPTURES)).isGreaterThan(100);
  }

  @Test
  void labelsOfEveryRecordingAreApart() throws IOException {
    assertThat(check(RECORDINGS)).isGreaterThan(40);
  }

  /** Looks at everything in a folder; says how many captures that were. */
  private int check(Path folder) throws IOException {
    int drawn = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(LadderCorpusTest::isCapture).sorted().toList()) {
        drawn += check(file.getFileName().toString(), file);
      }
    }
    assertThat(faults).isEmpty();
    return drawn;
  }

  private static boolean isCapture(Path file) {
    return file.toString().matches(".*\\.(pcap|pcapng|cap)");
  }

  private int check(String name, Path file) throws IOException {
    Analysis analysis;
    try {
      analysis = Analyzer.analyze(Recording.open(file));
    } catch (IOException notACapture) {
      return 0;
    }
    ConnectionRows rows = new ConnectionRows(analysis);
    check(name, analysis, rows, -1);
    for (int i = 0; analysis.connections().size() > 1 && i < analysis.connections().size(); i++) {
      check(name + ", connection " + i, analysis, rows, i);
    }
    return 1;
  }

  private void check(String what, Analysis analysis, ConnectionRows rows, int connection) {
    List<Seat> seats = new ArrayList<>(SEATS);
    Collections.shuffle(seats, random);
    Timeline first = timeline(analysis, connection);
    List<TimeScale> scales =
        List.of(
            new TimeScale.Ordinal(),
            TimeScale.Linear.fitting(first.usualFlight()),
            new TimeScale.Logarithmic(24, 10_000));
    for (int i = 0; i < scales.size(); i++) {
      for (Seat seat : ALL ? seats : List.of(seats.get(i))) {
        Analysis spoken = analysis.in(seat.language);
        Timeline timeline = timeline(spoken, connection);
        Subject subject = new Subject(spoken, timeline, connection, -1, rows);
        LadderStyle style =
            new LadderStyle(
                Palette.LIGHT,
                seat.size,
                scales.get(i),
                true,
                LadderStyle.STEEP,
                seat.gauges,
                new LadderStyle.Crowd(seat.most, seat.width / seat.size));
        String where = what + ", " + scales.get(i) + ", " + seat + ": ";
        check(where, new Ladder(subject, TYPE, style), timeline.steps(), style, seat);
      }
    }
  }

  private static Timeline timeline(Analysis analysis, int connection) {
    return connection < 0
        ? TimelineBuilder.build(analysis)
        : TimelineBuilder.build(analysis, connection);
  }

  private void check(String where, Ladder ladder, int steps, LadderStyle style, Seat seat) {
    double width = ladder.contentWidth(seat.width);
    double height = ladder.contentHeight(width);
    Drawing all = ladder.picture(new Viewport(width, height), steps).drawing();
    LadderChecks.faults(all).forEach(fault -> faults.add(where + fault));
    if (height > WINDOW && !(style.scale() instanceof TimeScale.Linear)) {
      double offset = Math.rint(random.nextDouble() * (height - WINDOW));
      Viewport view = new Viewport(width, WINDOW, 0, offset);
      Drawing seen = ladder.picture(view, steps).drawing();
      double top = ladder.y(width, 0) + 10 * seat.size;
      double bottom = WINDOW - 45 * seat.size;
      List<Item.Text> shown = LadderChecks.between(seen, 0, top, bottom);
      List<Item.Text> meant = LadderChecks.between(all, offset, top, bottom);
      for (Item.Text text : LadderChecks.without(shown, meant)) {
        faults.add(where + "“" + text.text() + "” comes when scrolled to " + offset);
      }
      for (Item.Text text : LadderChecks.without(meant, shown)) {
        faults.add(where + "“" + text.text() + "” goes when scrolled to " + offset);
      }
    }
  }
}
