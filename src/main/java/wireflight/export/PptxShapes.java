package wireflight.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Color;
import wireflight.drawing.Item;

/**
 * The items of one slide as native shapes (ECMA-376, 19.3 and 20.1), which can be selected, moved
 * and changed; groups stay groups, with their names and descriptions.
 */
final class PptxShapes {
  private final XmlWriter xml;
  private final PptxBoxes boxes;
  private final PptxPaint paint;
  private final PptxText texts;
  private final Map<String, Integer> groups = new HashMap<>();
  private int lastId = 1; // the tree itself

  /**
   * Writes shapes of one slide.
   *
   * @param emu English metric units a unit of the drawing
   */
  PptxShapes(XmlWriter xml, SlideLetters letters, double emu) {
    this.xml = xml;
    this.boxes = new PptxBoxes(emu);
    this.paint = new PptxPaint(xml, boxes);
    this.texts = new PptxText(xml, letters);
  }

  /** The numbers of the groups written so far, by name. */
  Map<String, Integer> groups() {
    return groups;
  }

  void write(List<Item> items) throws IOException {
    for (Item item : items) {
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
    paint.fill(fill);
    paint.outline(stroke);
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
    paint.outline(line.stroke());
    xml.end();
    xml.end();
  }

  private void rectangle(Item.Rectangle box) throws IOException {
    double shorter = Math.min(box.width(), box.height());
    if (!(box.radius() > 0 && shorter > 0)) {
      preset("rect");
      return;
    }
    long share =
        Math.round(PptxPaint.THOUSANDTHS_OF_PERCENT * Math.min(0.5, box.radius() / shorter));
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
    texts.write(text);
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
    properties(
        XmlWriter.lines(group.name()), description.isBlank() ? allTexts(group) : description);
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
  private static String allTexts(Item.Group group) {
    StringBuilder all = new StringBuilder();
    for (Item item : group.items()) {
      if (item instanceof Item.Text text) {
        all.append(all.isEmpty() ? "" : " ").append(text.text());
      }
    }
    return all.isEmpty() ? "shapes" : all.toString();
  }

  private static String text(long number) {
    return Long.toString(number);
  }
}
