package wireflight.drawing;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A TrueType font file, read without a toolkit: which glyph a character has, how wide it is, and
 * its outline.
 *
 * <p>Lengths are in ems. Ligatures are left out, as they are on the screen. Immutable, and safe for
 * use by several threads. The tables are those of the OpenType specification 1.9.
 */
public final class FontFile {
  /** The width in {@link #widths} of a character the font does not have. */
  private static final char MISSING = 0xffff;

  private static final int BASIC_PLANE = 0x10000;

  private final ByteBuffer bytes;
  private final Map<String, ByteBuffer> tables = new HashMap<>();
  private final int unitsPerEm;
  private final ByteBuffer metrics;
  private final int wideGlyphs;
  private final CharacterMap characters;
  private final Outlines outlines;
  private final PairKerning pairs;
  private final char[] widths = new char[BASIC_PLANE];

  /**
   * Reads a font.
   *
   * @throws IllegalArgumentException if it is no TrueType font with outlines
   */
  public FontFile(byte[] file) {
    bytes = ByteBuffer.wrap(file).asReadOnlyBuffer();
    try {
      readDirectory();
      unitsPerEm = table("head").getShort(18) & 0xffff;
      metrics = table("hmtx");
      wideGlyphs = table("hhea").getShort(34) & 0xffff;
      characters = CharacterMap.read(table("cmap"));
      outlines =
          new Outlines(table("loca"), table("glyf"), table("head").getShort(50) != 0, unitsPerEm);
      pairs = PairKerning.read(tables.get("GPOS"));
      for (int unit = 0; unit < BASIC_PLANE; unit++) {
        int glyph = characters.glyph(unit);
        widths[unit] = glyph == 0 ? MISSING : (char) units(glyph);
      }
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      throw new IllegalArgumentException("the font file is cut off or damaged", e);
    }
  }

  private void readDirectory() {
    int count = bytes.getShort(4) & 0xffff;
    for (int entry = 0; entry < count; entry++) {
      int at = 12 + 16 * entry;
      byte[] tag = new byte[4];
      bytes.get(at, tag);
      tables.put(
          new String(tag, StandardCharsets.US_ASCII),
          bytes.slice(bytes.getInt(at + 8), bytes.getInt(at + 12)));
    }
  }

  /**
   * The bytes of one table, read-only.
   *
   * @param tag its four letters, as in {@code glyf}
   * @throws IllegalArgumentException if the font has no such table
   */
  public ByteBuffer table(String tag) {
    ByteBuffer table = tables.get(tag);
    if (table == null) {
      throw new IllegalArgumentException("the font file has no table " + tag);
    }
    return table.duplicate();
  }

  /** The glyph of a character, 0 if the font has none. */
  public int glyph(int codePoint) {
    return characters.glyph(codePoint);
  }

  /** How many glyphs there are; the first is drawn for characters that are missing. */
  public int glyphCount() {
    return table("maxp").getShort(4) & 0xffff;
  }

  /** How far a glyph moves the pen. */
  public double advance(int glyph) {
    return (double) units(glyph) / unitsPerEm;
  }

  /** How much farther the second of two glyphs stands from the first than that is wide. */
  public double kerning(int left, int right) {
    return (double) pairs.units(left, right) / unitsPerEm;
  }

  /** The width of a UTF-16 unit of the basic plane; negative if the font does not have it. */
  double basicAdvance(char unit) {
    char width = widths[unit];
    return width == MISSING ? -1 : (double) width / unitsPerEm;
  }

  private int units(int glyph) {
    // Glyphs past the last wide entry share its width (hmtx).
    return metrics.getShort(4 * Math.min(glyph, wideGlyphs - 1)) & 0xffff;
  }

  /** The height of a capital letter. */
  public double capHeight() {
    return (double) table("OS/2").getShort(88) / unitsPerEm;
  }

  /** The outline of a glyph with its origin on the baseline, y downwards, to be filled non-zero. */
  public List<Item.Step> outline(int glyph) {
    return outlines.of(glyph);
  }
}
