package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.connection.Analyzer;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/** Whoever has the steps read out hears all that the ladder shows. */
class StepWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"handshake", "datagrams", "lost-data", "one-server", "wire-sack", "wire-udp-tcp"})
  void everyPacketStateAndCallOfTheLadderIsToldInAStep(String recording) throws IOException {
    Path file = Path.of("assets", "recordings", recording + ".pcapng");
    Timeline timeline = TimelineBuilder.build(Analyzer.analyze(Recording.open(file)));
    Set<String> told = new HashSet<>();
    for (int step = 1; step <= timeline.steps(); step++) {
      told.addAll(StepWords.of(timeline, step));
    }
    Ladder ladder =
        new Ladder(timeline, new Typesetter(Fonts.bundled()), new LadderStyle(Palette.LIGHT));
    double width = ladder.contentWidth(1280);
    Viewport view = new Viewport(width, ladder.contentHeight(width));
    Drawing drawing = ladder.picture(view, timeline.steps()).drawing();
    for (Item item : drawing.items()) {
      if (item instanceof Item.Group group
          && group.name().matches("(frame|call|state)-[0-9]+(-[0-9]+)?")) {
        assertThat(told).contains(group.description());
      }
    }
    assertThat(told.size()).isGreaterThan(10);
  }
}
