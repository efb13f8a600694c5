package wireflight.drawing;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns text into the path of its glyphs, for what must look the same on a machine without any
 * font.
 *
 * <p>Characters that no bundled face has are asked of the {@link Fallback}; where that has none
 * either, a box with the number of the character stands for it.
 *
 * @param fonts the bundled faces
 * @param fallback where glyphs come from that the bundled faces lack
 */
public record Outliner(Fonts fonts, Fallback fallback) {
  /** Pairs, each of an opening and a closing one. */
  private static final String BRACKETS = "()[]{}<>«»‹›≤≥";

  /** A source of glyphs beside the bundled faces. */
  public interface Fallback {
    /** Has no glyphs: pictures then depend on nothing but the program. */
    Fallback NONE = (text, rightToLeft) -> null;

    /**
     * The outline of the text in ems, its origin on the baseline, y downwards, or null if it cannot
     * be drawn.
     *
     * @param text one or more characters of one direction
     * @param rightToLeft whether that is from right to left
     */
    @Nullable List<Item.Step> outline(String text, boolean rightToLeft);
  }

  /** Characters that are drawn from one source. A null face means the fallback. */
  private record Run(String text, @Nullable Face face, boolean rightToLeft) {}

  /** The glyphs of the text as one path of its colour, exactly as wide as the text says. */
  public Item.Path path(Item.Text text) {
    double measured = fonts.advance(text.face(), text.size(), text.text());
    double stretch = measured > 0 && text.advance() > 0 ? text.advance() / measured : 1;
    List<Item.Step> steps = new ArrayList<>();
    double pen = text.left();
    for (Run run : runs(text.text(), text.face())) {
      Placed to = new Placed(steps, pen, text.y(), text.size() * stretch, text.size());
      pen += text.size() * stretch * draw(run, text.face(), to);
    }
    return new Item.Path(steps, text.color(), null);
  }

  /** Draws a run and returns its width in ems. */
  private double draw(Run run, Face wanted, Placed to) {
    Face face = run.face();
    if (face != null) {
      FontFile file = fonts.file(face);
      double pen = 0;
      int[] characters = run.text().codePoints().toArray();
      for (int at = 0; at < characters.length; at++) {
        int character =
            run.rightToLeft() ? mirrored(characters[characters.length - 1 - at]) : characters[at];
        int glyph = file.glyph(character);
        if (at > 0 && !run.rightToLeft()) {
          pen += fonts.kerning(face, characters[at - 1], character);
        }
        to.add(file.outline(glyph), pen, 0, 1, 1);
        pen += file.advance(glyph);
      }
      return pen;
    }
    double width = fonts.advance(wanted, 1, run.text());
    List<Item.Step> outline = fallback.outline(run.text(), run.rightToLeft());
    if (outline != null) {
      double natural = right(outline);
      to.add(outline, 0, 0, natural > width ? width / natural : 1, 1);
    } else {
      drawNumbers(run.text(), wanted, to);
    }
    return width;
  }

  /** Brackets face the other way where text runs from right to left. */
  private static int mirrored(int character) {
    int place = BRACKETS.indexOf(character);
    return place < 0 ? character : BRACKETS.charAt(place ^ 1);
  }

  /** A box with its hexadecimal number for every character that has a width. */
  private void drawNumbers(String text, Face wanted, Placed to) {
    double pen = 0;
    for (int character : text.codePoints().toArray()) {
      double width = fonts.advance(wanted, character);
      if (width > 0) {
        drawNumber(character, pen + 0.04, width - 0.08, to);
      }
      pen += width;
    }
  }

  private void drawNumber(int character, double left, double width, Placed to) {
    double height = fonts.file(Face.REGULAR).capHeight() + 0.1;
    double line = 0.03;
    to.add(box(0, 0, 1, -1), left, 0.05, width, height);
    // Wound the other way round, so that the frame is hollow.
    to.add(box(1, 0, 0, -1), left + line, 0.05 - line, width - 2 * line, height - 2 * line);
    FontFile mono = fonts.file(Face.MONO);
    String digits = String.format(Locale.ROOT, character < 0x10000 ? "%04X" : "%06X", character);
    int columns = digits.length() / 2;
    double cell = (width - 4 * line) / columns;
    double digitHeight = (height - 5 * line) / 2;
    for (int at = 0; at < digits.length(); at++) {
      int glyph = mono.glyph(digits.charAt(at));
      double x = left + 2 * line + cell * (at % columns);
      double y = 0.05 - 2 * line - (at < columns ? digitHeight + line : 0);
      to.add(mono.outline(glyph), x, y, cell / mono.advance(glyph), digitHeight / mono.capHeight());
    }
  }

