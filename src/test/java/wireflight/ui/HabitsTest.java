package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.await;
import static wireflight.ui.WindowFixture.file;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import wireflight.diagram.View;
import wireflight.drawing.Palette;
import wireflight.lab.Lessons;
import wireflight.timeline.Recordings;
import wireflight.timeline.StepKind;

/**
 * What people expect of any window, and presenters of one for them: zoom, projector, find, copy.
 */
class HabitsTest {
  @TempDir Path folder;

  private WindowFixture fixture;
  private FxRobot robot;

  @BeforeEach
  void open() throws IOException {
    fixture = window();
    robot = new FxRobot();
    fixture.open(file(folder, "handshake.pcapng", Recordings.handshake()));
  }

  private WindowFixture window() {
    return new WindowFixture(
        1280,
        780,
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
  void theKeysAndTheWheelZoomEveryView() {
    fixture.seek(12);
    for (View view : View.values()) {
      fx(() -> fixture.window.session().onShow().view(view));
      double usual = content();
      robot.push(KeyCode.CONTROL, KeyCode.PLUS);
      robot.push(KeyCode.CONTROL, KeyCode.PLUS);
      assertThat(content()).as(view.word()).isGreaterThan(usual);
      robot.push(KeyCode.CONTROL, KeyCode.MINUS);
      robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
      assertThat(content()).isEqualTo(usual);
    }
    wheel(40);
    wheel(40);
    assertThat(look().zoom()).isGreaterThan(1.1);
    wheel(-40);
    wheel(-40);
    wheel(-40);
    assertThat(look().zoom()).isLessThan(1);
  }

  // In memory: the headless platform may fail while a window on its screen grows to full screen.
  @Test
  void projectorModeIsLargeInHighContrastAndHidesTheSideLists() throws IOException {
    fixture.close();
    fixture = new WindowFixture(1280, 780, false);
    fixture.open(folder.resolve("handshake.pcapng"));
    key(KeyCode.F5);
    assertThat(fx(() -> shown().palette())).isEqualTo(Palette.HIGH_CONTRAST);
    assertThat(fixture.shows("#lessons")).isFalse();
    assertThat(fixture.shows("#cards")).isFalse();
    assertThat(fx(() -> fixture.stage.isFullScreen())).isTrue();
    fixture.seek(3);
    fixture.snapshot("habits-projector");
    for (Node node : fx(() -> List.copyOf(root().lookupAll(".label")))) {
      if (node instanceof Labeled label && fx(() -> seen(label) && !label.getText().isEmpty())) {
        double size = fx(() -> label.getFont().getSize());
        assertThat(size).as(label.getText()).isGreaterThanOrEqualTo(14);
      }
    }
    key(KeyCode.PAGE_DOWN);
    fixture.pass(20);
    assertThat(fixture.text("#steps")).startsWith("step 4 of ");
    key(KeyCode.ESCAPE);
    assertThat(look().projector()).isFalse();
    assertThat(fixture.shows("#lessons")).isTrue();
    assertThat(fx(() -> fixture.stage.isFullScreen())).isFalse();
  }

  private Parent root() {
    return fixture.stage.getScene().getRoot();
  }

  private void key(KeyCode code) {
    fx(
        () ->
            Event.fireEvent(
                root(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  @Test
  void bBlanksTheScreenAndLLightsThePointer() {
    robot.type(KeyCode.B);
    assertThat(fixture.shows("#blank")).isTrue();
    robot.type(KeyCode.B);
    assertThat(fixture.shows("#blank")).isFalse();
    robot.type(KeyCode.L);
    robot.moveTo("#diagram").moveBy(10, 10);
    assertThat(fixture.shows("#spot")).isTrue();
    robot.type(KeyCode.L);
    assertThat(fixture.shows("#spot")).isFalse();
  }

  @Test
  void nPutsTheNumbersOfTheConnectionBesideTheLadder() {
    fixture.seek(12);
    assertThat(gauges()).isFalse();
    robot.type(KeyCode.N);
    await(this::gauges);
    robot.type(KeyCode.N);
    await(() -> !gauges());
  }

  private boolean gauges() {
    DiagramView diagram = robot.lookup("#diagram").queryAs(DiagramView.class);
    return fx(
        () ->
            diagram.picture().orElseThrow().regions().stream()
                .anyMatch(region -> region.name().equals("gauge-0")));
  }

  @Test
  void theDiagramHasTheFocusSoThatNoButtonLiesInWait() {
    assertThat(fx(() -> fixture.stage.getScene().getFocusOwner().getId())).isEqualTo("diagram");
    robot.clickOn("#view-map");
    assertThat(fx(() -> fixture.stage.getScene().getFocusOwner().getId())).isEqualTo("diagram");
  }

  @Test
  void theSheetOfKeysOpensAndCloses() {
    robot.type(KeyCode.F1);
    assertThat(fixture.shows("#shortcuts")).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(fixture.shows("#shortcuts")).isFalse();
  }

  @Test
  void findJumpsFromHitToHitRoundAndRound() {
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("SYN", 0);
    fixture.settle();
    assertThat(fixture.text("#find-count")).isEqualTo("2 found");
    robot.type(KeyCode.ENTER);
    int first = fx(() -> shown().step());
    assertThat(fixture.text("#find-count")).isEqualTo("1 of 2");
    assertThat(fixture.text("#sentence")).contains("SYN");
    robot.type(KeyCode.ENTER);
    assertThat(fx(() -> shown().step())).isGreaterThan(first);
    robot.type(KeyCode.ENTER);
    assertThat(fx(() -> shown().step())).isEqualTo(first);
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    assertThat(fixture.text("#find-count")).isEqualTo("2 of 2");
    robot.type(KeyCode.ESCAPE);
    assertThat(fixture.shows("#find")).isFalse();
    robot.type(KeyCode.HOME);
    assertThat(fx(() -> shown().step())).isZero();
  }

  @Test
  void shiftGoesByPacketAndControlByCall() {
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
    fixture.pass(20);
    assertThat(kind()).isEqualTo(StepKind.PACKET);
    int packet = fx(() -> shown().step());
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
    fixture.pass(20);
    robot.push(KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(fx(() -> shown().step())).isEqualTo(packet);
    robot.push(KeyCode.CONTROL, KeyCode.LEFT);
    assertThat(kind()).isEqualTo(StepKind.CALL_ENTERED);
    fx(() -> fixture.window.session().playhead().stride(Stride.PACKET));
    robot.type(KeyCode.RIGHT);
    fixture.pass(20);
    assertThat(fx(() -> shown().step())).isEqualTo(packet);
  }

  @Test
  void aRangeIsPlayedAgainAndAgain() {
    fixture.seek(3);
    robot.type(KeyCode.I);
    fixture.seek(6);
    robot.type(KeyCode.O);
    robot.type(KeyCode.SPACE);
    for (int i = 0; i < 40; i++) {
      fixture.pass(0.5);
      assertThat(fx(() -> shown().position())).isBetween(3.0, 6.0);
    }
    assertThat(fx(() -> shown().playing())).isTrue();
    robot.type(KeyCode.SPACE);
    robot.type(KeyCode.ESCAPE);
    assertThat(fx(() -> shown().loop() == null)).isTrue();
  }

  @Test
  void shiftAndDraggingOnTheScrubberMarksTheRange() {
    Region scrubber = (Region) fixture.find("#scrubber");
    double width = fx(scrubber::getWidth);
    mouse(scrubber, MouseEvent.MOUSE_PRESSED, width / 2);
    mouse(scrubber, MouseEvent.MOUSE_DRAGGED, width * 0.7);
    mouse(scrubber, MouseEvent.MOUSE_DRAGGED, width * 0.8);
    int steps = fx(() -> shown().timeline().steps());
    Playhead.Loop loop = fx(() -> Optional.ofNullable(shown().loop())).orElseThrow();
    assertThat(loop.from()).isBetween(steps / 2 - 1, steps / 2 + 1);
    assertThat(loop.to()).isBetween((int) (steps * 0.75), (int) (steps * 0.85) + 1);
  }

  // The robot of the headless platform gives no keys with the wheel and the mouse.
  private void wheel(double turned) {
    Node diagram = fixture.find("#diagram");
    fx(
        () ->
            Event.fireEvent(
                diagram,
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    9,
                    9,
                    9,
                    9,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    0,
                    turned,
                    0,
                    turned,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null)));
  }

  private static void mouse(Node node, EventType<MouseEvent> type, double x) {
    Point2D at = fx(() -> node.localToScene(x, 9));
    fx(
        () ->
            Event.fireEvent(
                node,
                new MouseEvent(
                    type,
                    at.getX(),
                    at.getY(),
                    0,
                    0,
                    MouseButton.PRIMARY,
                    1,
                    true,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null)));
  }

  @Test
  void withoutMotionAStepIsThereAtOnce() {
    fx(() -> fixture.window.session().presentation().change(look -> look.withStill(true)));
    robot.type(KeyCode.RIGHT);
    assertThat(fx(() -> shown().position())).isEqualTo(1);
    robot.type(KeyCode.SPACE);
    for (int i = 0; i < 30; i++) {
      fixture.pass(0.25);
      double at = fx(() -> shown().position());
      assertThat(at).isEqualTo(Math.rint(at));
    }
    assertThat(fx(() -> shown().position())).isGreaterThan(2);
  }

  @Test
  void thePacketIsCopiedAsTextAndTheDiagramAsPictureAndSvg() {
    fixture.seek(fx(() -> shown().timeline().steps()));
    robot.push(KeyCode.CONTROL, KeyCode.C);
    assertThat(fx(() -> Clipboard.getSystemClipboard().getString()))
        .contains("TCP segment", "sequence number", "127.0.0.1");
    assertThat(fixture.shows("#message")).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    fixture.settle();
    await(() -> Clipboard.getSystemClipboard().hasImage() && fixture.shows("#message"));
    assertThat(fx(() -> Clipboard.getSystemClipboard().getImage().getWidth())).isGreaterThan(1000);
    assertThat(fx(() -> Clipboard.getSystemClipboard().getContent(Copies.SVG))).isNotNull();
  }

  @Test
  void whereThereIsNoPacketToCopyItIsSaidSo() {
    fixture.seek(0);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    assertThat(fx(() -> String.valueOf(shown().notice()))).contains("There is no packet");
    assertThat(fixture.shows("#message")).isTrue();
  }

  @Test
  void theNextWindowRemembersWhatThisOneHadAndOpened() {
    fx(() -> fixture.window.session().presentation().change(look -> look.withLetters(1.15)));
    fx(() -> fixture.window.theme().choose(true));
    fixture.close();
    fixture = window();
    assertThat(look().letters()).isEqualTo(1.15);
    SplitMenuButton open = (SplitMenuButton) fixture.find("#open");
    assertThat(fx(() -> open.getItems().getFirst().getText())).endsWith("handshake.pcapng");
    fx(() -> open.getItems().getFirst().fire());
    fixture.settle();
    assertThat(fx(() -> shown().timeline().steps())).isGreaterThan(10);
  }

  @Test
  void theTimeScaleGivesPausesTheirHeight() {
    fixture.seek(fx(() -> shown().timeline().steps()));
    double ordinal = content();
    fx(
        () ->
            fixture
                .window
                .session()
                .presentation()
                .change(look -> look.withTime(Look.Time.LOGARITHMIC)));
    assertThat(content()).isGreaterThan(ordinal);
  }

  private StepKind kind() {
    return fx(() -> shown().timeline().kindOf(shown().step()));
  }

  /** How much there is to scroll over in both directions. */
  private double content() {
    DiagramView diagram = (DiagramView) fixture.find("#diagram");
    return fx(
        () -> {
          fixture.layOut();
          var picture = diagram.picture().orElseThrow();
          return picture.contentHeight() + picture.contentWidth();
        });
  }

  private static boolean seen(Node node) {
    for (Node it = node; it != null; it = it.getParent()) {
      if (!it.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Look look() {
    return fx(() -> shown().look());
  }

  private Shown shown() {
    return fixture.window.session().shown();
  }
}
