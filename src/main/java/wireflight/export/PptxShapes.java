package wireflight.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item;

/**
 * The items of one slide as native shapes (ECMA-376, 19.3 and 20.1), which can be selected, moved
 * and changed; groups stay groups, with their names and descriptions.
 */
final class PptxShapes {
  private static final int THOUSANDTHS_OF_PERCENT = 100_000;

  /** Hundredths of a point a CSS pixel. */
  private static final double TYPE_UNITS = 75;

  private static final double EMU_A_PIXEL = 9525;

  /** 1584 points (ECMA-376, 20.1.10.35). */
  private static final long WIDEST_LINE = 20_116_800;

  private final XmlWriter xml;
  private final SlideFonts fonts;
  private final PptxBoxes boxes;
  private final double typeScale;
  private final Map<String, Integer> groups = new HashMap<>();
  private int lastId = 1; // the tree itself

  /**
   * Writes shapes of one slide.
   *
   * @param emu English metric units a unit of the drawing
   */
  PptxShapes(XmlWriter xml, SlideFonts fonts, double emu) {
    this.xml = xml;
    this.fonts = fonts;
    this.boxes = new PptxBoxes(fonts, emu);
    this.typeScale = emu / EMU_A_PIXEL;
  }

  /** The numbers of the groups written so far, by name. */
  Map<String, Integer> groups() {
    return groups;
  }

  void write(Drawing drawing) throws IOException {
    for (Item item : drawing.items()) {
      write(item);
    }
  }

  private void write(Item item) throws IOException {
    switch (item) {
      case Item.Line line -> write(line);
      case Item.Rectangle box -> {
        startShape("Rectangle", boxes.of(box));
        rectangle(box);
        endShape(box.fill(), box.stroke());
      }
      case Item.Ellipse ring -> {
        startShape("Ellipse", boxes.of(ring));
        preset("ellipse");
        endShape(ring.fill(), ring.stroke());
      }
      case Item.Polygon polygon -> {
        if (!polygon.points().isEmpty()) {
          startShape("Polygon", boxes.of(polygon));
          geometry(PptxBoxes.steps(polygon), boxes.of(polygon), polygon.fill() != null);
          endShape(polygon.fill(), polygon.stroke());
        }
      }
      case Item.Path path -> {
        if (!path.steps().isEmpty()) {
          startShape("Path", boxes.of(path));
          geometry(path.steps(), boxes.of(path), path.fill() != null);
          endShape(path.fill(), path.stroke());
        }
      }
      case Item.Text text -> {
        if (!text.text().isEmpty()) {
          write(text);
        }
      }
      case Item.Group group -> write(group);
    }
  }

  /** Opens {@code p:sp} up to where its geometry belongs. */
  private void startShape(String name, PptxBoxes.Box box) throws IOException {
    xml.start("p:sp");
    xml.start("p:nvSpPr");
    properties(name, "");
    xml.empty("p:cNvSpPr");
    xml.empty("p:nvPr");
    xml.end();
    xml.start("p:spPr");
    transform(box, false, false);
  }

  private void endShape(@Nullable Color fill, Item.@Nullable Stroke stroke) throws IOException {
    fill(fill);
    outline(stroke);
    xml.end();
    xml.end();
  }

  private void properties(String name, String description) throws IOException {
    lastId++;
    xml.empty("p:cNvPr", "id", Integer.toString(lastId));
    xml.attribute("name", name + (description.isEmpty() ? " " + lastId : ""));
    if (!description.isEmpty()) {
      xml.attribute("descr", XmlWriter.lines(description));
    }
  }

  private void transform(PptxBoxes.Box box, boolean flipX, boolean flipY) throws IOException {
    xml.start("a:xfrm");
    if (flipX) {
      xml.attribute("flipH", "1");
    }
    if (flipY) {
      xml.attribute("flipV", "1");
    }
    xml.empty("a:off", "x", text(box.x()), "y", text(box.y()));
    xml.empty("a:ext", "cx", text(box.width()), "cy", text(box.height()));
    xml.end();
  }

