package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import wireflight.timeline.Question;
import wireflight.timeline.Recordings;
import wireflight.timeline.StepKind;

/** A class that is asked what comes before it is shown. */
class PredictTest {
  @TempDir Path folder;
  private WindowFixture fixture;
  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void open() throws IOException {
    fixture = new WindowFixture(1280, 800, true);
    fixture.open(WindowFixture.file(folder, "handshake.pcapng", Recordings.handshake()));
    robot.push(KeyCode.CONTROL, KeyCode.P);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void playingStopsBeforeAPacketAndAsks() {
    fx(() -> fixture.window.session().playhead().playOrPause());
    fixture.pass(60);
    Shown now = shown();
    assertThat(now.playing()).isFalse();
    assertThat(now.timeline().kindOf((int) now.position() + 1)).isEqualTo(StepKind.PACKET);
    assertThat(fixture.shows("#question")).isTrue();
    assertThat(fixture.shows("#sentence")).isFalse();
    fixture.snapshot("predict-asked");
  }

  @Test
  void aRightAnswerCountsAndThePacketThenFlies() {
    toFirstQuestion();
    int before = (int) shown().position();
    robot.push(digit(question().right()));
    assertThat(fixture.text("#question-reason")).startsWith("Right. ");
    assertThat(fixture.text("#score")).isEqualTo("1 of 1 right");
    fixture.snapshot("predict-answered");
    robot.push(KeyCode.RIGHT);
    fixture.pass(20);
    assertThat((int) shown().position()).isEqualTo(before + 1);
  }

  @Test
  void aWrongAnswerIsToldTheRightOneWithAReason() {
    toFirstQuestion();
    Question question = question();
    robot.push(digit((question.right() + 1) % question.choices().size()));
    assertThat(fixture.text("#question-reason"))
        .contains(question.choices().get(question.right()))
        .contains(question.reason());
    assertThat(fixture.text("#score")).isEqualTo("0 of 1 right");
    robot.push(digit(question.right()));
    assertThat(fixture.text("#score")).isEqualTo("0 of 1 right");
  }

  @Test
  void whoGoesOnIsShownTheAnswerFirst() {
    toFirstQuestion();
    double before = shown().position();
    robot.push(KeyCode.RIGHT);
    assertThat(shown().position()).isEqualTo(before);
    assertThat(fixture.text("#question-reason")).contains(question().reason());
    assertThat(fixture.text("#score")).isEqualTo("0 of 0 right");
    robot.push(KeyCode.RIGHT);
    fixture.pass(20);
    assertThat(shown().position()).isEqualTo(before + 1);
  }

  @Test
  void turnedOffItAsksNothing() {
    toFirstQuestion();
    robot.clickOn("#predict");
    assertThat(fixture.shows("#question")).isFalse();
    assertThat(fixture.shows("#sentence")).isTrue();
    fx(() -> fixture.window.session().playhead().playOrPause());
    fixture.pass(200);
    assertThat(shown().position()).isEqualTo(shown().timeline().steps());
  }

  private void toFirstQuestion() {
    while (shown().prediction().question() == null) {
      robot.push(KeyCode.RIGHT);
      fixture.pass(20);
    }
  }

  private Question question() {
    Question asked = shown().prediction().question();
    if (asked == null) {
      throw new AssertionError("nothing is asked");
    }
    return asked;
  }

  private static KeyCode digit(int choice) {
    return KeyCode.valueOf("DIGIT" + (choice + 1));
  }

  private Shown shown() {
    return fx(() -> fixture.window.session().shown());
  }
}
