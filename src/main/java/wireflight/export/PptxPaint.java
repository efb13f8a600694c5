package wireflight.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Color;
import wireflight.drawing.Item;

/** Colours and lines of shapes on slides (ECMA-376, 20.1.8). */
final class PptxPaint {
  static final int THOUSANDTHS_OF_PERCENT = 100_000;

  /** 1584 points (ECMA-376, 20.1.10.35). */
  private static final long WIDEST_LINE = 20_116_800;

  private final XmlWriter xml;
  private final PptxBoxes boxes;

  PptxPaint(XmlWriter xml, PptxBoxes boxes) {
    this.xml = xml;
    this.boxes = boxes;
  }

  /** How a shape is filled; null for not at all. */
  void fill(@Nullable Color color) throws IOException {
    if (color == null) {
      xml.empty("a:noFill");
    } else {
      solid(color, xml);
    }
  }

  /** A fill of one colour. */
  static void solid(Color color, XmlWriter xml) throws IOException {
    xml.start("a:solidFill");
    String value = String.format(Locale.ROOT, "%06X", color.argb() & 0xffffff);
    xml.start("a:srgbClr", "val", value);
    if (color.alpha() < 255) {
      long share = Math.round(color.alpha() * (double) THOUSANDTHS_OF_PERCENT / 255);
      xml.empty("a:alpha", "val", Long.toString(share));
    }
    xml.end();
    xml.end();
  }

  /** The line around a shape, or the line that it is. */
  void outline(Item.@Nullable Stroke stroke) throws IOException {
    if (stroke == null || !(stroke.width() > 0)) {
      xml.start("a:ln");
      xml.empty("a:noFill");
      xml.end();
      return;
    }
    long width = Math.min(WIDEST_LINE, boxes.emu(stroke.width()));
    xml.start("a:ln", "w", Long.toString(width), "cap", "flat");
    solid(stroke.color(), xml);
    if (!stroke.dash().isEmpty()) {
      xml.start("a:custDash");
      List<Double> dash = stroke.dash();
      // With an odd number of lengths, lines and gaps change places the second time round.
      int lengths = dash.size() % 2 == 0 ? dash.size() : 2 * dash.size();
      for (int at = 0; at < lengths; at += 2) {
        xml.empty(
            "a:ds",
            "d",
            share(dash.get(at % dash.size()), stroke),
            "sp",
            share(dash.get((at + 1) % dash.size()), stroke));
      }
      xml.end();
    }
    xml.empty("a:miter", "lim", "400000");
    xml.end();
  }

  private static String share(double length, Item.Stroke stroke) {
    return Long.toString(
        (long) Math.min(1e9, Math.rint(THOUSANDTHS_OF_PERCENT * length / stroke.width())));
  }
}
