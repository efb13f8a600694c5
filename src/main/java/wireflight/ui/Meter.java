package wireflight.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A thin bar that is filled in part; whatever is more than nothing can be seen. */
final class Meter extends Region {
  private static final double LEAST = 5;

  private final Region fill = new Region();
  private double part;

  Meter() {
    getStyleClass().add("meter");
    fill.getStyleClass().add("meter-fill");
    getChildren().add(fill);
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
  }

  /** Fills a part, 0 to 1; says the same in words. */
  void show(double filled, String words) {
    setAccessibleText(words);
    if (part != filled) {
      part = filled;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = part <= 0 ? 0 : Math.max(LEAST, Math.min(1, part) * getWidth());
    fill.resizeRelocate(0, 0, width, getHeight());
  }
}
