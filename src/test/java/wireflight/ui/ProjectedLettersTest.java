package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.file;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.diagram.Picture;
import wireflight.diagram.View;
import wireflight.drawing.Item;
import wireflight.timeline.Recordings;

/** What is projected can be read in the last row: no letters are smaller than 14 pixels. */
class ProjectedLettersTest {
  private static final double SMALLEST = 14;
  private static final double ROUNDING = 1e-6;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1024,768", "1280,720", "1920,1080"})
  void inEveryViewWithTheSheetOfKeysAndWithAQuestion(int width, int height) throws IOException {
    try (WindowFixture fixture = new WindowFixture(width, height, false)) {
      Session session = fixture.window.session();
      fixture.open(file(folder, "services.pcapng", Recordings.services()));
      fx(() -> session.presentation().change(look -> look.withProjector(true).withGauges(true)));
      for (View view : View.values()) {
        fx(() -> session.onShow().view(view));
        for (int step : new int[] {5, 20, 1000}) {
          fixture.seek(step);
          assertThat(small(fixture)).as("%s, step %s", view, step).isEmpty();
        }
      }
      fx(() -> session.presentation().keys());
      assertThat(small(fixture)).as("the sheet of keys").isEmpty();
      fx(() -> session.presentation().keys());
      fx(() -> session.predictor().turn(true));
      fixture.seek(5);
      fx(() -> session.playhead().forward());
      fixture.pass(20);
      assertThat(small(fixture)).as("a question").isEmpty();
    }
  }

  @Test
  void afterwardsTheToolbarIsAsItWasBefore() {
    try (WindowFixture fixture = new WindowFixture(1600, 800, false)) {
      Labeled open = (Labeled) fixture.find("#open");
      assertThat(open.getContentDisplay()).isEqualTo(ContentDisplay.LEFT);
      fx(() -> fixture.window.session().presentation().change(look -> look.withProjector(true)));
      fixture.layOut();
      fx(() -> fixture.window.session().presentation().change(look -> look.withProjector(false)));
      fixture.layOut();
      assertThat(open.getContentDisplay()).isEqualTo(ContentDisplay.LEFT);
    }
  }

  @Test
  void withNothingOpen() {
    try (WindowFixture fixture = new WindowFixture(1280, 720, false)) {
      fx(() -> fixture.window.session().presentation().change(look -> look.withProjector(true)));
      assertThat(small(fixture)).isEmpty();
    }
  }

  /** Texts of the window that are too small, with their sizes. */
  private static Set<String> small(WindowFixture fixture) {
    return fx(
        () -> {
          Scene scene = fixture.stage.getScene();
          scene.snapshot(null);
          Set<String> small = new TreeSet<>();
          collect(scene.getRoot(), small);
          return small;
        });
  }

  private static void collect(Node node, Set<String> small) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Text text && !text.getText().isBlank() && !isIcon(text)) {
      double scale = text.getLocalToSceneTransform().getMyy();
      see(text.getText(), text.getFont().getSize() * scale, small);
    }
    if (node instanceof DiagramView diagram) {
      diagram.picture().ifPresent(picture -> collect(picture, small));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, small));
    }
  }

  private static boolean isIcon(Text text) {
    return text.getClass().getSimpleName().equals("FontIcon");
  }

  private static void collect(Picture picture, Set<String> small) {
    picture.drawing().items().forEach(item -> collect(item, small));
  }

  private static void collect(Item item, Set<String> small) {
    if (item instanceof Item.Group group) {
      group.items().forEach(member -> collect(member, small));
    } else if (item instanceof Item.Text text) {
      see(text.text(), text.size(), small);
    }
  }

  private static void see(String text, double size, Set<String> small) {
    if (size < SMALLEST - ROUNDING) {
      small.add(text + " " + size);
    }
  }
}
