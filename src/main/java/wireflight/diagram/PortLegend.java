package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;

/** The marks of the kinds of ports: a square, a diamond, a ring. */
final class PortLegend {
  private static final double GAP = 24;
  private static final double MARK = 16;

  private PortLegend() {}

  /** A line that tells what the marks mean, as much of it as fits. */
  static void draw(Sheet sheet, double width, double middle, double text) {
    String[] long3 = {
      sheet.texts.get("portLegend.wellKnown"),
      sheet.texts.get("portLegend.registered"),
      sheet.texts.get("portLegend.ephemeral")
    };
    String[] short3 = {
      sheet.texts.get("portLegend.wellKnown.short"),
      sheet.texts.get("portLegend.registered.short"),
      sheet.texts.get("portLegend.ephemeral.short")
    };
    String[] shown = total(sheet, long3, text) <= width - sheet.of(24) ? long3 : short3;
    double x = (width - total(sheet, shown, text)) / 2;
    for (PortKind kind : PortKind.values()) {
      String meaning = shown[kind.place()];
      mark(sheet, kind, x + sheet.of(5), middle, sheet.palette.mutedText());
      x += sheet.of(MARK);
      sheet.text(x, middle, meaning, Face.REGULAR, text, sheet.palette.mutedText(), Anchor.START);
      x += sheet.width(meaning, Face.REGULAR, text) + sheet.of(GAP);
    }
  }

  private static double total(Sheet sheet, String[] texts, double size) {
    double sum = sheet.of(MARK * texts.length + GAP * (texts.length - 1));
    for (String text : texts) {
      sum += sheet.width(text, Face.REGULAR, size);
    }
    return sum;
  }

  /** The mark of a kind about a centre. */
  static void mark(Sheet sheet, PortKind kind, double x, double y, Color color) {
    double half = sheet.of(4.5);
    switch (kind) {
      case WELL_KNOWN -> sheet.box(x - half, y - half, 2 * half, 2 * half, 1, color, null);
      case REGISTERED -> {
        double arm = sheet.of(5.6);
        sheet.add(
            new Item.Polygon(
                List.of(
                    new Item.Point(x, y - arm),
                    new Item.Point(x + arm, y),
                    new Item.Point(x, y + arm),
                    new Item.Point(x - arm, y)),
                color,
                null));
      }
      case EPHEMERAL ->
          sheet.add(
              new Item.Ellipse(
                  x, y, sheet.of(4.2), sheet.of(4.2), null, new Stroke(color, sheet.of(1.6))));
    }
  }
}