  private void write(Item.Line line) throws IOException {
    xml.start("p:cxnSp");
    xml.start("p:nvCxnSpPr");
    properties("Line", "");
    xml.empty("p:cNvCxnSpPr");
    xml.empty("p:nvPr");
    xml.end();
    xml.start("p:spPr");
    transform(boxes.of(line), line.x2() < line.x1(), line.y2() < line.y1());
    preset("line");
    outline(line.stroke());
    xml.end();
    xml.end();
  }

  private void rectangle(Item.Rectangle box) throws IOException {
    double shorter = Math.min(box.width(), box.height());
    if (!(box.radius() > 0 && shorter > 0)) {
      preset("rect");
      return;
    }
    long share = Math.round(THOUSANDTHS_OF_PERCENT * Math.min(0.5, box.radius() / shorter));
    xml.start("a:prstGeom", "prst", "roundRect");
    xml.start("a:avLst");
    xml.empty("a:gd", "name", "adj", "fmla", "val " + share);
    xml.end();
    xml.end();
  }

  private void preset(String name) throws IOException {
    xml.start("a:prstGeom", "prst", name);
    xml.empty("a:avLst");
    xml.end();
  }

  private void geometry(List<Item.Step> steps, PptxBoxes.Box box, boolean filled)
      throws IOException {
    xml.start("a:custGeom");
    for (String list : List.of("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst")) {
      xml.empty(list);
    }
    xml.empty("a:rect", "l", "0", "t", "0", "r", "r", "b", "b");
    xml.start("a:pathLst");
    xml.start("a:path", "w", text(Math.max(1, box.width())), "h", text(Math.max(1, box.height())));
    if (!filled) {
      xml.attribute("fill", "none");
    }
    for (Item.Step step : steps) {
      switch (step) {
        case Item.Step.Move(double x, double y) -> points("a:moveTo", box, x, y);
        case Item.Step.To(double x, double y) -> points("a:lnTo", box, x, y);
        case Item.Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
            points("a:cubicBezTo", box, x1, y1, x2, y2, x, y);
        case Item.Step.Close() -> xml.empty("a:close");
      }
    }
    xml.end();
    xml.end();
    xml.end();
  }

  private void points(String element, PptxBoxes.Box box, double... coordinates) throws IOException {
    xml.start(element);
    for (int at = 0; at < coordinates.length; at += 2) {
      long x = boxes.emu(coordinates[at]) - box.x();
      long y = boxes.emu(coordinates[at + 1]) - box.y();
      xml.empty("a:pt", "x", text(x), "y", text(y));
    }
    xml.end();
  }

