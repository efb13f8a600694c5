package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.file;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import wireflight.drawing.Palette;
import wireflight.lab.Lessons;
import wireflight.timeline.Recordings;

/** What a person chooses in the menu with the sliders, and finds again the next day. */
class ChoicesOfAPersonTest {
  @TempDir Path folder;

  private WindowFixture fixture;
  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void open() throws IOException {
    fixture = window();
    fixture.open(file(folder, "handshake.pcapng", Recordings.handshake()));
  }

  private WindowFixture window() {
    return new WindowFixture(
        1280,
        800,
        true,
        new Lessons().builtIn(),
        Optional.empty(),
        Optional.of(folder.resolve("settings.properties")));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void theWindowSpeaksAnotherLanguageAtOnceAndTheNextDay() {
    fixture.seek(9);
    choose("options-language-de");
    assertThat(fixture.text("#run")).isEqualTo("Start");
    assertThat(fixture.text("#steps")).isEqualTo("Schritt 9 von 27");
    assertThat(fx(() -> fixture.find("#diagram").isFocused())).isTrue();
    robot.type(KeyCode.RIGHT);
    fixture.pass(20);
    assertThat(fixture.text("#steps")).isEqualTo("Schritt 10 von 27");
    robot.push(KeyCode.CONTROL, KeyCode.L);
    assertThat(fixture.shows("#step-list")).isTrue();
    robot.type(KeyCode.F1);
    assertThat(fixture.shows("#shortcuts")).isTrue();
    fixture.snapshot("keys-german");
    robot.type(KeyCode.ESCAPE);
    fixture.snapshot("german");
    fixture.close();
    fixture = window();
    assertThat(fixture.text("#run")).isEqualTo("Start");
    assertThat(((RadioMenuItem) item("options-language-de")).isSelected()).isTrue();
    choose("options-language-en");
    assertThat(fixture.text("#run")).isEqualTo("Run");
    choose("options-language-system");
    assertThat(fx(() -> fixture.window.language().chosen())).isEmpty();
  }

  @Test
  void coloursAreChosenOrLeftToTheSystem() {
    choose("options-colours-dark");
    assertThat(palette()).isEqualTo(Palette.DARK);
    choose("options-colours-light");
    assertThat(palette()).isEqualTo(Palette.LIGHT);
    assertThat(((RadioMenuItem) item("options-colours-dark")).isSelected()).isFalse();
    choose("options-colours-system");
    assertThat(fx(() -> fixture.window.theme().chosen())).isEmpty();
    assertThat(((RadioMenuItem) item("options-colours-system")).isSelected()).isTrue();
  }

  @Test
  void theScoreStaysOnThisMachineUntilItIsForgotten() {
    fixture.seek(6);
    robot.push(KeyCode.CONTROL, KeyCode.P);
    answer();
    fixture.close();
    fixture = window();
    assertThat(prediction().everAnswered()).isEqualTo(1);
    assertThat(prediction().answered()).isZero();
    choose("options-score");
    assertThat(prediction().everAnswered()).isZero();
  }

  private void answer() {
    while (prediction().question() == null) {
      robot.push(KeyCode.RIGHT);
      fixture.pass(20);
    }
    robot.push(KeyCode.DIGIT1);
    assertThat(prediction().everAnswered()).isEqualTo(1);
  }

  private Prediction prediction() {
    return fx(() -> fixture.window.session().shown().prediction());
  }

  private Palette palette() {
    return fx(() -> fixture.window.session().shown().palette());
  }

  private void choose(String id) {
    fx(() -> item(id).fire());
    fixture.settle();
  }

  private MenuItem item(String id) {
    MenuButton menu = (MenuButton) fixture.find("#options");
    fx(
        () -> {
          menu.show();
          menu.hide();
          return true;
        });
    return find(menu.getItems(), id)
        .orElseThrow(() -> new AssertionError(String.format(Locale.ROOT, "no item is %s", id)));
  }

  private static Optional<MenuItem> find(List<MenuItem> items, String id) {
    for (MenuItem item : items) {
      Optional<MenuItem> found =
          id.equals(item.getId())
              ? Optional.of(item)
              : item instanceof Menu menu ? find(menu.getItems(), id) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
