package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Color;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.packet.HeaderField;
import wireflight.packet.HeaderLayout;

/** Draws headers as blocks of 32 bits a row, and what they carry. */
final class HeaderBlocks {
  private static final int ROW_BITS = 32;
  private static final double BITS = 22;
  private static final double TITLE = 32;
  private static final double ROW = 41;
  private static final double GAP = 10;
  private static final double NAME = 12;
  private static final double VALUE = 14;
  private static final double BIT = 12;
  private static final double BAR = 5;

  private final Sheet sheet;
  private final HeaderFacts facts;
  private final double left;
  private final double cell;
  private final double width;

  /** A part of a field that lies in one row. */
  private record Part(int row, int from, int to) {
    int bits() {
      return to - from;
    }
  }

  HeaderBlocks(Sheet sheet, HeaderFacts facts, double left, double width) {
    this.sheet = sheet;
    this.facts = facts;
    this.left = left;
    this.width = width;
    this.cell = (width - sheet.of(BAR)) / ROW_BITS;
  }

  /** How high the blocks and the bytes of a packet are, in design units. */
  static double height(HeaderFacts facts) {
    double height = BITS;
    for (HeaderLayout layout : facts.layouts()) {
      height += TITLE + ROW * rows(layout) + GAP;
    }
    height += facts.payloadLength() > 0 ? TITLE + GAP : 0;
    return height + HeaderDump.height(facts);
  }

  /** From the top to the middle of the innermost header, in design units. */
  static double above(HeaderFacts facts) {
    double above = BITS;
    for (int i = 0; i < facts.layouts().size() - 1; i++) {
      above += TITLE + ROW * rows(facts.layouts().get(i)) + GAP;
    }
    return above + (facts.layouts().isEmpty() ? 0 : ROW * rows(facts.layouts().getLast()) * 0.7);
  }

  private static int rows(HeaderLayout layout) {
    int bits = 0;
    for (HeaderField field : layout.fields()) {
      bits = Math.max(bits, field.bitOffset() + field.bitWidth());
    }
    return (bits + ROW_BITS - 1) / ROW_BITS;
  }

  void draw(double top) {
    double y = bits(top);
    for (int i = 0; i < facts.layouts().size(); i++) {
      y = block(facts.layouts().get(i), i, y);
    }
    if (facts.payloadLength() > 0) {
      heading(
          sheet.texts.get("header.data"), size(facts.payloadLength()), "", y, sheet.palette.data());
      y += sheet.of(TITLE + GAP);
    }
    new HeaderDump(sheet, facts, left, width).draw(y);
  }

  /** The numbers of the bits, as every RFC has them on top. */
  private double bits(double top) {
    Palette palette = sheet.palette;
    for (int bit = 0; bit < ROW_BITS; bit++) {
      sheet.text(
          x(bit) + cell / 2,
          top + sheet.of(9),
          String.valueOf(bit),
          Face.REGULAR,
          BIT,
          bit % 8 == 0 ? palette.text() : palette.mutedText(),
          Anchor.MIDDLE);
    }
    return top + sheet.of(BITS);
  }

  private double x(int bit) {
    return left + sheet.of(BAR) + cell * bit;
  }

  private double block(HeaderLayout layout, int index, double top) {
    Color color = color(sheet.palette, index);
    boolean chunk = index > 0 && layout.name().startsWith("SCTP ");
    String reference = layout.reference(facts.language());
    heading(
        sheet.texts.get(chunk ? "header.chunk" : "header.header", layout.name()),
        size(layout.length()),
        reference,
        top,
        color);
    double y = top + sheet.of(TITLE);
    int rows = rows(layout);
    sheet.box(left, y, sheet.of(BAR), sheet.of(ROW) * rows, 0, color, null);
    for (int i = 0; i < layout.fields().size(); i++) {
      HeaderField field = layout.fields().get(i);
      String name = "field-" + index + "-" + i;
      String said = field.name() + ": " + facts.value(layout, field) + ". " + field.explanation();
      String described = field.explanation().contains("RFC") ? said : said + " (" + reference + ")";
      sheet.group(name, -1, described, () -> field(layout, field, y));
    }
    return y + sheet.of(ROW) * rows + sheet.of(GAP);
  }

  private String size(int bytes) {
    return sheet.texts.get("header.bytes", String.valueOf(bytes));
  }

