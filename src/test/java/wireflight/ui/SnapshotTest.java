package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.file;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.diagram.View;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;

/** Pictures of the window in its main states, for people to look at: target/snapshots. */
class SnapshotTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1280,720,false", "1280,720,true", "1920,1080,false", "1920,1080,true"})
  void theMainStates(int width, int height, boolean dark) throws IOException {
    String suffix = "-" + width + "x" + height + (dark ? "-dark" : "-light");
    try (WindowFixture fixture = new WindowFixture(width, height, false)) {
      fx(() -> fixture.window.theme().choose(dark));
      fixture.snapshot("empty" + suffix);
      show(fixture, "handshake.pcapng", Recordings.handshake());
      fixture.seek(9);
      fx(() -> fixture.window.session().playhead().forward());
      fixture.pass(0.6);
      fixture.snapshot("handshake-opening" + suffix);
      fixture.seek(18);
      fixture.snapshot("handshake-data" + suffix);
      fixture.seek(1000);
      fixture.snapshot("handshake-closed" + suffix);
      show(fixture, "datagrams.pcapng", Recordings.datagrams());
      fixture.seek(1000);
      fixture.snapshot("datagrams" + suffix);
      show(fixture, "services.pcapng", Recordings.services());
      fixture.seek(1000);
      fixture.snapshot("services" + suffix);
      fx(() -> fixture.window.session().onShow().focus(1));
      fixture.settle();
      fixture.snapshot("services-focused" + suffix);
      show(fixture, "crowd.pcapng", Recordings.crowd(400));
      fixture.seek(1000);
      for (View view : View.values()) {
        fx(() -> fixture.window.session().onShow().view(view));
        fixture.snapshot("crowd-" + view.word() + suffix);
      }
    }
    views(width, height, dark, suffix);
    assertThat(Path.of("target", "snapshots", "services" + suffix + ".png"))
        .satisfies(picture -> assertThat(Files.size(picture)).isGreaterThan(10_000));
  }

  /** Every view at three moments of a lesson, in projector mode, and the sheet of keys. */
  private void views(int width, int height, boolean dark, String suffix) throws IOException {
    try (WindowFixture fixture = new WindowFixture(width, height, false)) {
      fx(() -> fixture.window.theme().choose(dark));
      show(fixture, "handshake.pcapng", Recordings.handshake());
      for (View view : View.values()) {
        fx(() -> fixture.window.session().onShow().view(view));
        for (int step : new int[] {9, 18, 26}) {
          fixture.seek(step);
          fixture.snapshot("view-" + view.word() + "-" + step + suffix);
        }
      }
      fx(() -> fixture.window.session().presentation().keys());
      fixture.snapshot("keys" + suffix);
      fx(() -> fixture.window.session().presentation().keys());
      fx(() -> fixture.window.session().presentation().projector());
      for (View view : View.values()) {
        fx(() -> fixture.window.session().onShow().view(view));
        fixture.seek(18);
        fixture.snapshot("projector-" + view.word() + suffix);
      }
    }
  }

  private void show(WindowFixture fixture, String name, Script script) throws IOException {
    fixture.open(file(folder, name, script));
  }
}
