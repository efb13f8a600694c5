package wireflight.drawing;

import java.nio.ByteBuffer;

/**
 * Which glyph each character has: the {@code cmap} table in its format 12, which holds them all.
 */
final class CharacterMap {
  private static final int SEGMENTED_COVERAGE = 12;

  private final char[] basic = new char[0x10000];
  private final int[] firsts;
  private final int[] lasts;
  private final int[] glyphs;

  private CharacterMap(ByteBuffer subtable) {
    int count = subtable.getInt(12);
    firsts = new int[count];
    lasts = new int[count];
    glyphs = new int[count];
    for (int group = 0; group < count; group++) {
      int at = 16 + 12 * group;
      firsts[group] = subtable.getInt(at);
      lasts[group] = subtable.getInt(at + 4);
      glyphs[group] = subtable.getInt(at + 8);
      for (int unit = firsts[group]; unit <= Math.min(lasts[group], 0xffff); unit++) {
        basic[unit] = (char) (glyphs[group] + unit - firsts[group]);
      }
    }
  }

  /**
   * Finds and reads the Unicode subtable.
   *
   * @throws IllegalArgumentException if there is none in format 12
   */
  static CharacterMap read(ByteBuffer table) {
    int count = table.getShort(2) & 0xffff;
    for (int entry = 0; entry < count; entry++) {
      int at = table.getInt(8 + 8 * entry);
      if (table.getShort(at) == SEGMENTED_COVERAGE) {
        return new CharacterMap(table.slice(at, table.getInt(at + 4)));
      }
    }
    throw new IllegalArgumentException("the font file has no character map of format 12");
  }

  int glyph(int codePoint) {
    if (codePoint < basic.length) {
      return basic[codePoint];
    }
    for (int group = firsts.length - 1; group >= 0 && lasts[group] >= codePoint; group--) {
      if (firsts[group] <= codePoint) {
        return glyphs[group] + codePoint - firsts[group];
      }
    }
    return 0;
  }
}
