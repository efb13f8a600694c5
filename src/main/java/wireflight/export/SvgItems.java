package wireflight.export;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Outliner;

/** Items as SVG elements. */
final class SvgItems {
  private final XmlWriter xml;
  private final @Nullable Outliner outliner;
  private final String usual;
  private final Map<String, Double> appearances;
  private final Set<String> ids = new HashSet<>();

  /**
   * Writes items of one drawing.
   *
   * @param outliner makes shapes of text; null to write it as text
   * @param usual the face whose family is in force around them
   * @param appearances when groups appear, by name, in seconds from the start
   */
  SvgItems(
      XmlWriter xml, @Nullable Outliner outliner, Face usual, Map<String, Double> appearances) {
    this.xml = xml;
    this.usual = family(usual);
    this.appearances = appearances;
    this.outliner = outliner;
  }

  void write(Item item) throws IOException {
    switch (item) {
      case Item.Line line -> {
        xml.empty("line");
        xml.number("x1", line.x1());
        xml.number("y1", line.y1());
        xml.number("x2", line.x2());
        xml.number("y2", line.y2());
        paint(null, line.stroke());
      }
      case Item.Rectangle rectangle -> write(rectangle);
      case Item.Ellipse ellipse -> {
        xml.empty("ellipse");
        xml.number("cx", ellipse.centreX());
        xml.number("cy", ellipse.centreY());
        xml.number("rx", ellipse.radiusX());
        xml.number("ry", ellipse.radiusY());
        paint(ellipse.fill(), ellipse.stroke());
      }
      case Item.Polygon polygon -> {
        xml.empty("polygon");
        xml.attribute(
            "points",
            polygon.points().stream()
                .map(point -> SvgNumber.pair(point.x(), point.y()))
                .collect(Collectors.joining(" ")));
        paint(polygon.fill(), polygon.stroke());
      }
      case Item.Path path -> write(path, null);
      case Item.Text text -> write(text);
      case Item.Group group -> write(group);
    }
  }

  private void write(Item.Rectangle rectangle) throws IOException {
    xml.empty("rect");
    xml.number("x", rectangle.x());
    xml.number("y", rectangle.y());
    xml.number("width", Math.max(0, rectangle.width()));
    xml.number("height", Math.max(0, rectangle.height()));
    if (rectangle.radius() > 0) {
      xml.number("rx", rectangle.radius());
    }
    paint(rectangle.fill(), rectangle.stroke());
  }

  /** A path, and what it says if it was text. */
  private void write(Item.Path path, @Nullable String label) throws IOException {
    xml.empty("path");
    xml.attribute("d", data(path.steps()));
    paint(path.fill(), path.stroke());
    if (label != null) {
      xml.attribute("aria-label", label);
    }
  }

  private static String data(List<Item.Step> steps) {
    StringBuilder data = new StringBuilder();
    for (Item.Step step : steps) {
      data.append(
          switch (step) {
            case Item.Step.Move(double x, double y) -> "M" + SvgNumber.pair(x, y);
            case Item.Step.To(double x, double y) -> "L" + SvgNumber.pair(x, y);
            case Item.Step.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
                "C"
                    + SvgNumber.pair(x1, y1)
                    + " "
                    + SvgNumber.pair(x2, y2)
                    + " "
                    + SvgNumber.pair(x, y);
            case Item.Step.Close() -> "Z";
          });
    }
    return data.toString();
  }

  private void write(Item.Text text) throws IOException {
    if (text.text().isEmpty()) {
      return;
    }
    if (outliner != null) {
      write(outliner.path(text), text.text());
      return;
    }
    xml.start("text");
    String words = text.text();
    if (words.contains("  ") || !words.equals(words.strip())) {
      xml.attribute("xml:space", "preserve"); // browsers do not heed that of the whole picture
    }
    xml.number("x", text.x());
    xml.number("y", text.y());
    switch (text.anchor()) {
      case START -> {}
      case MIDDLE -> xml.attribute("text-anchor", "middle");
      case END -> xml.attribute("text-anchor", "end");
    }
    if (!family(text.face()).equals(usual)) {
      xml.attribute("font-family", family(text.face()));
    }
    if (text.face().weight() != Face.REGULAR.weight()) {
      xml.attribute("font-weight", Integer.toString(text.face().weight()));
    }
    xml.number("font-size", text.size());
    if (text.advance() > 0) {
      xml.number("textLength", text.advance());
      // Other fonts than ours are wider: squeeze their glyphs too, not only the gaps.
      xml.attribute("lengthAdjust", "spacingAndGlyphs");
    }
    paint(text.color(), null);
    xml.text(text.text());
    xml.end();
  }

  /** The families of a face as a style sheet lists them, ours first. */
  static String family(Face face) {
    return switch (face) {
      case REGULAR, SEMIBOLD, BOLD ->
          "'Source Sans 3','Source Sans Pro',Arial,Helvetica,sans-serif,'Noto Sans Mono'";
      case ARIAL, ARIAL_BOLD ->
          "Arimo,Arial,'Liberation Sans',Helvetica,'Source Sans 3',sans-serif,'Noto Sans Mono'";
      case COURIER ->
          "Cousine,'Courier New','Liberation Mono','Noto Sans Mono',monospace,'Source Sans 3'";
      case MONO -> "'Noto Sans Mono','DejaVu Sans Mono',Consolas,Menlo,monospace,'Source Sans 3'";
    };
  }

  private void write(Item.Group group) throws IOException {
    xml.start("g");
    xml.attribute("id", uniqueId(group.name()));
    if (!group.description().isBlank()) {
      xml.attribute("role", "graphics-object group");
      xml.element("title", XmlWriter.lines(group.description()));
    }
    Double appears = appearances.get(group.name());
    if (appears != null) {
      // Hidden until then, and not shown from then on: what plays nothing shows everything.
      xml.empty("set", "attributeName", "visibility", "to", "hidden", "begin", "0s");
      xml.attribute("dur", SvgNumber.of(appears) + "s");
    }
    for (Item item : group.items()) {
      write(item);
    }
    xml.end();
  }

  /** The name as an XML id, numbered if another group already has it. */
  private String uniqueId(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_.-]", "-");
    String base = plain.matches("[A-Za-z_].*") ? plain : "group-" + plain;
    String id = base;
    for (int number = 2; !ids.add(id); number++) {
      id = base + "-" + number;
    }
    return id;
  }

  private void paint(@Nullable Color fill, Item.@Nullable Stroke stroke) throws IOException {
    if (fill != null) {
      xml.attribute("fill", SvgExporter.color(fill));
      opacity("fill-opacity", fill);
    }
    if (stroke != null && stroke.width() > 0) {
      xml.attribute("stroke", SvgExporter.color(stroke.color()));
      opacity("stroke-opacity", stroke.color());
      if (stroke.width() != 1) {
        xml.number("stroke-width", stroke.width());
      }
      if (!stroke.dash().isEmpty()) {
        xml.attribute(
            "stroke-dasharray",
            stroke.dash().stream().map(SvgNumber::of).collect(Collectors.joining(" ")));
      }
    }
  }

  private void opacity(String attribute, Color color) throws IOException {
    if (color.alpha() < 255) {
      xml.number(attribute, color.alpha() / 255.0);
    }
  }
}
