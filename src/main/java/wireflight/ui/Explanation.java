package wireflight.ui;

import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import wireflight.diagram.Picture;
import wireflight.diagram.Region;
import wireflight.drawing.Item;

/**
 * What lies over a diagram while a header's field is pointed at: the field and its bytes lit, and
 * what the field is for. For the JavaFX thread only.
 */
final class Explanation extends Pane {
  private static final String FIELD = "field-";
  private static final String BYTES = "bytes-";
  private static final double WIDEST = 380;
  private static final double GAP = 14;
  private static final Point2D NOWHERE = new Point2D(-1, -1);

  private final Label text = new Label();
  private String shown = "";
  private Point2D pointer = NOWHERE;

  Explanation() {
    setId("explanation");
    setMouseTransparent(true);
    text.getStyleClass().add("explanation");
    text.setWrapText(true);
    text.setMaxWidth(WIDEST);
  }

  /** Explains what is under the pointer; nothing where that is no field and no byte of one. */
  void at(Picture picture, double x, double y) {
    pointer = new Point2D(x, y);
    String number = "";
    for (Region region : picture.regions()) {
      if (region.contains(x, y) && !number(region.name()).isEmpty()) {
        number = number(region.name());
      }
    }
    if (!number.equals(shown)) {
      show(picture, number);
    }
    place(pointer);
  }

  /** Explains what lies under the resting pointer in a picture that was painted anew. */
  void again(Picture picture) {
    shown = "";
    getChildren().clear();
    if (!pointer.equals(NOWHERE)) {
      at(picture, pointer.getX(), pointer.getY());
    }
  }

  /** What it says; empty while nothing is pointed at. */
  String text() {
    return shown.isEmpty() ? "" : text.getText();
  }

  private void show(Picture picture, String number) {
    shown = number;
    getChildren().clear();
    if (number.isEmpty()) {
      return;
    }
    for (Region region : picture.regions()) {
      if (number(region.name()).equals(number)) {
        javafx.scene.layout.Region light = new javafx.scene.layout.Region();
        light.getStyleClass().add("lit");
        light.resizeRelocate(region.x(), region.y(), region.width(), region.height());
        light.setManaged(false);
        getChildren().add(light);
      }
    }
    for (Item item : picture.drawing().items()) {
      if (item instanceof Item.Group group && group.name().equals(FIELD + number)) {
        text.setText(group.description());
      }
    }
    getChildren().add(text);
  }

  private void place(Point2D pointer) {
    double width = Math.min(WIDEST, text.prefWidth(-1));
    double height = text.prefHeight(width);
    double x = Math.max(0, Math.min(pointer.getX() + GAP, getWidth() - width));
    boolean below = pointer.getY() + GAP + height < getHeight();
    double y = below ? pointer.getY() + GAP : Math.max(0, pointer.getY() - GAP - height);
    text.resizeRelocate(x, y, width, height);
    text.setManaged(false);
  }

  private static String number(String name) {
    boolean field = name.startsWith(FIELD) || name.startsWith(BYTES);
    return field ? name.substring(FIELD.length()) : "";
  }
}
