package wireflight.export;

import java.io.IOException;
import wireflight.drawing.Face;
import wireflight.drawing.Item;

/** What stands in text boxes on slides (ECMA-376, 21.1.2): one line, as wide as in the drawing. */
final class PptxText {
  private final XmlWriter xml;
  private final SlideLetters letters;

  /** Writes texts that were set in these letters. */
  PptxText(XmlWriter xml, SlideLetters letters) {
    this.xml = xml;
    this.letters = letters;
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
    // A deck's own style may indent a title, or every text.
    xml.start("a:pPr", "marL", "0", "indent", "0", "algn", alignment);
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
    long size = letters.hundredths(text);
    String font = SlideLetters.name(text.face());
    xml.start("a:r");
    xml.start("a:rPr", "lang", "en-US", "sz", Long.toString(size));
    xml.attribute("b", text.face().weight() > Face.REGULAR.weight() ? "1" : "0");
    xml.attribute("kern", "0");
    xml.attribute("noProof", "1"); // flags and calls are no words
    xml.attribute("dirty", "0");
    PptxPaint.solid(text.color(), xml);
    xml.empty("a:latin", "typeface", font);
    xml.empty("a:cs", "typeface", font);
    xml.end();
    xml.element("a:t", text.text());
    xml.end();
  }
}
