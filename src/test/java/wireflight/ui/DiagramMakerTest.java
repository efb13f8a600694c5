package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wireflight.connection.Analysis;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Recordings;
import wireflight.timeline.TimeScale;
import wireflight.timeline.TimelineBuilder;

class DiagramMakerTest {
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());

  /** So a diagram of any size tells how wide one of another size is at least. */
  @ParameterizedTest
  @EnumSource(View.class)
  void theLeastWidthOfEveryViewGrowsWithItsSize(View view) {
    Analysis analysis = Recordings.services().analysis();
    Subject subject = new Subject(analysis, TimelineBuilder.build(analysis), -1, -1);
    double usual = width(view, subject, 1);
    for (double size : new double[] {0.7, 1.3, 2.4}) {
      assertThat(width(view, subject, size) / size).isCloseTo(usual, within(0.5));
    }
  }

  private static double width(View view, Subject subject, double size) {
    LadderStyle style =
        new LadderStyle(
            Palette.LIGHT,
            size,
            new TimeScale.Ordinal(),
            true,
            LadderStyle.STEEP,
            true,
            LadderStyle.Crowd.NONE);
    return view.of(subject, TYPE, style).contentWidth(1);
  }
}
