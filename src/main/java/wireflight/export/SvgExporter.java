package wireflight.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Outliner;

/**
 * Drawings as SVG 1.1: small, readable, and laid out alike in any viewer, since every text says how
 * long it is.
 *
 * <p>Groups keep their names as ids and their descriptions as titles. The same drawing gives the
 * same bytes on every machine, unless text is outlined that the bundled fonts lack. Safe for use by
 * one thread.
 */
public final class SvgExporter {
  /** What becomes of text. */
  public enum TextMode {
    /** Text in fonts that the viewer is asked to have: the smallest file. */
    REFERRED,
    /** Text, with the glyphs it uses inside the file: right in every browser. */
    EMBEDDED,
    /** Shapes: right everywhere, also in programs that ignore embedded fonts; not to be edited. */
    OUTLINED
  }

  private final Fonts fonts;
  private final Outliner outliner;

  /** Draws text in the given fonts. */
  public SvgExporter(Fonts fonts) {
    this.fonts = fonts;
    outliner = new Outliner(fonts, new SystemGlyphs());
  }

  /** Writes the picture in UTF-8 and leaves the stream open. */
  public void export(Drawing drawing, TextMode mode, OutputStream out) throws IOException {
    export(drawing, mode, Map.of(), out);
  }

  /**
   * As {@link #export(Drawing, TextMode, OutputStream)}, with groups that appear one after the
   * other where the viewer plays animations; everywhere else all of them are there.
   *
   * @param appearances when groups appear, by name, in seconds from the start
   */
  public void export(
      Drawing drawing, TextMode mode, Map<String, Double> appearances, OutputStream out)
      throws IOException {
    try (XmlWriter xml = new XmlWriter(out)) {
      Outliner shapes = mode == TextMode.OUTLINED ? outliner : null;
      Map<Face, SortedSet<Integer>> used = new EnumMap<>(Face.class);
      collect(drawing.items(), used);
      Face usual =
          used.containsKey(Face.ARIAL) || used.containsKey(Face.ARIAL_BOLD)
              ? Face.ARIAL
              : Face.REGULAR;
      SvgItems items = new SvgItems(xml, shapes, usual, appearances);
      startRoot(drawing, usual, xml);
      if (mode == TextMode.EMBEDDED && !used.isEmpty()) {
        embedFonts(used, xml);
      }
      if (drawing.background().alpha() > 0) {
        items.write(background(drawing));
      }
      for (Item item : drawing.items()) {
        items.write(item);
      }
      xml.end();
    }
  }

  private static void startRoot(Drawing drawing, Face usual, XmlWriter xml) throws IOException {
    String width = SvgNumber.of(drawing.width());
    String height = SvgNumber.of(drawing.height());
    xml.start("svg");
    xml.attribute("xmlns", "http://www.w3.org/2000/svg");
    xml.attribute("width", width);
    xml.attribute("height", height);
    xml.attribute("viewBox", "0 0 " + width + " " + height);
    xml.attribute("role", "graphics-document document");
    // What most items share; runs of spaces in payloads are kept.
    xml.attribute("fill", "none");
    xml.attribute("font-family", SvgItems.family(usual));
    xml.attribute("xml:space", "preserve");
    String kerning = usual.isKerned() ? "normal" : "none";
    xml.attribute("style", "font-kerning:" + kerning + ";font-variant-ligatures:none");
    xml.element("title", XmlWriter.lines(drawing.title()));
    if (!drawing.description().isBlank()) {
      xml.element("desc", XmlWriter.lines(drawing.description()));
    }
  }

  private static Item background(Drawing drawing) {
    return new Item.Rectangle(
        0, 0, drawing.width(), drawing.height(), 0, drawing.background(), null);
  }

  private void embedFonts(Map<Face, SortedSet<Integer>> used, XmlWriter xml) throws IOException {
    StringBuilder style = new StringBuilder();
    used.forEach(
        (face, characters) ->
            style.append(
                String.format(
                    Locale.ROOT,
                    "@font-face{font-family:\"%s\";font-weight:%d;src:url(data:font/ttf;base64,%s)}",
                    face.family(),
                    face.weight(),
                    Base64.getEncoder()
                        .encodeToString(
                            new FontSubset(fonts.file(face), characters, face.isKerned())
                                .bytes()))));
    xml.element("style", style.toString());
  }

  private void collect(List<Item> items, Map<Face, SortedSet<Integer>> used) {
    for (Item item : items) {
      switch (item) {
        case Item.Group group -> collect(group.items(), used);
        case Item.Text text ->
            text.text()
                .codePoints()
                .forEach(
                    character -> {
                      Face face = fonts.faceWith(text.face(), character);
                      if (face != null) {
                        used.computeIfAbsent(face, _ -> new TreeSet<>()).add(character);
                      }
                    });
        case Item.Line _, Item.Rectangle _, Item.Ellipse _, Item.Polygon _, Item.Path _ -> {}
      }
    }
  }

  /** A colour as SVG writes it, without its alpha. */
  static String color(@Nullable Color color) {
    return color == null ? "none" : String.format(Locale.ROOT, "#%06x", color.argb() & 0xffffff);
  }
}
