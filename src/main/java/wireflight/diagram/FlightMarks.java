package wireflight.diagram;

import wireflight.drawing.Color;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;

/** The round marks on packets' arrows: lost, received, held. */
final class FlightMarks {
  private final Sheet sheet;

  FlightMarks(Sheet sheet) {
    this.sheet = sheet;
  }

  /** It got so far and no further. */
  void cross(double x, double y) {
    Palette palette = sheet.palette;
    disc(x, y, palette.errorSoft(), palette.error());
    double arm = sheet.of(3.6);
    sheet.line(x - arm, y - arm, x + arm, y + arm, palette.error(), 2);
    sheet.line(x - arm, y + arm, x + arm, y - arm, palette.error(), 2);
  }

  /** Its receiver has taken it. */
  void tick(double x, double y) {
    Palette palette = sheet.palette;
    disc(x, y, palette.establishedSoft(), palette.established());
    double unit = sheet.of(1);
    sheet.line(x - 4 * unit, y, x - unit, y + 3 * unit, palette.established(), 2);
    sheet.line(x - unit, y + 3 * unit, x + 4 * unit, y - 3 * unit, palette.established(), 2);
  }

  /** It waits here for somebody's decision. */
  void pause(double x, double y, Color color) {
    disc(x, y, sheet.palette.canvas(), color);
    double apart = sheet.of(2.6);
    double arm = sheet.of(3.6);
    sheet.line(x - apart, y - arm, x - apart, y + arm, color, 2);
    sheet.line(x + apart, y - arm, x + apart, y + arm, color, 2);
  }

  private void disc(double x, double y, Color fill, Color outline) {
    double radius = sheet.of(9);
    sheet.add(new Item.Ellipse(x, y, radius, radius, fill, new Stroke(outline, sheet.of(1.4))));
  }
}