  /** The colour of a header by its place: the link's, then IP's, then the transport's. */
  Color color(Palette palette, int index) {
    String name = facts.layouts().get(index).name();
    return name.startsWith("IP")
        ? palette.call()
        : name.equals("Ethernet") ? palette.neutral() : palette.opening();
  }

  private void heading(String name, String size, String reference, double top, Color color) {
    double middle = top + sheet.of(17);
    sheet.text(left, middle, name, Face.BOLD, VALUE, color, Anchor.START);
    double used = sheet.width(name, Face.BOLD, VALUE) + sheet.of(12);
    Color muted = sheet.palette.mutedText();
    sheet.text(left + used, middle, size, Face.REGULAR, 13, muted, Anchor.START);
    sheet.text(left + width, middle, reference, Face.REGULAR, 13, muted, Anchor.END);
  }

  private static List<Part> parts(HeaderField field) {
    List<Part> parts = new ArrayList<>();
    int bit = field.bitOffset();
    int end = bit + field.bitWidth();
    while (bit < end) {
      int row = bit / ROW_BITS;
      int to = Math.min(end, (row + 1) * ROW_BITS);
      parts.add(new Part(row, bit - row * ROW_BITS, to - row * ROW_BITS));
      bit = to;
    }
    return parts;
  }

  private void field(HeaderLayout layout, HeaderField field, double top) {
    Palette palette = sheet.palette;
    List<Part> parts = parts(field);
    boolean lit =
        field.bitWidth() == 1
            && layout.bits(field, facts.frame().data(), facts.frame().offset()) == 1;
    Part first = parts.getFirst();
    Part widest = first;
    for (Part part : parts) {
      widest = part.bits() > widest.bits() ? part : widest;
    }
    boolean block = parts.stream().allMatch(part -> part.bits() == ROW_BITS);
    Stroke outline = new Stroke(palette.border(), sheet.of(1));
    if (block) {
      double high = sheet.of(ROW) * parts.size();
      double y = top + sheet.of(ROW) * first.row();
      sheet.box(x(0), y, cell * ROW_BITS, high, 0, palette.canvas(), outline);
      label(layout, field, x(0), y, cell * ROW_BITS, high, false);
      return;
    }
    for (Part part : parts) {
      double y = top + sheet.of(ROW) * part.row();
      Color fill = lit ? palette.accentSoft() : palette.canvas();
      sheet.box(x(part.from()), y, cell * part.bits(), sheet.of(ROW), 0, fill, outline);
    }
    double y = top + sheet.of(ROW) * widest.row();
    label(layout, field, x(widest.from()), y, cell * widest.bits(), sheet.of(ROW), lit);
    joints(parts, top);
  }

  /** Takes away the line between two rows of one field. */
  private void joints(List<Part> parts, double top) {
    for (int i = 1; i < parts.size(); i++) {
      Part above = parts.get(i - 1);
      Part below = parts.get(i);
      int from = Math.max(above.from(), below.from());
      int to = Math.min(above.to(), below.to());
      double y = top + sheet.of(ROW) * below.row();
      if (to > from) {
        double inset = sheet.of(1);
        sheet.line(x(from) + inset, y, x(to) - inset, y, sheet.palette.canvas(), 1.6);
      }
    }
  }

  private void label(
      HeaderLayout layout,
      HeaderField field,
      double x,
      double y,
      double room,
      double high,
      boolean lit) {
    Palette palette = sheet.palette;
    double inner = room - sheet.of(field.bitWidth() == 1 ? 0.3 : 4);
    double middle = x + room / 2;
    boolean named = sheet.width(field.name(), Face.REGULAR, NAME) <= inner;
    String value = facts.value(layout, field);
    String brief = facts.brief(layout, field);
    if (brief != null && sheet.width(value, Face.SEMIBOLD, VALUE) > inner) {
      value = brief;
    }
    Color ink = lit || field.bitWidth() > 1 ? palette.text() : palette.mutedText();
    double line = y + high / 2;
    if (named) {
      sheet.text(
          middle,
          line - sheet.of(9),
          field.name(),
          Face.REGULAR,
          NAME,
          lit ? palette.text() : palette.mutedText(),
          Anchor.MIDDLE);
      line += sheet.of(9);
    }
    sheet.text(
        middle,
        line,
        sheet.fit(value, Face.SEMIBOLD, VALUE, inner),
        Face.SEMIBOLD,
        VALUE,
        ink,
        Anchor.MIDDLE);
  }
}
