package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.file;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import wireflight.diagram.Picture;
import wireflight.diagram.Region;
import wireflight.diagram.View;
import wireflight.timeline.Recordings;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/** The window as a person uses it, by keyboard and mouse. */
class WindowTest {
  @TempDir Path folder;

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
  void anEmptyWindowSaysWhatToDo() {
    assertThat(fixture.text("#empty-text")).contains("Choose a lesson").contains("Run");
    assertThat(fixture.find("#save").isDisabled()).isTrue();
    assertThat(fixture.find("#export").isDisabled()).isTrue();
    assertThat(fixture.find("#play").isDisabled()).isTrue();
    assertThat(fixture.find("#run").isDisabled()).isFalse();
  }

  @Test
  void arrowsAndThePresentersKeysStepForwardAndBack() throws IOException {
    handshake();
    robot.type(KeyCode.RIGHT);
    fixture.pass(20);
    assertThat(fixture.text("#steps")).startsWith("step 1 of ");
    robot.type(KeyCode.PAGE_DOWN);
    fixture.pass(20);
    assertThat(fixture.text("#steps")).startsWith("step 2 of ");
    assertThat(fixture.text("#sentence")).isNotBlank();
    robot.type(KeyCode.PAGE_UP);
    assertThat(fixture.text("#steps")).startsWith("step 1 of ");
    robot.type(KeyCode.LEFT);
    assertThat(fixture.text("#steps")).startsWith("step 0 of ");
  }

  @Test
  void aSteppedPacketFliesUntilItsStepIsDone() throws IOException {
    handshake();
    fixture.seek(firstPacket() - 1);
    robot.type(KeyCode.RIGHT);
    fixture.pass(0.4);
    double half = position();
    assertThat(half).isGreaterThan(firstPacket() - 1).isLessThan(firstPacket());
    fixture.pass(5);
    assertThat(position()).isEqualTo(firstPacket());
  }

  @Test
  void steppingAgainInMidFlightFinishesTheFlight() throws IOException {
    handshake();
    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    fixture.pass(20);
    assertThat(fixture.text("#steps")).startsWith("step 3 of ");
  }

  @Test
  void homeAndEndJump() throws IOException {
    handshake();
    robot.type(KeyCode.END);
    int all = fx(() -> shown().timeline().steps());
    assertThat(fixture.text("#steps")).isEqualTo("step " + all + " of " + all);
    assertThat(fixture.find("#forward").isDisabled()).isTrue();
    robot.type(KeyCode.HOME);
    assertThat(fixture.text("#steps")).startsWith("step 0 of ");
    assertThat(fixture.find("#back").isDisabled()).isTrue();
  }

  @Test
  void spacePlaysToTheEndAndThenNothingMoves() throws IOException {
    handshake();
    robot.type(KeyCode.SPACE);
    assertThat(fx(() -> shown().playing())).isTrue();
    fixture.pass(2);
    double somewhere = position();
    assertThat(somewhere).isGreaterThan(0);
    robot.type(KeyCode.SPACE);
    fixture.pass(5);
    assertThat(position()).isEqualTo(somewhere);
    robot.type(KeyCode.SPACE);
    fixture.pass(200);
    assertThat(position()).isEqualTo(fx(() -> (double) shown().timeline().steps()));
    assertThat(fx(() -> shown().playing())).isFalse();
    assertThat(fx(() -> fixture.window.session().busy())).isFalse();
  }

  @Test
  void speedMakesPlayingFaster() throws IOException {
    handshake();
    fx(() -> fixture.window.session().playhead().speed(4));
    robot.type(KeyCode.SPACE);
    fixture.pass(3);
    double fast = position();
    robot.type(KeyCode.HOME);
    fx(() -> fixture.window.session().playhead().speed(1));
    robot.type(KeyCode.SPACE);
    fixture.pass(3);
    assertThat(position()).isLessThan(fast).isGreaterThan(0);
  }

  @Test
  void anIdleAndAPausedWindowWaitForNothing() throws IOException {
    assertThat(fx(() -> fixture.window.session().busy())).isFalse();
    handshake();
    fixture.seek(4);
    fixture.settle();
    assertThat(fx(() -> fixture.window.session().busy())).isFalse();
  }

  @Test
  void clickingTheScrubberGoesThere() throws IOException {
    handshake();
    int all = fx(() -> shown().timeline().steps());
    robot.clickOn("#scrubber");
    assertThat(position()).isBetween(all / 2.0 - 1, all / 2.0 + 1);
    robot.type(KeyCode.UP);
    assertThat(position()).isGreaterThan(all / 2.0);
  }

