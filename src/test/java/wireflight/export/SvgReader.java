package wireflight.export;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Point;
import wireflight.drawing.Item.Step;
import wireflight.drawing.Item.Stroke;

/** Reads the items of an SVG file back, as a viewer would understand them. */
final class SvgReader {
  private static final Pattern PATH = Pattern.compile("([MLCZ])([^MLCZ]*)");

  private SvgReader() {}

  static Element root(byte[] svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg)).getDocumentElement();
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static List<Item> items(Element parent) {
    List<Item> items = new ArrayList<>();
    for (Element element : children(parent)) {
      switch (element.getLocalName()) {
        case "title", "desc", "style" -> {}
        default -> items.add(item(element));
      }
    }
    return items;
  }

  private static Item item(Element e) {
    return switch (e.getLocalName()) {
      case "line" ->
          new Item.Line(
              number(e, "x1"), number(e, "y1"), number(e, "x2"), number(e, "y2"), stroke(e));
      case "rect" ->
          new Item.Rectangle(
              number(e, "x"),
              number(e, "y"),
              number(e, "width"),
              number(e, "height"),
              e.hasAttribute("rx") ? number(e, "rx") : 0,
              color(e, "fill"),
              stroke(e));
      case "ellipse" ->
          new Item.Ellipse(
              number(e, "cx"),
              number(e, "cy"),
              number(e, "rx"),
              number(e, "ry"),
              color(e, "fill"),
              stroke(e));
      case "polygon" ->
          new Item.Polygon(
              Arrays.stream(e.getAttribute("points").split(" "))
                  .filter(pair -> !pair.isEmpty())
                  .map(SvgReader::numbers)
                  .map(xy -> new Point(xy[0], xy[1]))
                  .toList(),
              color(e, "fill"),
              stroke(e));
      case "path" ->
          new Item.Path(
              PATH.matcher(e.getAttribute("d")).results().map(SvgReader::step).toList(),
              color(e, "fill"),
              stroke(e));
      case "text" -> text(e);
      case "g" -> new Item.Group(e.getAttribute("id"), title(e), items(e));
      default -> throw new AssertionError("unexpected element " + e.getLocalName());
    };
  }

  private static Item text(Element e) {
    Element says = e.hasAttribute("font-family") ? e : e.getOwnerDocument().getDocumentElement();
    Face face =
        Arrays.stream(Face.values())
            .filter(f -> SvgItems.family(f).equals(says.getAttribute("font-family")))
            .filter(
                f ->
                    f.weight()
                        == (e.hasAttribute("font-weight") ? (int) number(e, "font-weight") : 400))
            .findFirst()
            .orElseThrow();
    return new Item.Text(
        number(e, "x"),
        number(e, "y"),
        e.getTextContent(),
        face,
        number(e, "font-size"),
        new Color(Objects.requireNonNull(color(e, "fill")).argb()),
        e.hasAttribute("text-anchor")
            ? Anchor.valueOf(e.getAttribute("text-anchor").toUpperCase(Locale.ROOT))
            : Anchor.START,
        e.hasAttribute("textLength") ? number(e, "textLength") : 0);
  }

  static String title(Element e) {
    return children(e).stream()
        .filter(child -> child.getLocalName().equals("title"))
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private static Step step(MatchResult match) {
    double[] n = numbers(match.group(2));
    return switch (match.group(1)) {
      case "M" -> new Step.Move(n[0], n[1]);
      case "L" -> new Step.To(n[0], n[1]);
      case "C" -> new Step.Curve(n[0], n[1], n[2], n[3], n[4], n[5]);
      default -> new Step.Close();
    };
  }

  private static double[] numbers(String text) {
    return text.isEmpty()
        ? new double[0]
        : Arrays.stream(text.split("[ ,]")).mapToDouble(Double::parseDouble).toArray();
  }

  private static double number(Element e, String name) {
    return Double.parseDouble(e.getAttribute(name));
  }

  private static @Nullable Color color(Element e, String name) {
    if (!e.hasAttribute(name)) {
      return null;
    }
    Color color = Color.rgb(Integer.parseInt(e.getAttribute(name).substring(1), 16));
    return e.hasAttribute(name + "-opacity")
        ? color.withAlpha(number(e, name + "-opacity"))
        : color;
  }

  @SuppressWarnings("NullAway") // A line always has a stroke; null would fail the test, rightly.
  private static Stroke stroke(Element e) {
    Color color = color(e, "stroke");
    return color == null
        ? null
        : new Stroke(
            color,
            e.hasAttribute("stroke-width") ? number(e, "stroke-width") : 1,
            Arrays.stream(numbers(e.getAttribute("stroke-dasharray"))).boxed().toList());
  }
}
