package wireflight.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Fonts;
import wireflight.drawing.Outliner;
import wireflight.drawing.Visible;

/**
 * Drawings as a PDF document, a page each: vector shapes, and text that can be searched and copied
 * in fonts that travel with the file, of which only the glyphs used are kept.
 *
 * <p>Pages are written as they come, so memory does not grow with their number. The same drawings
 * give the same bytes. Safe for use by one thread.
 */
public final class PdfExporter {
  /** The longest side of a page, in CSS pixels: 200 inches, which no version of PDF exceeds. */
  static final double LONGEST_SIDE = 19_200;

  private final Outliner outliner;

  /** Draws text in the given fonts. */
  public PdfExporter(Fonts fonts) {
    outliner = new Outliner(fonts, new SystemGlyphs());
  }

  /**
   * Writes the document and leaves the stream open.
   *
   * @param pages at least one; asked for one after the other, and not kept
   * @throws PictureTooLargeException if a page has a side that is too long
   */
  public void export(String title, Iterable<Slide> pages, OutputStream out) throws IOException {
    PdfFile file = new PdfFile(out);
    int tree = file.reserve();
    int resources = file.reserve();
    Map<Face, PdfFont> fonts = new EnumMap<>(Face.class);
    for (Face face : Face.values()) {
      fonts.put(face, new PdfFont(outliner.fonts(), face, file.reserve()));
    }
    Set<Integer> alphas = new HashSet<>();
    List<Integer> numbers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Slide page : pages) {
      Drawing drawing = page.whole();
      check(drawing);
      String content = new PdfItems(outliner, fonts, alphas).page(drawing);
      int stream = file.stream("", content.getBytes(StandardCharsets.US_ASCII));
      numbers.add(
          file.object(
              String.format(
                  Locale.ROOT,
                  "<</Type/Page/Parent %d 0 R/Resources %d 0 R/MediaBox[0 0 %s %s]/Contents %d 0 R>>",
                  tree,
                  resources,
                  SvgNumber.of(0.75 * drawing.width()),
                  SvgNumber.of(0.75 * drawing.height()),
                  stream)));
      names.add(page.name());
    }
    StringBuilder used = new StringBuilder();
    for (PdfFont font : fonts.values()) {
      if (font.isUsed()) {
        font.write(file);
        used.append("/F" + font.number + " " + font.number + " 0 R");
      } else {
        file.object(font.number, "null");
      }
    }
    file.object(
        resources, "<</Font<<" + used + ">>/ExtGState" + PdfItems.alphaStates(alphas) + ">>");
    StringBuilder kids = new StringBuilder();
    numbers.forEach(number -> kids.append(number).append(" 0 R "));
    file.object(
        tree, "<</Type/Pages/Count " + numbers.size() + "/Kids[" + kids.toString().strip() + "]>>");
    String outline =
        numbers.size() > 1 ? "/Outlines " + outline(file, numbers, names) + " 0 R" : "";
    int catalog =
        file.object(
            "<</Type/Catalog/Lang(en)/ViewerPreferences<</DisplayDocTitle true>>/Pages "
                + tree
                + " 0 R"
                + outline
                + ">>");
    int information =
        file.object("<</Producer(Wireflight)/Title " + PdfFile.text(Visible.of(title)) + ">>");
    file.finish(catalog, information);
  }

  private static void check(Drawing drawing) throws PictureTooLargeException {
    if (!(drawing.width() <= LONGEST_SIDE && drawing.height() <= LONGEST_SIDE)) {
      throw new PictureTooLargeException(
          String.format(
              Locale.ROOT,
              "the page would be %.0f x %.0f inches, and a PDF page has at most 200: make a page"
                  + " of each step, or show less of the recording",
              drawing.width() / 96,
              drawing.height() / 96),
          "tooLarge.page",
          Math.round(drawing.width() / 96),
          Math.round(drawing.height() / 96));
    }
  }

  /** The list of pages that viewers show beside them (ISO 32000-1, 12.3.3). */
  private static int outline(PdfFile file, List<Integer> pages, List<String> names)
      throws IOException {
    int root = file.reserve();
    int[] entries = new int[pages.size()];
    for (int at = 0; at < entries.length; at++) {
      entries[at] = file.reserve();
    }
    for (int at = 0; at < entries.length; at++) {
      String before = at > 0 ? "/Prev " + entries[at - 1] + " 0 R" : "";
      String after = at + 1 < entries.length ? "/Next " + entries[at + 1] + " 0 R" : "";
      String name = PdfFile.text(Visible.of(names.get(at)));
      String place = "/Dest[" + pages.get(at) + " 0 R/Fit]";
      file.object(
          entries[at],
          "<</Title " + name + "/Parent " + root + " 0 R" + before + after + place + ">>");
    }
    file.object(
        root,
        "<</Type/Outlines/First "
            + entries[0]
            + " 0 R/Last "
            + entries[entries.length - 1]
            + " 0 R/Count "
            + entries.length
            + ">>");
    return root;
  }
}
