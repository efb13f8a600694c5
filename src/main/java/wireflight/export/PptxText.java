package wireflight.export;

import java.io.IOException;
import wireflight.drawing.Face;
import wireflight.drawing.Item;

/** What stands in text boxes on slides (ECMA-376, 21.1.2): one line, as wide as in the drawing. */
final class PptxText {
  private static final double EMU_A_PIXEL = 9525;

  private final XmlWriter xml;
  private final SlideFonts fonts;
  private final double scale;

  /**
   * Writes texts.
   *
   * @param emu English metric units a unit of the drawing
   */
  PptxText(XmlWriter xml, SlideFonts fonts, double emu) {
    this.xml = xml;
    this.fonts = fonts;
    this.scale = emu / EMU_A_PIXEL;
  }

  /** The line in the middle of its box, where the box gives its baseline the right height. */
  void write(Item.Text text) throws IOException {
    xml.start("p:txBody");
    xml.start("a:bodyPr", "wrap", "none", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0");
    xml.attribute("anchor", "ctr");
    xml.attribute("rtlCol", "0");
    xml.empty("a:noAutofit");
    xml.end();
    xml.empty("a:lstStyle");
    xml.start("a:p");
    String alignment =
        switch (text.anchor()) {
          case START -> "l";
          case MIDDLE -> "ctr";
          case END -> "r";
        };
    xml.start("a:pPr", "algn", alignment);
    xml.start("a:lnSpc");
    xml.empty("a:spcPct", "val", Integer.toString(PptxPaint.THOUSANDTHS_OF_PERCENT));
    xml.end();
    xml.start("a:spcBef");
    xml.empty("a:spcPts", "val", "0");
    xml.end();
    xml.end();
    run(text);
    xml.end();
    xml.end();
  }

  private void run(Item.Text text) throws IOException {
    Face face = text.face();
    double times = fonts.scale(face, text.size(), text.text(), text.advance());
    long size = SlideFonts.hundredths(scale * text.size() * times);
    xml.start("a:r");
    xml.start("a:rPr", "lang", "en-US", "sz", Long.toString(size));
    xml.attribute("b", SlideFonts.bold(face) ? "1" : "0");
    xml.attribute("kern", "0");
    xml.attribute("noProof", "1"); // flags and calls are no words
    xml.attribute("dirty", "0");
    PptxPaint.solid(text.color(), xml);
    xml.empty("a:latin", "typeface", SlideFonts.name(face));
    xml.empty("a:cs", "typeface", SlideFonts.name(face));
    xml.end();
    xml.element("a:t", text.text());
    xml.end();
  }
}
