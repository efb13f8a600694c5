package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.file;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import wireflight.timeline.Recordings;

/** Tab leads through the whole window, and each time it can be seen where the keys now go. */
class KeyboardTest {
  /** More stops than the window has. */
  private static final int MANY = 120;

  /** Around a control its frame may be drawn. */
  private static final double AROUND = 3;

  /** Fewer pixels than this are seen by nobody. */
  private static final int SEEN = 12;

  @TempDir Path folder;
  private final WindowFixture fixture = new WindowFixture(1280, 800, true);
  private final FxRobot robot = new FxRobot();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void everyControlIsReachedWithNothingOpen() {
    assertThat(unreached(stops())).isEmpty();
  }

  @Test
  void spaceDoesNothingWithNothingOpen() {
    fx(() -> fixture.window.session().playhead().playOrPause());
    assertThat(fx(() -> fixture.window.session().shown().playing())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyControlIsReachedAndSeenToBe(boolean dark) throws IOException {
    fx(() -> fixture.window.theme().choose(dark));
    fixture.open(file(folder, "handshake.pcapng", Recordings.handshake()));
    fixture.seek(9);
    Map<Node, Boolean> stops = stops();
    assertThat(unreached(stops)).isEmpty();
    assertThat(stops.entrySet().stream().filter(stop -> !stop.getValue()).map(Map.Entry::getKey))
        .as("stops that look the same with the keys and without")
        .isEmpty();
  }

  /** Every stop of Tab, and whether it can be told from how it looks once Tab has gone on. */
  private Map<Node, Boolean> stops() {
    Map<Node, Boolean> stops = new LinkedHashMap<>();
    robot.push(KeyCode.TAB);
    for (int i = 0; i < MANY; i++) {
      Node stop = fx(() -> fixture.stage.getScene().getFocusOwner());
      if (stops.containsKey(stop)) {
        return stops;
      }
      WritableImage with = fx(() -> fixture.stage.getScene().snapshot(null));
      Rectangle2D place = fx(() -> place(stop));
      robot.push(KeyCode.TAB);
      WritableImage without = fx(() -> fixture.stage.getScene().snapshot(null));
      stops.put(stop, differ(with, without, place) >= SEEN);
    }
    throw new AssertionError("Tab never comes back to where it was");
  }

  private static Rectangle2D place(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    double left = Math.max(0, bounds.getMinX() - AROUND);
    double top = Math.max(0, bounds.getMinY() - AROUND);
    double right = Math.min(node.getScene().getWidth(), bounds.getMaxX() + AROUND);
    double bottom = Math.min(node.getScene().getHeight(), bounds.getMaxY() + AROUND);
    return new Rectangle2D(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  private static int differ(WritableImage one, WritableImage other, Rectangle2D place) {
    PixelReader first = one.getPixelReader();
    PixelReader second = other.getPixelReader();
    int differ = 0;
    for (int y = (int) place.getMinY(); y < (int) place.getMaxY(); y++) {
      for (int x = (int) place.getMinX(); x < (int) place.getMaxX(); x++) {
        differ += first.getArgb(x, y) == second.getArgb(x, y) ? 0 : 1;
      }
    }
    return differ;
  }

  /** Controls that a mouse could use now and Tab does not come to. */
  private List<Node> unreached(Map<Node, Boolean> stops) {
    return fx(
        () -> {
          List<Node> missed = new ArrayList<>();
          collect(fixture.stage.getScene().getRoot(), missed);
          missed.removeAll(stops.keySet());
          // Tab comes to the chosen one of a group; Ctrl+L turns to the other, as StepListTest
          // shows.
          missed.removeIf(it -> it instanceof ToggleButton one && one.getToggleGroup() != null);
          return missed;
        });
  }

  private static void collect(Node node, List<Node> controls) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    boolean whole =
        node instanceof ButtonBase
            || node instanceof ComboBoxBase<?>
            || node instanceof ListView<?>
            || node instanceof TextInputControl;
    if (whole) {
      controls.add(node);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, controls));
    }
  }
}
