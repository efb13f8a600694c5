package wireflight.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import wireflight.drawing.Face;
import wireflight.drawing.FontFile;
import wireflight.drawing.Fonts;

/**
 * One face in a PDF file: a code for every character used of it, and in the end the font with their
 * glyphs alone.
 *
 * <p>A code stands for a character and not for a glyph, so that what is copied out of the file is
 * what was written into it, also where two characters look alike or one has no glyph.
 */
final class PdfFont {
  private static final int MOST_IN_A_BLOCK = 100;

  private final Fonts fonts;
  private final Face face;
  private final Map<Integer, Integer> codes = new LinkedHashMap<>();

  /** The object that the font becomes. */
  final int number;

  PdfFont(Fonts fonts, Face face, int number) {
    this.fonts = fonts;
    this.face = face;
    this.number = number;
  }

  boolean isUsed() {
    return !codes.isEmpty();
  }

  /** The code of a character as four hexadecimal digits. */
  String code(int character) {
    int code = codes.computeIfAbsent(character, _ -> codes.size() + 1);
    return String.format(Locale.ROOT, "%04X", code);
  }

  /** Writes everything that the font consists of (ISO 32000-1, 9.7). */
  void write(PdfFile file) throws IOException {
    FontFile font = fonts.file(face);
    SortedSet<Integer> characters = new TreeSet<>(codes.keySet());
    FontSubset subset = new FontSubset(font, characters, false);
    byte[] program = subset.bytes();
    int programNumber = file.stream("/Length1 " + program.length, program);
    String name = "/WFLGHT+" + (face.family() + "-" + face.weight()).replace(" ", "");
    int descriptor = file.object(descriptor(font, name, programNumber));
    int glyphs = file.stream("", glyphs(subset));
    int unicode = file.stream("", unicode().getBytes(StandardCharsets.US_ASCII));
    int descendant =
        file.object(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont"
                + name
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + "/FontDescriptor "
                + descriptor
                + " 0 R/CIDToGIDMap "
                + glyphs
                + " 0 R/DW 0/W[1["
                + widths()
                + "]]>>");
    file.object(
        number,
        "<</Type/Font/Subtype/Type0/BaseFont"
            + name
            + "/Encoding/Identity-H/DescendantFonts["
            + descendant
            + " 0 R]/ToUnicode "
            + unicode
            + " 0 R>>");
  }

  private String descriptor(FontFile font, String name, int program) {
    ByteBuffer head = font.table("head");
    ByteBuffer hhea = font.table("hhea");
    double scale = 1000.0 / (head.getShort(18) & 0xffff);
    StringBuilder box = new StringBuilder();
    for (int at = 36; at < 44; at += 2) {
      box.append(Math.round(head.getShort(at) * scale)).append(' ');
    }
    boolean fixedPitch = face.isFixedPitch();
    return "<</Type/FontDescriptor/FontName"
        + name
        + "/Flags "
        + (fixedPitch ? 33 : 32) // not symbolic
        + "/FontBBox["
        + box.toString().strip()
        + "]/ItalicAngle 0/Ascent "
        + Math.round(hhea.getShort(4) * scale)
        + "/Descent "
        + Math.round(hhea.getShort(6) * scale)
        + "/CapHeight "
        + Math.round(font.capHeight() * 1000)
        + "/StemV "
        + face.weight() / 5
        + "/FontFile2 "
        + program
        + " 0 R>>";
  }

  private String widths() {
    StringBuilder widths = new StringBuilder();
    for (int character : codes.keySet()) {
      widths.append(SvgNumber.of(1000 * fonts.advance(face, character))).append(' ');
    }
    return widths.toString().strip();
  }

  /** Which glyph of the subset each code has; two bytes a code, from 0. */
  private byte[] glyphs(FontSubset subset) {
    ByteBuffer map = ByteBuffer.allocate(2 * (codes.size() + 1)).putShort((short) 0);
    for (int character : codes.keySet()) {
      map.putShort((short) subset.glyph(character));
    }
    return map.array();
  }

  /** Which character each code stands for (ISO 32000-1, 9.10.3). */
  private String unicode() {
    List<String> lines = new ArrayList<>();
    codes.forEach(
        (character, code) ->
            lines.add(
                String.format(
                    Locale.ROOT, "<%04X><%s>", code, PdfFile.hex(Character.toString(character)))));
    StringBuilder map = new StringBuilder();
    map.append("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n");
    map.append("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n");
    map.append("/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n");
    map.append("1 begincodespacerange<0000><FFFF>endcodespacerange\n");
    for (int at = 0; at < lines.size(); at += MOST_IN_A_BLOCK) {
      List<String> block = lines.subList(at, Math.min(lines.size(), at + MOST_IN_A_BLOCK));
      map.append(block.size()).append(" beginbfchar\n");
      map.append(String.join("\n", block)).append("\nendbfchar\n");
    }
    map.append("endcmap CMapName currentdict/CMap defineresource pop end end\n");
    return map.toString();
  }
}
