package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wireflight.lab.Lessons;
import wireflight.language.Language;

class LessonHeadingsTest {
  /** As narrow as the side beside the view gets. */
  private static final double WIDTH = 238;

  private final WindowFixture fixture = new WindowFixture(1000, 700, false);

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noHeadingAndNoTitleIsCutShort(Language language) {
    List<String> told = new ArrayList<>();
    List<String> drawn = new ArrayList<>();
    fx(
        () -> {
          LessonList lessons =
              new LessonList(fixture.window.session().runs(), new Texts(language), () -> {});
          Scene scene = new Scene(lessons, WIDTH, 1200);
          scene.getStylesheets().setAll(fixture.stage.getScene().getStylesheets());
          lessons.getStyleClass().add("side");
          lessons.offer(new Lessons(null, language).all());
          lessons.applyCss();
          lessons.layout();
          for (String kind : List.of(".lesson-subject", ".lesson-title")) {
            for (Node node : lessons.lookupAll(kind)) {
              told.add(((Label) node).getText());
              drawn.add(((Text) node.lookup(".text")).getText());
            }
          }
        });
    assertThat(told).hasSizeGreaterThan(15);
    assertThat(drawn).isEqualTo(told);
  }
}
