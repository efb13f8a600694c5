package wireflight.export;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import wireflight.drawing.FontFile;

/** The bytes of one glyph in the {@code glyf} table, and the glyphs that a composite is made of. */
final class GlyphData {
  private static final int HEADER = 10;
  private static final int WORDS = 1;
  private static final int SCALE = 8;
  private static final int MORE = 32;
  private static final int TWO_SCALES = 64;
  private static final int MATRIX = 128;

  private GlyphData() {}

  /** The bytes of a glyph; none if it has no shape, as a space has not. */
  static ByteBuffer of(FontFile font, int glyph) {
    ByteBuffer offsets = font.table("loca");
    boolean words = font.table("head").getShort(50) != 0;
    int start = words ? offsets.getInt(4 * glyph) : 2 * (offsets.getShort(2 * glyph) & 0xffff);
    int end =
        words ? offsets.getInt(4 * glyph + 4) : 2 * (offsets.getShort(2 * glyph + 2) & 0xffff);
    return font.table("glyf").slice(start, end - start);
  }

  /** The glyphs that this one is composed of. */
  static List<Integer> parts(ByteBuffer glyph) {
    return partPositions(glyph).stream().map(at -> glyph.getShort(at) & 0xffff).toList();
  }

  /** A copy in which the parts have other numbers. */
  static byte[] renumbered(ByteBuffer glyph, IntUnaryOperator number) {
    byte[] copy = new byte[glyph.limit()];
    glyph.get(0, copy);
    ByteBuffer writer = ByteBuffer.wrap(copy);
    for (int at : partPositions(glyph)) {
      writer.putShort(at, (short) number.applyAsInt(glyph.getShort(at) & 0xffff));
    }
    return copy;
  }

  /** Where the numbers of parts stand. */
  private static List<Integer> partPositions(ByteBuffer glyph) {
    List<Integer> positions = new ArrayList<>();
    if (glyph.limit() == 0 || glyph.getShort(0) >= 0) {
      return positions; // no shape, or a simple one
    }
    int at = HEADER;
    int flags;
    do {
      flags = glyph.getShort(at);
      positions.add(at + 2);
      at += 4 + ((flags & WORDS) != 0 ? 4 : 2);
      if ((flags & SCALE) != 0) {
        at += 2;
      } else if ((flags & TWO_SCALES) != 0) {
        at += 4;
      } else if ((flags & MATRIX) != 0) {
        at += 8;
      }
    } while ((flags & MORE) != 0);
    return positions;
  }
}
