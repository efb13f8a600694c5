package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.language.Language;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Recordings;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;

class FoldTest {
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());
  private final Timeline services = Recordings.services().timeline();

  @Test
  void fewLifelinesStandByThemselves() {
    Fold fold = Fold.of(services, 8, 8, Language.ENGLISH.texts(Sheet.class));
    assertThat(fold.columns()).isEqualTo(services.lifelines());
    assertThat(fold.folded()).isZero();
    assertThat(strings(8)).noneMatch(text -> text.startsWith("TCP"));
  }

  @Test
  void tooManyShareAColumnAsClientsAndHaveOneForEachPortOfTheServers() {
    Fold fold = Fold.of(services, 7, 8, Language.ENGLISH.texts(Sheet.class));
    assertThat(fold.columns()).extracting(Lifeline::name).startsWith("4 clients").hasSize(5);
    assertThat(fold.folded()).isEqualTo(4);
    for (Lifeline lifeline : services.lifelines()) {
      assertThat(fold.isShared(lifeline.index())).isEqualTo(fold.place(lifeline.index()) == 0);
    }
  }

  @Test
  void whatSharesAColumnIsToldApartByNameAndTheLegendSaysHowToSeeItAlone() {
    assertThat(strings(7))
        .contains("TCP 1  SYN", "TCP 2  SYN")
        .anyMatch(text -> text.startsWith("4 sockets share columns"));
  }

  @Test
  void noMoreColumnsAreMadeThanCanBeSeenAtOnce() {
    Timeline crowd = Recordings.crowd(60).timeline();
    LadderStyle.Crowd narrow = new LadderStyle.Crowd(24, 560);
    Fold fold = Fold.of(crowd, 24, 3, Language.ENGLISH.texts(Sheet.class));
    assertThat(fold.columns())
        .extracting(Lifeline::name)
        .hasSize(3)
        .startsWith("60 clients")
        .endsWith("other ports");
    LadderStyle style =
        new LadderStyle(
            Palette.LIGHT, 1, new TimeScale.Ordinal(), true, LadderStyle.STEEP, false, narrow);
    assertThat(new Ladder(crowd, TYPE, style).contentWidth(560)).isEqualTo(560);
  }

  private List<String> strings(int most) {
    LadderStyle style =
        new LadderStyle(
            Palette.LIGHT,
            1,
            new TimeScale.Ordinal(),
            true,
            LadderStyle.STEEP,
            false,
            new LadderStyle.Crowd(most, 2000));
    Ladder ladder = new Ladder(services, TYPE, style);
    double width = ladder.contentWidth(1600);
    Viewport view = new Viewport(width, ladder.contentHeight(width));
    return LadderChecks.texts(ladder.picture(view, services.steps()).drawing().items()).stream()
        .map(Item.Text::text)
        .toList();
  }
}
