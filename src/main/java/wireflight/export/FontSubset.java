package wireflight.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import wireflight.drawing.FontFile;

/**
 * A TrueType font with only the glyphs that some characters need, for embedding into a file.
 *
 * <p>Glyphs are numbered anew; hinting and substitution are left out. The tables are those of the
 * OpenType specification 1.9.
 */
final class FontSubset {
  private static final int CHECKSUM_ADJUSTMENT = 8;
  private static final int CHECKSUM_MAGIC = 0xb1b0afba;
  private static final int HEADER = 12;
  private static final int ENTRY = 16;

  private final FontFile font;
  private final SortedSet<Integer> characters;
  private final boolean kerned;

  /** The old numbers of the glyphs in their new order; .notdef comes first. */
  private final List<Integer> glyphs = new ArrayList<>(List.of(0));

  /**
   * Chooses the glyphs.
   *
   * @param characters code points; those the font lacks are passed over
   * @param kerned whether it says which of them stand closer
   */
  FontSubset(FontFile font, SortedSet<Integer> characters, boolean kerned) {
    this.font = font;
    this.kerned = kerned;
    this.characters = characters;
    for (int character : characters) {
      include(font.glyph(character));
    }
    for (int at = 0; at < glyphs.size(); at++) { // grows as parts of composites join
      GlyphData.parts(data(glyphs.get(at))).forEach(this::include);
    }
  }

  private void include(int glyph) {
    if (!glyphs.contains(glyph)) {
      glyphs.add(glyph);
    }
  }

  /** The number of a character's glyph in the subset; 0 if the font has none. */
  int glyph(int character) {
    return Math.max(0, glyphs.indexOf(font.glyph(character)));
  }

  private ByteBuffer data(int glyph) {
    return GlyphData.of(font, glyph);
  }

  /** The font file. */
  byte[] bytes() {
    ByteArrayOutputStream shapes = new ByteArrayOutputStream();
    ByteBuffer offsets = ByteBuffer.allocate(4 * (glyphs.size() + 1));
    ByteBuffer metrics = ByteBuffer.allocate(4 * glyphs.size());
    for (int glyph : glyphs) {
      offsets.putInt(shapes.size());
      shapes.writeBytes(padded(GlyphData.renumbered(data(glyph), glyphs::indexOf)));
      metrics.putInt(metric(glyph));
    }
    offsets.putInt(shapes.size());
    Map<String, byte[]> tables = new TreeMap<>(); // sorted by tag, as the directory must be
    tables.put("OS/2", copy("OS/2"));
    tables.put("cmap", characterMap());
    tables.put("glyf", shapes.toByteArray());
    tables.put("head", head());
    tables.put("hhea", withShort("hhea", 34, glyphs.size()));
    tables.put("hmtx", metrics.array());
    if (kerned) {
      tables.put("kern", kerning());
    }
    tables.put("loca", offsets.array());
    tables.put("maxp", withShort("maxp", 4, glyphs.size()));
    tables.put("name", copy("name")); // The licence wants the copyright kept.
    tables.put("post", ByteBuffer.allocate(32).putInt(0x00030000).array()); // no glyph names
    return file(tables);
  }

  /** Advance and left side bearing; glyphs past the last advance share it. */
  private int metric(int glyph) {
    ByteBuffer all = font.table("hmtx");
    int wide = font.table("hhea").getShort(34) & 0xffff;
    return glyph < wide
        ? all.getInt(4 * glyph)
        : all.getShort(4 * (wide - 1)) << 16
            | (all.getShort(4 * wide + 2 * (glyph - wide)) & 0xffff);
  }

  /** One subtable of format 12 for all of Unicode, and a group a character. */
  private byte[] characterMap() {
    List<Integer> present = characters.stream().filter(c -> font.glyph(c) != 0).toList();
    int length = 16 + 12 * present.size();
    ByteBuffer table = ByteBuffer.allocate(12 + length);
    table.putInt(1); // version 0, one subtable
    table.putShort((short) 3).putShort((short) 10).putInt(12);
    table.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(present.size());
    for (int character : present) {
      table.putInt(character).putInt(character).putInt(glyphs.indexOf(font.glyph(character)));
    }
    return table.array();
  }

  /** One subtable of format 0: the pairs in their order, and by how much each is closer. */
  private byte[] kerning() {
    SortedMap<Integer, Integer> pairs = new TreeMap<>();
    int unitsPerEm = font.table("head").getShort(18) & 0xffff;
    for (int left : characters) {
      for (int right : characters) {
        double ems = font.kerning(font.glyph(left), font.glyph(right));
        if (ems != 0 && glyph(left) > 0 && glyph(right) > 0) {
          pairs.put(glyph(left) << 16 | glyph(right), (int) Math.rint(ems * unitsPerEm));
        }
      }
    }
    int length = 14 + 6 * pairs.size();
    ByteBuffer table = ByteBuffer.allocate(4 + length);
    table.putInt(1); // version 0, one subtable
    table.putShort((short) 0).putShort((short) length).putShort((short) 1); // horizontal
    int range = Integer.highestOneBit(Math.max(1, pairs.size()));
    table.putShort((short) pairs.size()).putShort((short) (6 * range));
    table.putShort((short) Integer.numberOfTrailingZeros(range));
    table.putShort((short) (6 * (pairs.size() - range)));
    pairs.forEach((pair, units) -> table.putInt(pair).putShort(units.shortValue()));
    return table.array();
  }

  private byte[] head() {
    byte[] head = withShort("head", 50, 1); // long offsets
    ByteBuffer.wrap(head).putInt(CHECKSUM_ADJUSTMENT, 0);
    return head;
  }

  private byte[] withShort(String tag, int at, int value) {
    byte[] table = copy(tag);
    ByteBuffer.wrap(table).putShort(at, (short) value);
    return table;
  }

  private byte[] copy(String tag) {
    ByteBuffer table = font.table(tag);
    byte[] copy = new byte[table.limit()];
    table.get(0, copy);
    return copy;
  }

  private static byte[] file(Map<String, byte[]> tables) {
    int size = HEADER + ENTRY * tables.size();
    for (byte[] table : tables.values()) {
      size += (table.length + 3) & ~3;
    }
    ByteBuffer file = ByteBuffer.allocate(size);
    int count = tables.size();
    int range = Integer.highestOneBit(count) * ENTRY;
    file.putInt(0x00010000).putShort((short) count).putShort((short) range);
    file.putShort((short) Integer.numberOfTrailingZeros(Integer.highestOneBit(count)));
    file.putShort((short) (count * ENTRY - range));
    int at = HEADER + ENTRY * count;
    int head = 0;
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      byte[] padded = padded(table.getValue());
      file.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      file.putInt(checksum(padded)).putInt(at).putInt(table.getValue().length);
      file.put(at, padded);
      head = table.getKey().equals("head") ? at : head;
      at += padded.length;
    }
    file.putInt(head + CHECKSUM_ADJUSTMENT, CHECKSUM_MAGIC - checksum(file.array()));
    return file.array();
  }

  private static byte[] padded(byte[] bytes) {
    return Arrays.copyOf(bytes, (bytes.length + 3) & ~3);
  }

  private static int checksum(byte[] padded) {
    ByteBuffer words = ByteBuffer.wrap(padded);
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    return sum;
  }
}