  private static List<Item.Step> box(double left, double bottom, double right, double top) {
    return List.of(
        new Item.Step.Move(left, bottom),
        new Item.Step.To(left, top),
        new Item.Step.To(right, top),
        new Item.Step.To(right, bottom),
        new Item.Step.Close());
  }

  private static double right(List<Item.Step> outline) {
    double right = 0;
    for (Item.Step step : outline) {
      right =
          switch (step) {
            case Item.Step.Move(double x, double _) -> Math.max(right, x);
            case Item.Step.To(double x, double _) -> Math.max(right, x);
            case Item.Step.Curve(double _, double _, double _, double _, double x, double _) ->
                Math.max(right, x);
            case Item.Step.Close() -> right;
          };
    }
    return right;
  }

  /** The runs in the order in which they stand on the line, from the left. */
  private List<Run> runs(String text, Face wanted) {
    List<Run> runs = new ArrayList<>();
    char[] units = text.toCharArray();
    if (!Bidi.requiresBidi(units, 0, units.length)) {
      split(text, wanted, false, runs);
      return runs;
    }
    // What is around the text, diagrams and slides, runs from left to right.
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
    byte[] levels = new byte[bidi.getRunCount()];
    Integer[] order = new Integer[levels.length];
    for (int run = 0; run < levels.length; run++) {
      levels[run] = (byte) bidi.getRunLevel(run);
      order[run] = run;
    }
    Bidi.reorderVisually(levels, 0, order, 0, order.length);
    for (int run : order) {
      List<Run> pieces = new ArrayList<>();
      boolean rightToLeft = bidi.getRunLevel(run) % 2 == 1;
      split(
          text.substring(bidi.getRunStart(run), bidi.getRunLimit(run)),
          wanted,
          rightToLeft,
          pieces);
      runs.addAll(rightToLeft ? pieces.reversed() : pieces);
    }
    return runs;
  }

  private void split(String text, Face wanted, boolean rightToLeft, List<Run> out) {
    int start = 0;
    Face source = null;
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      Face face = fonts.faceWith(wanted, character);
      if (at > start && face != source) {
        out.add(new Run(text.substring(start, at), source, rightToLeft));
        start = at;
      }
      source = face;
      at += Character.charCount(character);
    }
    if (start < text.length()) {
      out.add(new Run(text.substring(start), source, rightToLeft));
    }
  }

  /** Collects outlines scaled and moved to where they belong in the drawing. */
  private record Placed(
      List<Item.Step> steps, double originX, double originY, double scaleX, double scaleY) {
    /** Adds an outline in ems, itself moved and scaled within the run. */
    void add(List<Item.Step> outline, double dx, double dy, double sx, double sy) {
      for (Item.Step step : outline) {
        steps.add(
            switch (step) {
              case Item.Step.Move(double x, double y) ->
                  new Item.Step.Move(x(dx + sx * x), y(dy + sy * y));
              case Item.Step.To(double x, double y) ->
                  new Item.Step.To(x(dx + sx * x), y(dy + sy * y));
              case Item.Step.Curve(
                      double x1,
                      double y1,
                      double x2,
                      double y2,
                      double x,
                      double y) ->
                  new Item.Step.Curve(
                      x(dx + sx * x1),
                      y(dy + sy * y1),
                      x(dx + sx * x2),
                      y(dy + sy * y2),
                      x(dx + sx * x),
                      y(dy + sy * y));
              case Item.Step.Close close -> close;
            });
      }
    }

    private double x(double ems) {
      return originX + ems * scaleX;
    }

    private double y(double ems) {
      return originY + ems * scaleY;
    }
  }
}
