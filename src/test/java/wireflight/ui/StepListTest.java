package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.await;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import wireflight.diagram.StepWords;
import wireflight.timeline.Recordings;

/** Every step in words, beside the diagram. */
class StepListTest {
  @TempDir Path folder;
  private WindowFixture fixture;
  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void open() throws IOException {
    fixture = new WindowFixture(1280, 800, true);
    fixture.open(WindowFixture.file(folder, "handshake.pcapng", Recordings.handshake()));
    robot.push(KeyCode.CONTROL, KeyCode.L);
    await(() -> fixture.shows("#step-list"));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void everyStepIsThereInTheWordsOfItsSentence() {
    Shown now = shown();
    assertThat(fx(() -> list().getItems().size())).isEqualTo(now.timeline().steps());
    fixture.seek(9);
    String drawn = String.join("; ", StepWords.of(now.timeline(), 9));
    assertThat(drawn).isNotEmpty();
    await(() -> spoken().contains("Step 9. " + now.timeline().sentence(9) + " " + drawn));
    assertThat(fx(() -> list().getSelectionModel().getSelectedItem())).isEqualTo(9);
    fixture.snapshot("steps-in-words");
  }

  @Test
  void itOpensWhereThePlayheadIs() {
    int all = shown().timeline().steps();
    robot.push(KeyCode.CONTROL, KeyCode.L);
    fixture.seek(all);
    robot.push(KeyCode.CONTROL, KeyCode.L);
    await(() -> spoken().stream().anyMatch(words -> words.startsWith("Step " + all + ". ")));
    robot.push(KeyCode.CONTROL, KeyCode.L);
    fixture.seek(3);
    robot.push(KeyCode.CONTROL, KeyCode.L);
    await(() -> spoken().stream().anyMatch(words -> words.startsWith("Step 3. ")));
  }

  @Test
  void choosingAStepGoesThere() {
    fx(() -> list().getSelectionModel().select(4));
    assertThat(shown().position()).isEqualTo(5);
  }

  @Test
  void whatAClassIsToPredictIsNotTold() {
    fixture.seek(6);
    robot.push(KeyCode.CONTROL, KeyCode.P);
    await(() -> list().getItems().size() == 6);
    robot.push(KeyCode.CONTROL, KeyCode.P);
    await(() -> list().getItems().size() == shown().timeline().steps());
  }

  @Test
  void thePanelsComeBack() {
    assertThat(fixture.shows("#header")).isFalse();
    robot.push(KeyCode.CONTROL, KeyCode.L);
    await(() -> !fixture.shows("#step-list"));
    assertThat(fixture.shows(".card")).isTrue();
  }

  @SuppressWarnings("unchecked") // the list is made with these
  private ListView<Integer> list() {
    return (ListView<Integer>) fixture.stage.getScene().getRoot().lookup("#step-list");
  }

  private List<String> spoken() {
    return list().lookupAll(".list-cell").stream()
        .map(cell -> String.valueOf(((ListCell<?>) cell).getAccessibleText()))
        .toList();
  }

  private Shown shown() {
    return fx(() -> fixture.window.session().shown());
  }
}
