package wireflight.drawing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much closer pairs of glyphs stand than each for itself: the feature {@code kern} of the table
 * {@code GPOS} (OpenType specification 1.9), in the units of the font. Immutable.
 */
final class PairKerning {
  private static final int KERN = 0x6b65726e;
  private static final int PAIRS = 2;
  private static final int EXTENSION = 9;

  /** The bit of a value record that holds a change of the advance, and those before it. */
  private static final int ADVANCE = 4;

  /** Subtables; the first that has a pair decides. */
  private final List<ByteBuffer> subtables;

  private PairKerning(List<ByteBuffer> subtables) {
    this.subtables = subtables;
  }

  /** The kerning of a font; of one without the table, none. */
  static PairKerning read(@Nullable ByteBuffer table) {
    List<ByteBuffer> found = new ArrayList<>();
    if (table != null) {
      ByteBuffer features = at(table, 6);
      ByteBuffer lookups = at(table, 8);
      List<Integer> taken = new ArrayList<>();
      for (int feature = 0; feature < number(features, 0); feature++) {
        int record = 2 + 6 * feature;
        if (features.getInt(record) == KERN) {
          ByteBuffer list = at(features, record + 4);
          for (int entry = 0; entry < number(list, 2); entry++) {
            int lookup = number(list, 4 + 2 * entry);
            if (!taken.contains(lookup)) { // scripts share lookups
              taken.add(lookup);
              add(at(lookups, 2 + 2 * lookup), found);
            }
          }
        }
      }
    }
    return new PairKerning(found);
  }

  private static void add(ByteBuffer lookup, List<ByteBuffer> to) {
    for (int entry = 0; entry < number(lookup, 4); entry++) {
      ByteBuffer subtable = at(lookup, 6 + 2 * entry);
      int type = number(lookup, 0);
      if (type == EXTENSION) {
        type = number(subtable, 2);
        subtable = from(subtable, subtable.getInt(4));
      }
      if (type == PAIRS) {
        to.add(subtable);
      }
    }
  }

  /** By how much the advance of the left of two glyphs changes. */
  int units(int left, int right) {
    for (ByteBuffer subtable : subtables) {
      int covered = covered(at(subtable, 2), left);
      if (covered >= 0) {
        int record =
            number(subtable, 0) == 1
                ? single(subtable, covered, right)
                : classes(subtable, left, right);
        if (record >= 0) {
          ByteBuffer values = record(subtable, covered);
          int format = number(subtable, 4);
          int before = 2 * Integer.bitCount(format & (ADVANCE - 1));
          return (format & ADVANCE) == 0 ? 0 : values.getShort(record + before);
        }
      }
    }
    return 0;
  }

  /** What places of records are counted from. */
  private static ByteBuffer record(ByteBuffer subtable, int covered) {
    return number(subtable, 0) == 1 ? at(subtable, 10 + 2 * covered) : subtable;
  }

  /** Where the values of a pair stand in the left glyph's set of pairs, or -1. */
  private static int single(ByteBuffer subtable, int covered, int right) {
    ByteBuffer set = at(subtable, 10 + 2 * covered);
    int length = 2 + size(subtable);
    int low = 0;
    int high = number(set, 0) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int second = number(set, 2 + length * middle);
      if (second == right) {
        return 4 + length * middle;
      }
      if (second < right) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Where the values of a pair stand in the table of classes. */
  private static int classes(ByteBuffer subtable, int left, int right) {
    int first = classOf(at(subtable, 8), left);
    int second = classOf(at(subtable, 10), right);
    return 16 + size(subtable) * (first * number(subtable, 14) + second);
  }

  private static int size(ByteBuffer subtable) {
    return 2 * (Integer.bitCount(number(subtable, 4)) + Integer.bitCount(number(subtable, 6)));
  }

  /** The number of a glyph in a coverage table, or -1. */
  private static int covered(ByteBuffer coverage, int glyph) {
    boolean ranges = number(coverage, 0) == 2;
    for (int at = 0; at < number(coverage, 2); at++) {
      if (!ranges && number(coverage, 4 + 2 * at) == glyph) {
        return at;
      }
      if (ranges
          && glyph >= number(coverage, 4 + 6 * at)
          && glyph <= number(coverage, 6 + 6 * at)) {
        return number(coverage, 8 + 6 * at) + glyph - number(coverage, 4 + 6 * at);
      }
    }
    return -1;
  }

  private static int classOf(ByteBuffer classes, int glyph) {
    if (number(classes, 0) == 1) {
      int place = glyph - number(classes, 2);
      return place >= 0 && place < number(classes, 4) ? number(classes, 6 + 2 * place) : 0;
    }
    for (int at = 0; at < number(classes, 2); at++) {
      if (glyph >= number(classes, 4 + 6 * at) && glyph <= number(classes, 6 + 6 * at)) {
        return number(classes, 8 + 6 * at);
      }
    }
    return 0;
  }

  private static int number(ByteBuffer table, int at) {
    return table.getShort(at) & 0xffff;
  }

  /** The table whose offset stands there. */
  private static ByteBuffer at(ByteBuffer table, int offset) {
    return from(table, number(table, offset));
  }

  private static ByteBuffer from(ByteBuffer table, int offset) {
    return table.slice(offset, table.limit() - offset);
  }
}
