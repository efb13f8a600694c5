package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Recordings;
import wireflight.timeline.TimeScale;
import wireflight.timeline.TimelineBuilder;

class ViewPagesTest {
  @ParameterizedTest
  @ValueSource(doubles = {1280, 960})
  void theStatesOfTcpStandOnOneSlideInTheSizeOfSlides(double width) throws Exception {
    Analysis analysis = Analyzer.analyze(Recordings.handshake().trace());
    Subject subject = new Subject(analysis, TimelineBuilder.build(analysis), -1, -1);
    LadderStyle style =
        new LadderStyle(
            Palette.LIGHT, 1.4, new TimeScale.Ordinal(), true, LadderStyle.STEEP, false);
    ViewPages pages = new ViewPages(View.STATES.of(subject, new Typesetter(Samples.FONTS), style));
    assertThat(pages.pages(12, width, 664)).hasSize(1);
  }
}
