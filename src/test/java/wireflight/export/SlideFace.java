package wireflight.export;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Step;

/**
 * A drawing with its text in the faces that slides are set in: the outlines of Liberation Sans and
 * Mono, as large as the exporter sets them and where it anchors them.
 */
final class SlideFace {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** Of a point, a CSS pixel. */
  private static final float HUNDREDTHS = 75;

  private final SlideFonts fonts = new SlideFonts(Samples.FONTS);

  Drawing of(Drawing drawing) {
    return new Drawing(
        drawing.width(),
        drawing.height(),
        drawing.background(),
        drawing.title(),
        drawing.description(),
        of(drawing.items()));
  }

  private List<Item> of(List<Item> items) {
    List<Item> set = new ArrayList<>();
    for (Item item : items) {
      switch (item) {
        case Item.Text text -> set.add(outline(text));
        case Item.Group group ->
            set.add(new Item.Group(group.name(), group.description(), of(group.items())));
        case Item.Line _, Item.Rectangle _, Item.Ellipse _, Item.Polygon _, Item.Path _ ->
            set.add(item);
      }
    }
    return set;
  }

  private Item.Path outline(Item.Text text) {
    boolean mono = SlideFonts.name(text.face()).startsWith("Courier");
    String face = mono ? "Liberation Mono" : "Liberation Sans";
    double scale = fonts.scale(text.face(), text.size(), text.text(), text.advance());
    Font font =
        new Font(face, SlideFonts.bold(text.face()) ? Font.BOLD : Font.PLAIN, 1)
            .deriveFont(SlideFonts.hundredths(scale * text.size()) / HUNDREDTHS)
            .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
    char[] characters = text.text().toCharArray();
    GlyphVector glyphs =
        font.layoutGlyphVector(EXACT, characters, 0, characters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    double wide = glyphs.getLogicalBounds().getWidth();
    double left =
        switch (text.anchor()) {
          case START -> text.left();
          case MIDDLE -> text.left() + (text.advance() - wide) / 2;
          case END -> text.left() + text.advance() - wide;
        };
    return new Item.Path(
        steps(glyphs.getOutline((float) left, (float) text.y())), text.color(), null);
  }

  /** Curves of one control point are told as those of two. */
  private static List<Step> steps(Shape shape) {
    List<Step> steps = new ArrayList<>();
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> steps.add(new Step.Move(at[0], at[1]));
        case PathIterator.SEG_LINETO -> steps.add(new Step.To(at[0], at[1]));
        case PathIterator.SEG_QUADTO ->
            steps.add(
                new Step.Curve(
                    x + 2 * (at[0] - x) / 3,
                    y + 2 * (at[1] - y) / 3,
                    at[2] + 2 * (at[0] - at[2]) / 3,
                    at[3] + 2 * (at[1] - at[3]) / 3,
                    at[2],
                    at[3]));
        case PathIterator.SEG_CUBICTO ->
            steps.add(new Step.Curve(at[0], at[1], at[2], at[3], at[4], at[5]));
        default -> steps.add(new Step.Close());
      }
      int last =
          switch (steps.getLast()) {
            case Step.Move _, Step.To _ -> 0;
            case Step.Curve _ -> path.currentSegment(at) == PathIterator.SEG_QUADTO ? 2 : 4;
            case Step.Close _ -> -1;
          };
      if (last >= 0) {
        x = at[last];
        y = at[last + 1];
      }
    }
    return steps;
  }
}
