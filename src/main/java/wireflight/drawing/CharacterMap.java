package wireflight.drawing;

import java.nio.ByteBuffer;

/**
 * Which glyph each character has: the {@code cmap} table in its format 12, which holds them all, or
 * in its format 4 of the basic plane.
 */
final class CharacterMap {
  private static final int SEGMENTS = 4;
  private static final int SEGMENTED_COVERAGE = 12;

  private final char[] basic = new char[0x10000];
  private final int[] firsts;
  private final int[] lasts;
  private final int[] glyphs;

  private CharacterMap(int groups) {
    firsts = new int[groups];
    lasts = new int[groups];
    glyphs = new int[groups];
  }

  private static CharacterMap groups(ByteBuffer subtable) {
    int count = subtable.getInt(12);
    CharacterMap map = new CharacterMap(count);
    for (int group = 0; group < count; group++) {
      int at = 16 + 12 * group;
      int first = subtable.getInt(at);
      int last = subtable.getInt(at + 4);
      int glyph = subtable.getInt(at + 8);
      map.firsts[group] = first;
      map.lasts[group] = last;
      map.glyphs[group] = glyph;
      for (int unit = first; unit <= Math.min(last, 0xffff); unit++) {
        map.basic[unit] = (char) (glyph + unit - first);
      }
    }
    return map;
  }

  private static CharacterMap segments(ByteBuffer subtable) {
    CharacterMap map = new CharacterMap(0);
    int twice = subtable.getShort(6) & 0xffff;
    for (int segment = 0; segment < twice; segment += 2) {
      int last = subtable.getShort(14 + segment) & 0xffff;
      int first = subtable.getShort(16 + twice + segment) & 0xffff;
      int delta = subtable.getShort(16 + 2 * twice + segment);
      int place = 16 + 3 * twice + segment;
      int offset = subtable.getShort(place) & 0xffff;
      for (int unit = first; unit <= last && unit < 0xffff; unit++) {
        int glyph =
            offset == 0 ? unit : subtable.getShort(place + offset + 2 * (unit - first)) & 0xffff;
        map.basic[unit] = (char) (offset != 0 && glyph == 0 ? 0 : glyph + delta);
      }
    }
    return map;
  }

  /**
   * Finds and reads the Unicode subtable.
   *
   * @throws IllegalArgumentException if there is none in either format
   */
  static CharacterMap read(ByteBuffer table) {
    ByteBuffer segments = null;
    int count = table.getShort(2) & 0xffff;
    for (int entry = 0; entry < count; entry++) {
      int at = table.getInt(8 + 8 * entry);
      int format = table.getShort(at);
      if (format == SEGMENTED_COVERAGE) {
        return groups(table.slice(at, table.getInt(at + 4)));
      }
      if (format == SEGMENTS) {
        segments = table.slice(at, table.getShort(at + 2) & 0xffff);
      }
    }
    if (segments == null) {
      throw new IllegalArgumentException("the font file has no character map of format 12 or 4");
    }
    return segments(segments);
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
