package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.TimeScale;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

class ViewPagesTest {
  private static final double ROOM = 664;

  private static ViewPages of(String recording, View view) throws IOException {
    Path file = Path.of("assets", "recordings", recording + ".pcapng");
    Analysis analysis = Analyzer.analyze(Recording.open(file));
    Subject subject = new Subject(analysis, TimelineBuilder.build(analysis), -1, -1);
    LadderStyle style =
        new LadderStyle(
            Palette.LIGHT, 1.4, new TimeScale.Ordinal(), true, LadderStyle.STEEP, false);
    return new ViewPages(view.of(subject, new Typesetter(Samples.FONTS), style));
  }

  /** The groups that are seen on each page. */
  private static List<List<String>> groups(List<Drawing> pages, String prefix) {
    List<List<String>> all = new ArrayList<>();
    for (Drawing page : pages) {
      List<String> names = new ArrayList<>();
      for (Item item : Uncovered.of(page).items()) {
        if (item instanceof Item.Group group && group.name().startsWith(prefix)) {
          names.add(group.name());
        }
      }
      all.add(names);
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1280, 960})
  void eachGraphIsWholeOnOnePage(double width) throws Exception {
    for (String recording : List.of("wire-slow-start", "lost-data", "wire-sack")) {
      List<Drawing> pages = of(recording, View.GRAPHS).pages(1000, width, ROOM);
      assertThat(groups(pages, "graph-").stream().flatMap(List::stream))
          .as(recording)
          .containsExactly("graph-0", "graph-1", "graph-2", "graph-3", "graph-4");
      assertThat(pages).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1280, 960})
  void noPageIsEmptyAndNoFieldIsOnTwo(double width) throws Exception {
    for (String recording : List.of("ipv6", "handshake", "fragments")) {
      List<Drawing> pages = of(recording, View.HEADER).pages(34, width, ROOM);
      assertThat(pages).as(recording).noneMatch(page -> Uncovered.of(page).items().isEmpty());
      assertThat(groups(pages, "field-").stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1280, 960})
  void aMapThatFitsAlmostIsMadeALittleSmaller(double width) throws Exception {
    assertThat(of("four-clients", View.MAP).pages(1000, width, ROOM)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1280, 960})
  void noCallIsCutApart(double width) throws Exception {
    List<Drawing> pages = of("rest", View.CALLS).pages(1000, width, ROOM);
    assertThat(pages).hasSizeBetween(3, 5);
    assertThat(groups(pages, "call-").stream().flatMap(List::stream)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1280, 960})
  void theStatesOfTcpStandOnOneSlideInTheSizeOfSlides(double width) throws Exception {
    ViewPages pages = of("handshake", View.STATES);
    assertThat(pages.pages(12, width, ROOM)).hasSize(1);
  }
}
