package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.await;
import static wireflight.ui.WindowFixture.fx;
import static wireflight.ui.WindowFixture.pcapng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import wireflight.timeline.Recordings;

/** Lessons that run while the window looks on. */
class RunTest {
  private final byte[] recording = pcapng(Recordings.handshake());
  private WindowFixture fixture;
  private FxRobot robot;

  @BeforeEach
  void open() {
    fixture = new WindowFixture(1000, 780, true);
    robot = new FxRobot();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void theChosenLessonRunsAndPlaysAsItArrives() {
    fixture.choose("Two datagrams");
    robot.clickOn("#run");
    await(() -> shown().live());
    assertThat(fixture.runner.lessons).containsExactly("datagrams");
    fixture.runner.send(Arrays.copyOf(recording, recording.length / 2));
    await(() -> shown().timeline().steps() > 3);
    int half = fx(() -> shown().timeline().steps());
    assertThat(fx(() -> shown().playing())).isTrue();
    fixture.pass(5);
    assertThat(fx(() -> shown().position())).isGreaterThan(0);
    fixture.runner.send(Arrays.copyOfRange(recording, recording.length / 2, recording.length));
    fixture.runner.end("");
    await(() -> !shown().live());
    assertThat(fx(() -> shown().timeline().steps())).isGreaterThan(half);
    assertThat(fixture.shows("#message")).isFalse();
  }

  @Test
  void aWorkerThatDiesIsToldOfAndWhatArrivedStaysAndTheNextRunWorks() {
    robot.push(KeyCode.CONTROL, KeyCode.R);
    await(() -> shown().live());
    fixture.runner.send(Arrays.copyOf(recording, recording.length / 2));
    await(() -> shown().timeline().steps() > 3);
    fixture.runner.end("The worker was killed by signal 9.");
    await(() -> !shown().live() && shown().notice() != null);
    assertThat(fixture.text("#message")).contains("killed by signal 9").contains("Run");
    assertThat(fx(() -> shown().timeline().steps())).isGreaterThan(3);
    robot.push(KeyCode.CONTROL, KeyCode.R);
    await(() -> shown().live());
    fixture.runner.send(recording);
    fixture.runner.end("");
    await(() -> !shown().live());
    assertThat(fixture.shows("#message")).isFalse();
    assertThat(fx(() -> shown().timeline().steps())).isGreaterThan(10);
  }

  @Test
  void aRunThatCannotStartIsToldOf() {
    fixture.runner.refuse("this machine allows no capture: run wireflight doctor");
    robot.clickOn("#run");
    await(() -> shown().notice() != null);
    assertThat(fixture.text("#message")).contains("wireflight doctor");
    assertThat(fx(() -> fixture.window.session().busy())).isFalse();
    // Nothing came of it, so the recording that ships is on show, and the message says so.
    await(() -> shown().timeline().steps() > 10);
    assertThat(fixture.text("#message")).contains("recording");
  }

  @Test
  void theCommandThatHelpsCanBeCopied() {
    fixture.runner.refuse("User namespaces are turned off: `sudo sysctl x=1`. Or else: `sudo`.");
    robot.clickOn("#run");
    await(() -> fixture.shows("#copy-command"));
    robot.clickOn("#copy-command");
    assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("sudo sysctl x=1");
    assertThat(fixture.text("#copy-command")).isEqualTo("Copied");
  }

  @Test
  void openingAFileLetsGoOfARunThatIsStarting(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("opened.pcapng"), recording);
    fx(
        () -> {
          fixture.window.session().runs().run();
          fixture.window.session().files().open(file);
        });
    await(() -> shown().timeline().steps() > 10);
    assertThat(fx(() -> shown().starting())).isFalse();
    assertThat(fx(() -> shown().live())).isFalse();
  }

  @Test
  void aLessonThatIsOpenedIsRun(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.md");
    Files.writeString(file, "# Mine\nText.\n```sockets\na = socket udp\n```\n");
    fx(() -> fixture.window.session().files().open(file));
    await(() -> shown().live());
    assertThat(fixture.runner.lessons).containsExactly(file.toString());
    assertThat(Objects.requireNonNull(shown().lesson()).title()).isEqualTo("Mine");
  }

  @Test
  void whatIsWrongWithALessonThatIsOpenedIsToldAndNothingRuns(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("broken.md");
    Files.writeString(file, "# Broken\n```sockets\na = sockt udp\n```\n");
    fixture.open(file);
    assertThat(fixture.text("#message")).contains("broken.md, line 3, word 3").contains("socket");
    assertThat(fixture.runner.lessons).isEmpty();
  }

  @Test
  void stopEndsTheRun() {
    robot.clickOn("#run");
    await(() -> shown().live());
    assertThat(fixture.text("#run")).isEqualTo("Stop");
    robot.clickOn("#run");
    await(() -> !shown().live());
    assertThat(fixture.text("#run")).isEqualTo("Run");
  }

  private Shown shown() {
    return fixture.window.session().shown();
  }
}
