package wireflight.diagram;

import java.util.Locale;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.packet.HeaderField;
import wireflight.packet.HeaderLayout;

/**
 * Draws the bytes of a packet, sixteen a line, as numbers and as characters, coloured like the
 * headers that they are of.
 */
final class HeaderDump {
  private static final int LINE_BYTES = 16;
  private static final int MOST_LINES = 24;
  private static final double TITLE = 30;
  private static final double LINE = 20;
  private static final double TEXT = 13;
  private static final double BYTE = 27;
  private static final double CHARACTER = 9.5;
  private static final double OFFSET = 52;
  private static final double HALF = 10;

  private final Sheet sheet;
  private final HeaderFacts facts;
  private final double left;
  private final double width;

  HeaderDump(Sheet sheet, HeaderFacts facts, double left, double width) {
    this.sheet = sheet;
    this.facts = facts;
    this.left = left;
    this.width = width;
  }

  private static int lines(HeaderFacts facts) {
    return Math.min(MOST_LINES, (facts.frame().length() + LINE_BYTES - 1) / LINE_BYTES);
  }

  /** How high it is, in design units. */
  static double height(HeaderFacts facts) {
    return TITLE + LINE * lines(facts) + 4;
  }

  void draw(double top) {
    Palette palette = sheet.palette;
    int captured = facts.frame().length();
    int shown = Math.min(captured, LINE_BYTES * lines(facts));
    String title = sheet.texts.get("headerDump.title");
    String all = String.valueOf(captured);
    String original = String.valueOf(facts.frame().originalLength());
    String note =
        shown < captured
            ? sheet.texts.get("headerDump.first", String.valueOf(shown), all)
            : captured < facts.frame().originalLength()
                ? sheet.texts.get("headerDump.cut", all, original)
                : sheet.texts.get("headerDump.all", all);
    double middle = top + sheet.of(15);
    sheet.text(left, middle, title, Face.BOLD, 14, palette.text(), Anchor.START);
    sheet.text(
        left + sheet.of(52), middle, note, Face.REGULAR, 13, palette.mutedText(), Anchor.START);
    double first = top + sheet.of(TITLE);
    for (int line = 0; line * LINE_BYTES < shown; line++) {
      double y = first + sheet.of(LINE) * (line + 0.5);
      String offset = String.format(Locale.ROOT, "%04x", line * LINE_BYTES);
      sheet.text(left, y, offset, Face.MONO, TEXT, palette.mutedText(), Anchor.START);
      for (int at = line * LINE_BYTES; at < Math.min(shown, (line + 1) * LINE_BYTES); at++) {
        one(at, y);
      }
    }
    regions(first, shown);
  }

  private void one(int at, double y) {
    int unit = facts.frame().data().get(facts.frame().offset() + at) & 0xff;
    String hex = String.format(Locale.ROOT, "%02x", unit);
    Color color = color(at);
    sheet.text(x(at) + sheet.of(BYTE / 2), y, hex, Face.MONO, TEXT, color, Anchor.MIDDLE);
    String character = unit > ' ' && unit <= '~' ? String.valueOf((char) unit) : "·";
    double right = textX(at);
    if (right + sheet.of(CHARACTER) <= left + width) {
      sheet.text(right, y, character, Face.MONO, TEXT, color, Anchor.START);
    }
  }

  private double x(int at) {
    int column = at % LINE_BYTES;
    return left + sheet.of(OFFSET + BYTE * column + (column >= 8 ? HALF : 0));
  }

  private double textX(int at) {
    double start = OFFSET + BYTE * LINE_BYTES + HALF + 24;
    return left + sheet.of(start + CHARACTER * (at % LINE_BYTES));
  }

  private Color color(int at) {
    HeaderBlocks blocks = new HeaderBlocks(sheet, facts, left, width);
    for (int i = 0; i < facts.layouts().size(); i++) {
      HeaderLayout layout = facts.layouts().get(i);
      if (at >= layout.offset() && at < layout.offset() + layout.length()) {
        return blocks.color(sheet.palette, i);
      }
    }
    boolean data = at >= facts.payload() && at < facts.payload() + facts.payloadLength();
    return data ? sheet.palette.data() : sheet.palette.mutedText();
  }

  /** Where the bytes of every field are, in rectangles of one line each. */
  private void regions(double top, int shown) {
    for (int block = 0; block < facts.layouts().size(); block++) {
      HeaderLayout layout = facts.layouts().get(block);
      for (int i = 0; i < layout.fields().size(); i++) {
        HeaderField field = layout.fields().get(i);
        int from = layout.offset() + field.bitOffset() / 8;
        int to = layout.offset() + (field.bitOffset() + field.bitWidth() + 7) / 8;
        for (int at = from; at < Math.min(to, shown); at++) {
          int last = Math.min(Math.min(to, shown), (at / LINE_BYTES + 1) * LINE_BYTES) - 1;
          int line = at / LINE_BYTES;
          double y = top + sheet.of(LINE) * line;
          String name = "bytes-" + block + "-" + i;
          sheet.region(name, x(at), y, x(last) + sheet.of(BYTE) - x(at), sheet.of(LINE));
          at = last;
        }
      }
    }
  }
}
