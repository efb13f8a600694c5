package wireflight.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import wireflight.diagram.Picture;
import wireflight.diagram.View;
import wireflight.drawing.Item;
import wireflight.timeline.Moment;

/**
 * What lies over ladder and calls while nothing comes and calls wait: their bars, which end at the
 * latest row, grow on with the time that really passes, and how long each has waited stands at its
 * end. For the JavaFX thread only.
 */
final class WaitingBars extends Pane {
  /** So fast that a class sees it, and so slow that there is room for a while. */
  private static final double PIXELS_A_SECOND = 8;

  private static final double LEAST_SECONDS = 1;

  /** What the diagram has at its lower edge: the legend. */
  private static final double LEGEND = 44;

  /** A bar that ends further above the lowest one does not grow: its column has many. */
  private static final double LEVEL = 4;

  private final Texts texts;
  private final List<Bar> bars = new ArrayList<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          grow();
        }
      };

  /** The bar of a call, drawn on from where the picture ends it. */
  private record Bar(Instant entered, double seen, Region more, Label time) {}

  WaitingBars(Texts texts) {
    this.texts = texts;
    setId("waiting-bars");
    setMouseTransparent(true);
  }

  /** Takes the calls that wait in a picture which was just drawn. */
  void show(Picture picture, Shown now) {
    getChildren().clear();
    bars.clear();
    timer.stop();
    boolean grows = now.view() == View.LADDER || now.view() == View.CALLS;
    if (!now.live() || !grows || now.position() < now.timeline().steps()) {
      return;
    }
    List<Waiting> waiting = new ArrayList<>();
    picture.drawing().items().forEach(item -> find(item, now).ifPresent(waiting::add));
    double lowest = waiting.stream().mapToDouble(each -> bottom(each.bar)).max().orElse(0);
    waiting.removeIf(each -> bottom(each.bar) < lowest - LEVEL);
    waiting.forEach(this::add);
    if (!bars.isEmpty()) {
      grow();
      timer.start();
    }
  }

  private record Waiting(Instant entered, Item.Rectangle bar) {}

  private static double bottom(Item.Rectangle bar) {
    return bar.y() + bar.height();
  }

  private static Optional<Waiting> find(Item item, Shown now) {
    if (!(item instanceof Item.Group group) || !group.name().startsWith("call-")) {
      return Optional.empty();
    }
    int row = Integer.parseInt(group.name().substring("call-".length())) - 1;
    if (row < 0) {
      return Optional.empty();
    }
    for (Moment moment : now.timeline().momentsAt(row)) {
      if (moment instanceof Moment.Call call && call.row() == row && call.returnRow() < 0) {
        return group.items().stream()
            .filter(Item.Rectangle.class::isInstance)
            .map(bar -> new Waiting(Instant.EPOCH.plusNanos(call.time()), (Item.Rectangle) bar))
            .findFirst();
      }
    }
    return Optional.empty();
  }

  private void add(Waiting waiting) {
    Item.Rectangle bar = waiting.bar();
    Region more = new Region();
    more.getStyleClass().add("waiting-bar");
    Label time = new Label();
    time.getStyleClass().add("waiting-time");
    more.setManaged(false);
    time.setManaged(false);
    more.relocate(bar.x(), bottom(bar));
    more.resize(bar.width(), 0);
    bars.add(new Bar(waiting.entered(), secondsSince(waiting.entered()), more, time));
    getChildren().addAll(more, time);
  }

  private static double secondsSince(Instant entered) {
    return Duration.between(entered, Instant.now()).toNanos() / 1e9;
  }

  private void grow() {
    for (Bar bar : bars) {
      double seconds = secondsSince(bar.entered());
      double room = Math.max(0, getHeight() - LEGEND - bar.more().getLayoutY());
      double length = Math.min(room, PIXELS_A_SECOND * (seconds - bar.seen()));
      bar.more().resize(bar.more().getWidth(), Math.rint(length));
      String said = seconds < LEAST_SECONDS ? "" : texts.get("waiting.time", (long) seconds);
      if (!said.equals(bar.time().getText())) {
        bar.time().setText(said);
        bar.time().autosize();
      }
      bar.time()
          .relocate(
              Math.rint(bar.more().getLayoutX() + bar.more().getWidth() + 6),
              Math.rint(bar.more().getLayoutY() + Math.rint(length)));
    }
  }

  /** How long the calls have waited, as it stands at their bars. */
  List<String> times() {
    return bars.stream().map(bar -> bar.time().getText()).toList();
  }
}