  private void fill(@Nullable Color color) throws IOException {
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
      xml.empty("a:alpha", "val", text(share));
    }
    xml.end();
    xml.end();
  }

  private void outline(Item.@Nullable Stroke stroke) throws IOException {
    if (stroke == null || !(stroke.width() > 0)) {
      xml.start("a:ln");
      xml.empty("a:noFill");
      xml.end();
      return;
    }
    long width = Math.min(WIDEST_LINE, boxes.emu(stroke.width()));
    xml.start("a:ln", "w", text(width), "cap", "flat");
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
    return text((long) Math.min(1e9, Math.rint(THOUSANDTHS_OF_PERCENT * length / stroke.width())));
  }

  private void write(Item.Text text) throws IOException {
    xml.start("p:sp");
    xml.start("p:nvSpPr");
    properties("Text", "");
    xml.empty("p:cNvSpPr", "txBox", "1");
    xml.empty("p:nvPr");
    xml.end();
    body(text, boxes.of(text));
  }

  /**
   * The heading, as what the program knows as the slide's title.
   *
   * @param width how much of the slide it may take, so that a longer one does not break
   */
  void writeTitle(Item.Text text, double width) throws IOException {
    xml.start("p:sp");
    xml.start("p:nvSpPr");
    properties("Title", "");
    xml.empty("p:cNvSpPr");
    xml.start("p:nvPr");
    xml.empty("p:ph", "type", "title");
    xml.end();
    xml.end();
    PptxBoxes.Box box = boxes.of(text);
    body(text, new PptxBoxes.Box(box.x(), box.y(), boxes.emu(width), box.height()));
  }

  private void body(Item.Text text, PptxBoxes.Box box) throws IOException {
    xml.start("p:spPr");
    transform(box, false, false);
    preset("rect");
    xml.empty("a:noFill");
    xml.end();
    xml.start("p:txBody");
    xml.start("a:bodyPr", "wrap", "none", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0");
    xml.attribute("anchor", "ctr");
    xml.attribute("rtlCol", "0");
    xml.empty("a:noAutofit");
    xml.end();
    xml.empty("a:lstStyle");
    xml.start("a:p");
    String alignment =
        switch (text.anchor()) {
          case START -> "l";
          case MIDDLE -> "ctr";
          case END -> "r";
        };
    xml.start("a:pPr", "algn", alignment);
    xml.start("a:lnSpc");
    xml.empty("a:spcPct", "val", text(THOUSANDTHS_OF_PERCENT));
    xml.end();
    xml.start("a:spcBef");
    xml.empty("a:spcPts", "val", "0");
    xml.end();
    xml.end();
    run(text);
    xml.end();
    xml.end();
    xml.end();
  }

  private void run(Item.Text text) throws IOException {
    Face face = text.face();
    double scale = fonts.scale(face, text.size(), text.text(), text.advance());
    long size = Math.clamp(Math.round(TYPE_UNITS * typeScale * text.size() * scale), 100, 400_000);
    xml.start("a:r");
    xml.start("a:rPr", "lang", "en-US", "sz", text(size));
    xml.attribute("b", SlideFonts.bold(face) ? "1" : "0");
    xml.attribute("kern", "0");
    xml.attribute("dirty", "0");
    solid(text.color(), xml);
    xml.empty("a:latin", "typeface", SlideFonts.name(face));
    xml.empty("a:cs", "typeface", SlideFonts.name(face));
    xml.end();
    xml.element("a:t", text.text());
    xml.end();
  }

  private void write(Item.Group group) throws IOException {
    if (group.items().isEmpty()) {
      return;
    }
    PptxBoxes.Box box = boxes.of(group);
    String description = group.description();
    xml.start("p:grpSp");
    xml.start("p:nvGrpSpPr");
    properties(XmlWriter.lines(group.name()), description.isBlank() ? texts(group) : description);
    groups.put(group.name(), lastId);
    xml.empty("p:cNvGrpSpPr");
    xml.empty("p:nvPr");
    xml.end();
    xml.start("p:grpSpPr");
    xml.start("a:xfrm");
    for (String prefix : List.of("", "ch")) {
      String off = prefix.isEmpty() ? "a:off" : "a:chOff";
      String ext = prefix.isEmpty() ? "a:ext" : "a:chExt";
      xml.empty(off, "x", text(box.x()), "y", text(box.y()));
      xml.empty(ext, "cx", text(box.width()), "cy", text(box.height()));
    }
    xml.end();
    xml.end();
    for (Item item : group.items()) {
      write(item);
    }
    xml.end();
  }

  /** What stands in a group, for one that does not describe itself. */
  private static String texts(Item.Group group) {
    StringBuilder texts = new StringBuilder();
    for (Item item : group.items()) {
      if (item instanceof Item.Text text) {
        texts.append(texts.isEmpty() ? "" : " ").append(text.text());
      }
    }
    return texts.isEmpty() ? "shapes" : texts.toString();
  }

  private static String text(long number) {
    return Long.toString(number);
  }
}
