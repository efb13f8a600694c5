package wireflight.diagram;

import wireflight.drawing.Color;
import wireflight.drawing.Item;

/** Draws the marks of graphs, and samples of them that stand beside their names. */
final class GraphMarks {
  /** How wide a sample of a line is. */
  static final double SAMPLE = 18;

  private final Sheet sheet;

  GraphMarks(Sheet sheet) {
    this.sheet = sheet;
  }

  /** What a layer looks like, from its left end on. */
  void sample(Graph.Layer layer, double x, double middle) {
    Color ink = layer.ink().of(sheet.palette);
    double right = x + sheet.of(SAMPLE);
    double centre = (x + right) / 2;
    double arm = sheet.of(6);
    switch (layer.mark()) {
      case STEPS -> sheet.line(x, middle, right, middle, ink, 2);
      case LIMIT -> sheet.dashed(x, middle, right, middle, ink, 1.6, 5, 3);
      case DOTS -> dot(centre, middle, ink);
      case SEGMENT -> sheet.line(centre, middle - arm, centre, middle + arm, ink, 2.4);
      case SELECTIVE -> sheet.line(centre, middle - arm, centre, middle + arm, ink, 5);
      case AGAIN -> {
        sheet.line(centre, middle - arm, centre, middle + arm, ink, 3);
        cross(centre, middle, ink);
      }
      case COLUMNS ->
          sheet.box(
              centre - arm,
              middle - sheet.of(5),
              2 * arm,
              sheet.of(10),
              1,
              ink.withAlpha(0.45),
              null);
    }
  }

  void dot(double x, double y, Color ink) {
    sheet.add(new Item.Ellipse(x, y, sheet.of(2.6), sheet.of(2.6), ink, null));
  }

  void cross(double x, double y, Color ink) {
    double arm = sheet.of(4.5);
    sheet.line(x - arm, y - arm, x + arm, y + arm, ink, 1.8);
    sheet.line(x - arm, y + arm, x + arm, y - arm, ink, 1.8);
  }
}