  @Test
  void clickingAPacketShowsItsHeader() throws IOException {
    handshake();
    fixture.seek(fx(() -> shown().timeline().steps()));
    int row = fx(() -> shown().timeline().rowOf(firstPacket()));
    fixture.seek(firstPacket());
    DiagramView ladder = (DiagramView) fixture.find("#diagram");
    fixture.layOut();
    Bounds bounds = fx(() -> ladder.localToScreen(ladder.getBoundsInLocal()));
    assertThat(fx(() -> shown().selectedRow())).isEqualTo(-1);
    double y = fx(() -> middle(ladder.picture().orElseThrow(), row));
    robot.clickOn(bounds.getCenterX(), bounds.getMinY() + y);
    assertThat(fx(() -> shown().selectedRow())).isEqualTo(row);
    assertThat(fixture.shows("#header")).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(fx(() -> shown().selectedRow())).isEqualTo(-1);
  }

  @Test
  void inAWindowOfAnotherSizeThePlayheadIsStillInSight() throws IOException {
    handshake();
    int step = lastPacket();
    fixture.seek(step);
    DiagramView ladder = (DiagramView) fixture.find("#diagram");
    int row = fx(() -> shown().timeline().rowOf(step));
    for (int height : new int[] {260, 900, 220}) {
      double y =
          fx(
              () -> {
                ladder.resize(ladder.getWidth(), height);
                ladder.layout();
                return middle(ladder.picture().orElseThrow(), row);
              });
      assertThat(y).isBetween(0.0, (double) height);
    }
  }

  @Test
  void clickingAConnectionNarrowsTheViewsAndEscapeWidensThem() throws IOException {
    fixture.open(file(folder, "services.pcapng", Recordings.services()));
    int all = fx(() -> shown().timeline().steps());
    robot.clickOn("TCP 2  127.0.0.1:40002 → :443");
    fixture.settle();
    assertThat(fx(() -> shown().focus())).isEqualTo(1);
    assertThat(fx(() -> shown().timeline().steps())).isLessThan(all).isGreaterThan(2);
    robot.type(KeyCode.ESCAPE);
    fixture.settle();
    assertThat(fx(() -> shown().timeline().steps())).isEqualTo(all);
  }

  @Test
  void theThemeChangesWhileItRuns() throws IOException {
    handshake();
    robot.clickOn("#theme");
    assertThat(fx(() -> shown().palette().dark())).isTrue();
    robot.clickOn("#theme");
    assertThat(fx(() -> shown().palette().dark())).isFalse();
  }

  @Test
  void aDamagedFileShowsItsReadablePartAndWhereItBreaks() throws IOException {
    Path whole = file(folder, "whole.pcapng", Recordings.handshake());
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.pcapng"), java.util.Arrays.copyOf(bytes, 2000));
    fixture.open(cut);
    assertThat(fixture.text("#message")).contains("cut.pcapng").contains("damaged");
    assertThat(fixture.text("#message-details")).contains("cut.pcapng, byte ");
    assertThat(fx(() -> shown().timeline().steps())).isPositive();
    robot.clickOn("#close-message");
    assertThat(fixture.shows("#message")).isFalse();
  }

  @Test
  void aFileThatIsNoCaptureLeavesWhatWasShown() throws IOException {
    handshake();
    Path noise = Files.writeString(folder.resolve("noise.bin"), "no capture at all, only words");
    fixture.open(noise);
    assertThat(fixture.text("#message")).contains("noise.bin").contains("no capture");
    assertThat(fixture.text("#message-details")).contains("byte 0");
    assertThat(fx(() -> fixture.stage.getTitle())).startsWith("handshake.pcapng");
  }

  @Test
  void aMissingFileIsAMessage() {
    fixture.open(folder.resolve("nowhere.pcapng"));
    assertThat(fixture.text("#message")).contains("nowhere.pcapng");
  }

  @Test
  void controlOOpensWhatThePersonChooses() throws IOException {
    fixture.dialogs.opened = Optional.of(file(folder, "h.pcapng", Recordings.handshake()));
    robot.push(KeyCode.CONTROL, KeyCode.O);
    fixture.settle();
    assertThat(fx(() -> fixture.stage.getTitle())).isEqualTo("h.pcapng — Wireflight");
  }

  @Test
  void controlSSavesTheVeryBytes() throws IOException {
    Path opened = handshake();
    Path to = Files.createDirectory(folder.resolve("saved"));
    fixture.dialogs.folder = Optional.of(to);
    robot.push(KeyCode.CONTROL, KeyCode.S);
    fixture.settle();
    assertThat(to.resolve("handshake.pcapng")).hasSameBinaryContentAs(opened);
    assertThat(fixture.text("#message")).contains("Saved");
  }

