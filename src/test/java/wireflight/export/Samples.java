package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Point;
import wireflight.drawing.Item.Step;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;

/** Drawings that the tests export. */
final class Samples {
  static final Fonts FONTS = Fonts.bundled();
  private static final Typesetter TYPE = new Typesetter(FONTS);

  /** What a peer may send to trouble whoever prints it. */
  static final List<String> HOSTILE =
      List.of(
          "<script>alert(\"1\")</script>",
          "]]> & &amp; <!-- -->",
          "100 % %d %s \\n C:\\temp\\ ${HOME} \\",
          "it's \"quoted\"   with   gaps",
          "bell \u0007 null \0 line\r\n next\u2028",
          "\u202eevil\u202c \ud83d half \udc00",
          "Grüße, привет, γειά, naïve → ✓ × …",
          "שלום עולם (א) مرحبا",
          "你好，世界 😀 👩‍💻",
          "\uffff\ufffe \ufffd");

  private Samples() {}

  static Item.Text text(double x, double y, String text, Face face, Color color, Anchor anchor) {
    return TYPE.text(x, y, text, face, 14, color, anchor);
  }

  /** Part of a ladder, with every kind of item. */
  static Drawing ladder(Palette p) {
    List<Item> items = new ArrayList<>();
    items.add(head(160, "client", "10.0.0.1:40312", p));
    items.add(head(480, "server", "10.0.0.2:80 (http)", p));
    Stroke lifeline = new Stroke(p.lifeline(), 1.5, List.of(5.0, 4.0));
    items.add(new Item.Line(160, 64, 160, 380, lifeline));
    items.add(new Item.Line(480, 64, 480, 380, lifeline));
    items.add(new Item.Rectangle(155, 92, 10, 140, 3, p.callSoft(), new Stroke(p.call(), 1.25)));
    items.add(text(144, 160, "connect()", Face.MONO, p.callText(), Anchor.END));
    items.add(arrow("frame-1", 165, 100, 480, 150, p.opening(), "SYN Seq=0 Win=64240", p));
    items.add(arrow("frame-2", 480, 160, 165, 210, p.opening(), "SYN, ACK Seq=0 Ack=1", p));
    items.add(arrow("frame-3", 165, 220, 480, 270, p.acknowledgment(), "ACK Seq=1 Ack=1", p));
    items.add(state(560, 150, "SYN-RECEIVED", p.opening(), p.openingSoft()));
    items.add(state(70, 100, "ESTABLISHED", p.established(), p.establishedSoft()));
    items.add(state(560, 270, "LAST-ACK", p.closing(), p.closingSoft()));
    items.add(
        new Item.Group(
            "datagram-1",
            "A datagram that was received",
            List.of(
                new Item.Ellipse(560, 330, 11, 11, p.establishedSoft(), new Stroke(p.data(), 1.25)),
                new Item.Path(
                    List.of(new Step.Move(555, 330), new Step.To(559, 334), new Step.To(566, 326)),
                    null,
                    new Stroke(p.data(), 1.75)))));
    items.add(
        new Item.Path(
            List.of(
                new Step.Move(300, 330),
                new Step.Curve(340, 290, 380, 370, 420, 330),
                new Step.To(420, 350),
                new Step.Close()),
            p.datagram().withAlpha(0.4),
            new Stroke(p.datagram().withAlpha(0.8), 1)));
    return new Drawing(640, 400, p.canvas(), "A handshake", "client connects\nto server", items);
  }

  private static Item head(double x, String name, String address, Palette p) {
    return new Item.Group(
        "socket-" + name,
        name,
        List.of(
            new Item.Rectangle(x - 85, 16, 170, 44, 6, p.surface(), new Stroke(p.border(), 1)),
            text(x, 35, name, Face.BOLD, p.text(), Anchor.MIDDLE),
            TYPE.text(x, 52, address, Face.MONO, 12, p.mutedText(), Anchor.MIDDLE)));
  }

  private static Item arrow(
      String id, double x1, double y1, double x2, double y2, Color color, String label, Palette p) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    double ux = (x2 - x1) / length;
    double uy = (y2 - y1) / length;
    Item.Text text =
        TYPE.centred((x1 + x2) / 2, (y1 + y2) / 2, label, Face.SEMIBOLD, 14, color, Anchor.MIDDLE);
    return new Item.Group(
        id,
        label,
        List.of(
            new Item.Line(x1, y1, x2, y2, new Stroke(color, 1.75)),
            new Item.Polygon(
                List.of(
                    new Point(x2, y2),
                    new Point(x2 - 10 * ux + 4 * uy, y2 - 10 * uy - 4 * ux),
                    new Point(x2 - 10 * ux - 4 * uy, y2 - 10 * uy + 4 * ux)),
                color,
                null),
            new Item.Rectangle(
                text.left() - 4, (y1 + y2) / 2 - 9, text.advance() + 8, 18, 0, p.canvas(), null),
            text));
  }

  private static Item state(double x, double y, String name, Color color, Color soft) {
    Item.Text text = TYPE.centred(x, y, name, Face.SEMIBOLD, 12, color, Anchor.MIDDLE);
    return new Item.Group(
        "state",
        "",
        List.of(
            new Item.Rectangle(
                text.left() - 9,
                y - 11,
                text.advance() + 18,
                22,
                11,
                soft,
                new Stroke(color, 1.25)),
            text));
  }

  /** Every hostile text in every face. */
  static Drawing hostile() {
    List<Item> items = new ArrayList<>();
    double y = 24;
    for (String text : HOSTILE) {
      double x = 16;
      for (Face face : List.of(Face.REGULAR, Face.MONO)) {
        items.add(text(x, y, text, face, Palette.LIGHT.text(), Anchor.START));
        x += 330;
      }
      y += 26;
    }
    return new Drawing(720, y, Palette.LIGHT.canvas(), "<&>\0", "\ud800", items);
  }
}
