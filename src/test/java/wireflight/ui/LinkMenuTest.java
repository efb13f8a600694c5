package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.await;
import static wireflight.ui.WindowFixture.fx;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import wireflight.lab.WireState;
import wireflight.language.Language;
import wireflight.wire.Link;

/** The link is said and chosen at the top of the window. */
class LinkMenuTest {
  private final WindowFixture fixture = new WindowFixture(1440, 900, true);
  private final FxRobot robot = new FxRobot();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aPersonPutsSocketsOnTheWireAndChangesItMeanwhile() {
    robot.push(KeyCode.CONTROL, KeyCode.D);
    await(() -> shown().hand() != null && shown().live());
    assertThat(fixture.text("#link")).isEqualTo("Loopback");
    choose("link-wire");
    assertThat(fixture.runner.calls()).containsExactly("wire delay 40ms");
    assertThat(fixture.text("#link")).startsWith("Wire");
    robot.clickOn("#hand-server");
    assertThat(fixture.runner.calls()).last().isEqualTo("server = socket tcp on device 2");
    choose("link-delay-100ms");
    assertThat(fixture.runner.calls()).last().isEqualTo("wire delay 100ms");
    choose("link-way-from-device-2");
    choose("link-loss-5");
    assertThat(fixture.runner.calls()).last().isEqualTo("wire loss 5% from device 2");
    choose("link-rate-1Mbitqueue10");
    assertThat(fixture.runner.calls()).last().isEqualTo("wire rate 1Mbit queue 10 from device 2");
    choose("link-hold");
    assertThat(fixture.runner.calls()).last().isEqualTo("wire hold from device 2");
    fixture.snapshot("link");
  }

  @Test
  void aRecordingTellsHowItsWireCarriedPackets() {
    fx(
        () -> {
          fixture.window.session().files().open(Path.of("assets/recordings/wire-queue.pcapng"));
          return null;
        });
    await(() -> shown().showing() != null && shown().timeline().steps() > 10);
    fx(
        () -> {
          fixture.window.session().playhead().toEnd();
          return null;
        });
    await(() -> fixture.text("#link").contains("20 ms"));
    assertThat(fixture.text("#link"))
        .isEqualTo("Wire · 20 ms each way · 2 Mbit/s from Device 1 · no loss");
    assertThat(fx(() -> fixture.find("#link").isDisabled())).isTrue();
  }

  @Test
  void everySettingHasWords() {
    LinkText text = new LinkText(new Texts(Language.ENGLISH));
    Link there =
        Link.PLAIN
            .withDelay(TimeUnit.MILLISECONDS.toNanos(40))
            .withJitter(TimeUnit.MILLISECONDS.toNanos(5))
            .withLoss(0.1)
            .withMtu(1300);
    Link back = Link.PLAIN.withDelay(TimeUnit.SECONDS.toNanos(2)).withDuplicate(0.05);
    assertThat(text.of(new WireState.Setting(there, back, true)))
        .isEqualTo(
            "Wire · 40 ms there, 2 s back · up to 5 ms more from Device 1"
                + " · 10% lost from Device 1 · 5% twice from Device 2"
                + " · MTU 1300 from Device 1 · held");
    assertThat(text.of(new WireState.Setting(Link.PLAIN, Link.PLAIN, false)))
        .isEqualTo("Wire · no delay · no loss");
  }

  private void choose(String id) {
    fx(
        () -> {
          item((LinkMenu) Objects.requireNonNull(fixture.find("#link")), id).fire();
          return null;
        });
  }

  private static MenuItem item(LinkMenu menu, String id) {
    for (MenuItem each : menu.getItems()) {
      if (id.equals(each.getId())) {
        return each;
      }
      if (each instanceof Menu below) {
        for (MenuItem item : below.getItems()) {
          if (id.equals(item.getId())) {
            return item;
          }
        }
      }
    }
    throw new AssertionError("no item " + id);
  }

  private Shown shown() {
    return fixture.window.session().shown();
  }
}
