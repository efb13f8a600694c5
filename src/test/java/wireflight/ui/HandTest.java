package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static wireflight.ui.WindowFixture.await;
import static wireflight.ui.WindowFixture.fx;
import static wireflight.ui.WindowFixture.pcapng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import wireflight.lab.Lessons;
import wireflight.lab.Network;
import wireflight.timeline.Moment;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;
import wireflight.timeline.Timeline;

/** Sockets that a person drives in the window. */
class HandTest {
  private WindowFixture fixture = new WindowFixture(1280, 800, true);
  private final FxRobot robot = new FxRobot();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void buttonsMakeCallsAndWhatIsRecordedDecidesWhichComeNext() {
    robot.clickOn("#by-hand");
    await(() -> shown().hand() != null && shown().live());
    robot.clickOn("#hand-server");
    assertThat(fixture.runner.calls()).containsExactly("server = socket tcp");
    assertThat(fixture.find("#bench-server")).isNull();
    fixture.runner.send(pcapng(Recordings.connecting()));
    await(() -> fixture.shows("#bench-server") && fixture.shows("#bench-client"));
    assertThat(fixture.shows("#call-peer-accept-server")).isTrue();
    assertThat(fixture.find("#bench-client .call-chip")).isNull();
    robot.clickOn("#call-peer-accept-server");
    assertThat(fixture.runner.calls()).last().isEqualTo("peer = accept server");
  }

  @Test
  void aTypedMistakeIsExplainedAndNotMade() {
    robot.push(KeyCode.CONTROL, KeyCode.D);
    await(() -> shown().hand() != null && shown().live());
    type("server = socket tpc");
    assertThat(fixture.text("#hand-remark")).contains("did you mean “tcp”?");
    assertThat(fixture.runner.calls()).isEmpty();
    type("server = socket tcp");
    assertThat(fixture.runner.calls()).containsExactly("server = socket tcp");
    assertThat(fixture.shows("#hand-remark")).isFalse();
    robot.push(KeyCode.ESCAPE).push(KeyCode.B);
    assertThat(shown().look().blank()).as("letters are keys again").isTrue();
  }

  @Test
  void whoBeginsCanTypeAtOnceAndAfterEachPressedCall() {
    robot.push(KeyCode.CONTROL, KeyCode.D);
    await(() -> shown().hand() != null && shown().live());
    robot.write("b = sockt udp").push(KeyCode.ENTER);
    assertThat(fixture.runner.calls()).isEmpty();
    robot.write("b = socket udp").push(KeyCode.ENTER);
    assertThat(shown().look().blank()).isFalse();
    robot.clickOn("#hand-server").write("bind");
    assertThat(fixture.runner.calls()).containsExactly("b = socket udp", "server = socket tcp");
    assertThat(shown().look().blank()).isFalse();
  }

  @Test
  void theSocketOfTheLatestCallIsInSightAmongMany() {
    robot.push(KeyCode.CONTROL, KeyCode.D);
    await(() -> shown().hand() != null && shown().live());
    Script script = new Script();
    for (int i = 1; i <= 12; i++) {
      script.call("udp:s" + i, "socket(AF_INET, SOCK_DGRAM)", "udp:s" + i, "3");
    }
    byte[] sockets = pcapng(script);
    fixture.runner.send(sockets);
    await(() -> fixture.shows("#bench-s12"));
    fixture.layOut();
    assertThat(inSight("#bench-s12")).isTrue();
    assertThat(inSight("#bench-s1")).isFalse();
    script.call("udp:s1", "bind(127.0.0.1:5000)", "udp:s1 127.0.0.1:5000", "0");
    byte[] all = pcapng(script);
    fixture.runner.send(Arrays.copyOfRange(all, sockets.length, all.length));
    await(() -> inSight("#bench-s1"));
  }

  private boolean inSight(String bench) {
    return fx(
        () -> {
          Node row = fixture.find(bench);
          Node room = fixture.find(".bench-scroll .viewport");
          return room.localToScene(room.getLayoutBounds())
              .contains(row.localToScene(row.getLayoutBounds()));
        });
  }

  @Test
  void whereNoSocketCanBeDrivenTheReasonIsToldAndTheLessonsAreBack() {
    robot.push(KeyCode.CONTROL, KeyCode.D);
    await(() -> shown().hand() != null && shown().live());
    fixture.runner.end("User namespaces are turned off.");
    await(() -> shown().notice() != null);
    assertThat(fixture.text("#message"))
        .isEqualTo("No sockets can be driven here: User namespaces are turned off.");
    assertThat(shown().hand()).isNull();
    assertThat(fixture.shows("#lessons")).isTrue();
  }