  @Test
  void savingWhereNobodyMayWriteIsAMessage() throws IOException {
    handshake();
    fixture.dialogs.folder = Optional.of(folder.resolve("no such folder"));
    robot.push(KeyCode.CONTROL, KeyCode.S);
    fixture.settle();
    assertThat(fixture.text("#message")).contains("could not be written");
  }

  /** Half way down the arrow of a packet that is in view. */
  private static double middle(Picture picture, int row) {
    Region arrow =
        picture.regions().stream()
            .filter(region -> region.name().equals("frame-" + (row + 1)))
            .findFirst()
            .orElseThrow();
    return arrow.y() + arrow.height() / 2;
  }

  @Test
  void controlAndADigitTurnToAnotherViewAndItsButtonShowsIt() throws IOException {
    handshake();
    fixture.seek(12);
    for (View view : View.values()) {
      robot.push(KeyCode.CONTROL, KeyCode.valueOf("DIGIT" + view.number()));
      assertThat(fx(() -> shown().view())).isEqualTo(view);
      assertThat(((ToggleButton) fixture.find("#view-" + view.word())).isSelected()).isTrue();
      DiagramView diagram = (DiagramView) fixture.find("#diagram");
      assertThat(fx(() -> drawn(diagram))).isNotEmpty();
      assertThat(fx(diagram::getAccessibleText))
          .startsWith(view.word().substring(0, 1).toUpperCase(Locale.ROOT));
    }
    robot.clickOn("#view-ladder");
    assertThat(fx(() -> shown().view())).isEqualTo(View.LADDER);
  }

  @Test
  void aClickOnACallTakesThePlayheadThere() throws IOException {
    handshake();
    fx(() -> fixture.window.session().onShow().view(View.CALLS));
    DiagramView diagram = (DiagramView) fixture.find("#diagram");
    Region call =
        fx(
            () ->
                drawn(diagram).stream()
                    .filter(region -> region.name().startsWith("call-"))
                    .skip(3)
                    .findFirst()
                    .orElseThrow());
    Bounds bounds = fx(() -> diagram.localToScreen(diagram.getBoundsInLocal()));
    robot.clickOn(bounds.getMinX() + call.x() + 20, bounds.getMinY() + call.y() + 12);
    assertThat(position()).isEqualTo(fx(() -> (double) shown().timeline().stepOf(call.row())));
  }

  @Test
  void aHeadersFieldIsExplainedAndLitWithItsBytesWhereItIsPointedAt() throws IOException {
    handshake();
    fixture.seek(12);
    fx(() -> fixture.window.session().onShow().view(View.HEADER));
    fixture.settle();
    DiagramView diagram = (DiagramView) fixture.find("#diagram");
    Explanation explanation = (Explanation) fixture.find("#explanation");
    Region field =
        fx(
            () ->
                drawn(diagram).stream()
                    .filter(region -> region.name().equals("field-1-0"))
                    .findFirst()
                    .orElseThrow());
    Bounds bounds = fx(() -> diagram.localToScreen(diagram.getBoundsInLocal()));
    robot.moveTo(bounds.getMinX() + field.x() + 10, bounds.getMinY() + field.y() + 10);
    assertThat(fx(explanation::text))
        .startsWith("Source Port: 40312.")
        .endsWith("(RFC 9293, section 3.1)");
    // The field, its two bytes, and the sentence.
    assertThat(fx(() -> explanation.getChildren().size())).isEqualTo(3);
    // A picture that is painted anew under a pointer at rest explains what lies there now.
    fixture.seek(14);
    fixture.settle();
    fx(() -> drawn(diagram));
    assertThat(fx(explanation::text)).startsWith("Source Port: ");
    robot.moveTo("#play");
    assertThat(fx(explanation::text)).isEmpty();
  }

  private List<Region> drawn(DiagramView diagram) {
    fixture.layOut();
    return diagram.picture().map(Picture::regions).orElse(List.of());
  }

  private Path handshake() throws IOException {
    Path file = file(folder, "handshake.pcapng", Recordings.handshake());
    fixture.open(file);
    return file;
  }

  private int firstPacket() {
    return fx(() -> packets().min().orElseThrow());
  }

  private int lastPacket() {
    return fx(() -> packets().max().orElseThrow());
  }

  private IntStream packets() {
    Timeline timeline = shown().timeline();
    return IntStream.rangeClosed(1, timeline.steps())
        .filter(step -> timeline.kindOf(step) == StepKind.PACKET);
  }

  private double position() {
    return fx(() -> shown().position());
  }

  private Shown shown() {
    return fixture.window.session().shown();
  }
}
