package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static wireflight.ui.WindowFixture.await;
import static wireflight.ui.WindowFixture.fx;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import wireflight.diagram.Region;
import wireflight.lab.Lessons;
import wireflight.lab.Network;
import wireflight.trace.Frame;
import wireflight.trace.Trace;

/** A person stops packets in flight and decides what becomes of them. */
class HoldTest {
  private final FxRobot robot = new FxRobot();
  private WindowFixture fixture;

  @BeforeEach
  void holdTwoDatagrams() {
    assumeTrue(WorkerRunnerTest.ownNetwork(), "needs a network of its own (unshare --net)");
    assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "needs /dev/net/tun");
    fixture =
        new WindowFixture(
            1440, 900, true, new Lessons().builtIn(), Optional.of(new WorkerRunner(Network.OWN)));
    robot.push(KeyCode.CONTROL, KeyCode.D);
    await(() -> shown().hand() != null && shown().live());
    call("wire hold");
    call("server = socket udp on device 2");
    call("server bind :9000");
    call("client = socket udp on device 1");
    call("client sendto server \"first\"");
    call("client sendto server \"second\"");
    await(() -> fixture.window.session().held().all().size() == 2);
    fx(() -> fixture.window.session().playhead().toEnd());
    fx(() -> fixture.find("#diagram").requestFocus());
  }

  @AfterEach
  void close() {
    if (fixture != null) {
      fixture.close();
    }
  }

  @Test
  void aClickOnAPacketInFlightLetsTheOneBehindItGoFirst() {
    fixture.snapshot("held");
    clickOnPacket(0);
    robot.clickOn("#held-swap");
    await(() -> fixture.window.session().held().all().isEmpty());
    await(() -> arrived().size() == 2);
    assertThat(arrived()).containsExactly("second", "first");
    assertThat(fixture.shows("#held")).isFalse();
  }

  @Test
  void theClickedPacketIsNamedAndComesTwiceOrNotAtAll() {
    clickOnPacket(0);
    assertThat(((Labeled) robot.lookup("#held-name").query()).getText())
        .isEqualTo("1  UDP 5 bytes  from Device 1");
    robot.clickOn("#held-copy");
    await(() -> arrived().size() == 2);
    await(() -> fixture.window.session().held().all().size() == 1);
    clickOnPacket(0);
    robot.clickOn("#held-discard");
    await(() -> fixture.window.session().held().all().isEmpty());
    assertThat(arrived()).containsExactly("first", "first");
  }

  @Test
  void keysReleaseThenLetTheNextGoFirst() {
    call("client sendto server \"third\"");
    await(() -> fixture.window.session().held().all().size() == 3);
    robot.push(KeyCode.R);
    await(() -> arrived().size() == 1);
    await(() -> fixture.window.session().held().all().size() == 2);
    robot.push(KeyCode.S);
    await(() -> arrived().size() == 3);
    assertThat(arrived()).containsExactly("first", "third", "second");
  }

  @Test
  void keysActOnTheOneThatIsHeldLongest() {
    robot.push(KeyCode.X);
    await(() -> fixture.window.session().held().all().size() == 1);
    robot.push(KeyCode.C);
    await(() -> arrived().size() == 2);
    assertThat(arrived()).containsExactly("second", "second");
  }

  @Test
  void buttonsActOnTheChosenPacketAndLetAllGoOn() {
    assertThat(fixture.find("#wire-swap").isDisabled()).as("another can go before").isFalse();
    robot.clickOn("#held-2");
    assertThat(fixture.find("#wire-swap").isDisabled()).as("none is behind it").isTrue();
    robot.clickOn("#wire-release");
    await(() -> arrived().size() == 1);
    assertThat(fixture.find("#held-2")).isNull();
    assertThat(fixture.find("#wire-swap").isDisabled()).as("none is left to swap with").isTrue();
    robot.clickOn("#wire-flow");
    await(() -> arrived().size() == 2);
    assertThat(arrived()).containsExactly("second", "first");
  }

  /** Clicks where a held packet is drawn. */
  private void clickOnPacket(int index) {
    WaitForAsyncUtils.waitForFxEvents();
    DiagramView diagram = (DiagramView) fixture.find("#diagram");
    List<Region> held =
        fx(
            () ->
                diagram.picture().orElseThrow().regions().stream()
                    .filter(
                        each ->
                            fixture
                                .window
                                .session()
                                .held()
                                .of(shown().showing(), each.row())
                                .isPresent())
                    .toList());
    Region region = held.get(index);
    Node canvas = fixture.find("#diagram");
    Bounds bounds = fx(() -> canvas.localToScreen(canvas.getBoundsInLocal()));
    robot.clickOn(
        bounds.getMinX() + region.x() + region.width() / 2,
        bounds.getMinY() + region.y() + region.height() / 2);
  }

  /** What came to Device 2, in the order of its own capture. */
  private List<String> arrived() {
    List<String> found = new ArrayList<>();
    Trace trace = Objects.requireNonNull(shown().showing()).trace();
    for (int row = 0; row < trace.size(); row++) {
      if (trace.isFrame(row)) {
        Frame frame = trace.frame(row);
        String bytes = new String(frame.bytes(), StandardCharsets.ISO_8859_1);
        boolean second =
            trace.capturePoints().get(frame.capturePoint()).description().startsWith("Device 2");
        for (String word : List.of("first", "second", "third")) {
          if (second && bytes.endsWith(word)) {
            found.add(word);
          }
        }
      }
    }
    return found;
  }

  private void call(String line) {
    fx(() -> fixture.window.session().hands().call(line));
  }

  private Shown shown() {
    return fixture.window.session().shown();
  }
}