  @Test
  void undoMakesAllButTheLastCallAgain() {
    robot.push(KeyCode.CONTROL, KeyCode.D);
    await(() -> shown().hand() != null && shown().live());
    type("a = socket udp");
    type("b = socket udp");
    robot.clickOn("#hand-undo");
    await(() -> fixture.runner.calls().size() == 1 && shown().live());
    assertThat(fixture.runner.calls()).containsExactly("a = socket udp");
    robot.clickOn("#hand-again");
    await(() -> fixture.runner.calls().isEmpty() && shown().live());
  }

  @Test
  void aLessonsCallsAreProposedOneByOne() {
    fixture.choose("Two datagrams");
    fx(() -> fixture.window.session().hands().begin(Objects.requireNonNull(shown().lesson())));
    await(() -> shown().live());
    String first = fixture.text("#hand-next");
    robot.clickOn("#hand-next");
    assertThat(fixture.runner.calls()).containsExactly(first);
    assertThat(fixture.text("#hand-next")).isNotEqualTo(first);
    robot.clickOn("#hand-leave");
    await(() -> !shown().live());
    assertThat(fixture.shows("#lessons")).isTrue();
    assertThat(fixture.shows("#hand")).isFalse();
  }

  @Test
  void whatWasDoneIsSavedAsALesson(@TempDir Path folder) throws IOException {
    robot.push(KeyCode.CONTROL, KeyCode.D);
    await(() -> shown().hand() != null && shown().live());
    type("a = socket udp");
    fixture.dialogs.folder = Optional.of(folder);
    robot.clickOn("#hand-save");
    await(() -> shown().notice() != null);
    assertThat(Files.readString(folder.resolve("my-lesson.md")))
        .startsWith("# my lesson\n")
        .contains("```sockets\na = socket udp\n```");
    assertThat(Objects.requireNonNull(shown().lesson()).title())
        .as("what Run runs now")
        .isEqualTo("my lesson");
  }

  @Test
  void realSocketsDoWhatTheyAreTold() {
    assumeTrue(
        WorkerRunnerTest.ownNetwork(), "needs a network of its own to capture on (unshare --net)");
    fixture.close();
    fixture =
        new WindowFixture(
            1280, 800, true, new Lessons().builtIn(), Optional.of(new WorkerRunner(Network.OWN)));
    robot.push(KeyCode.CONTROL, KeyCode.D);
    await(() -> shown().hand() != null && shown().live());
    robot.clickOn("#hand-server");
    await(() -> fixture.shows("#bench-server"));
    robot.clickOn("#call-server-bind-8080");
    await(() -> fixture.shows("#call-server-listen-5"));
    robot.clickOn("#call-server-listen-5");
    await(() -> fixture.shows("#call-peer-accept-server"));
    robot.clickOn("#hand-client");
    await(() -> fixture.shows("#call-client-connect-server"));
    robot.clickOn("#call-peer-accept-server");
    await(
        () ->
            Objects.requireNonNull(shown().hand())
                .sockets()
                .getFirst()
                .socket()
                .busy()
                .equals("accept"));
    // The panel knows of the call at once, the recording a little later.
    await(() -> lastStepWaits("accept"));
    fx(() -> fixture.window.session().playhead().toEnd());
    WaitingBars waiting = (WaitingBars) fixture.find("#waiting-bars");
    await(() -> waiting.times().size() == 1 && waiting.times().getFirst().endsWith(" s"));
    List<String> before = waiting.times();
    await(() -> waiting.times().size() == 1 && !waiting.times().equals(before)); // its bar grows
    robot.clickOn("#call-client-connect-server");
    await(() -> fixture.shows("#call-client-send-hello-"));
    await(() -> fixture.shows("#bench-peer"));
    await(() -> waiting.times().isEmpty());
    fixture.pass(30);
    fixture.snapshot("by-hand");
  }

  /** Whether the latest step is that a call begins which has not returned. */
  private boolean lastStepWaits(String name) {
    Timeline timeline = shown().timeline();
    return timeline.steps() > 0
        && timeline.momentsAt(timeline.rowOf(timeline.steps())).stream()
            .anyMatch(
                moment ->
                    moment instanceof Moment.Call call
                        && call.returnRow() < 0
                        && call.text().startsWith(name));
  }

  private void type(String line) {
    robot.doubleClickOn("#hand-line").push(KeyCode.CONTROL, KeyCode.A).write(line);
    robot.push(KeyCode.ENTER);
  }

  private Shown shown() {
    return fixture.window.session().shown();
  }
}
