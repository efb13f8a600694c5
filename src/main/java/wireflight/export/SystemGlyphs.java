package wireflight.export;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Item;
import wireflight.drawing.Outliner;

/**
 * Glyphs of the machine's own fonts, for scripts that the bundled fonts lack.
 *
 * <p>A machine may have no fonts, or not even the libraries to look for them; then there are none,
 * once and for all.
 */
final class SystemGlyphs implements Outliner.Fallback {
  /** Large, so that nothing is rounded to whole pixels. */
  private static final float SIZE = 1000;

  private static final FontRenderContext EXACT =
      new FontRenderContext(new AffineTransform(), true, true);

  private boolean missing;

  @Override
  public @Nullable List<Item.Step> outline(String text, boolean rightToLeft) {
    if (missing) {
      return null;
    }
    try {
      Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(SIZE);
      if (font.canDisplayUpTo(text) >= 0) {
        return null;
      }
      GlyphVector glyphs =
          font.layoutGlyphVector(
              EXACT,
              text.toCharArray(),
              0,
              text.length(),
              rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
      List<Item.Step> steps = steps(glyphs.getOutline());
      return steps.isEmpty() ? null : steps; // Glyphs that are coloured pictures have no outline.
    } catch (RuntimeException | InternalError | LinkageError e) {
      // The JDK reports missing fonts and font libraries by any of these.
      missing = true;
      return null;
    }
  }

  private static List<Item.Step> steps(Shape shape) {
    List<Item.Step> steps = new ArrayList<>();
    double[] c = new double[6];
    double startX = 0;
    double startY = 0;
    double penX = 0;
    double penY = 0;
    AffineTransform toEms = AffineTransform.getScaleInstance(1 / SIZE, 1 / SIZE);
    for (PathIterator at = shape.getPathIterator(toEms); !at.isDone(); at.next()) {
      int last = 0;
      switch (at.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> {
          steps.add(new Item.Step.Move(c[0], c[1]));
          startX = c[0];
          startY = c[1];
        }
        case PathIterator.SEG_LINETO -> steps.add(new Item.Step.To(c[0], c[1]));
        case PathIterator.SEG_QUADTO -> {
          steps.add(
              new Item.Step.Curve(
                  penX + 2 * (c[0] - penX) / 3,
                  penY + 2 * (c[1] - penY) / 3,
                  c[2] + 2 * (c[0] - c[2]) / 3,
                  c[3] + 2 * (c[1] - c[3]) / 3,
                  c[2],
                  c[3]));
          last = 2;
        }
        case PathIterator.SEG_CUBICTO -> {
          steps.add(new Item.Step.Curve(c[0], c[1], c[2], c[3], c[4], c[5]));
          last = 4;
        }
        case PathIterator.SEG_CLOSE -> {
          steps.add(new Item.Step.Close());
          c[0] = startX;
          c[1] = startY;
        }
        default -> throw new IllegalStateException("a path has no other segments");
      }
      penX = c[last];
      penY = c[last + 1];
    }
    return steps;
  }
}
