package wireflight.export;

import java.io.IOException;
import wireflight.drawing.Visible;

/** What the speaker may say with a slide, as a page of notes with the slide above. */
final class PptxNotes {
  private PptxNotes() {}

  /** Writes the content of {@code p:notes}. */
  static void write(String notes, XmlWriter xml) throws IOException {
    xml.attribute("xmlns:a", DeckXml.DRAWING);
    xml.attribute("xmlns:r", DeckXml.RELATIONSHIPS);
    xml.attribute("xmlns:p", DeckXml.PRESENTATION);
    xml.start("p:cSld");
    xml.start("p:spTree");
    treeProperties(xml);
    placeholder(2, "Slide Image", "sldImg", xml);
    xml.end();
    placeholder(3, "Notes", "body", xml);
    xml.start("p:txBody");
    xml.empty("a:bodyPr");
    xml.empty("a:lstStyle");
    for (String line : notes.lines().toList()) {
      xml.start("a:p");
      if (!line.isEmpty()) {
        xml.start("a:r");
        xml.empty("a:rPr", "lang", "en-US");
        xml.element("a:t", Visible.of(line));
        xml.end();
      }
      xml.end();
    }
    for (int open = 0; open < 4; open++) {
      xml.end();
    }
    xml.start("p:clrMapOvr");
    xml.empty("a:masterClrMapping");
    xml.end();
  }

  /** What every tree of shapes begins with. */
  static void treeProperties(XmlWriter xml) throws IOException {
    xml.start("p:nvGrpSpPr");
    xml.empty("p:cNvPr", "id", "1", "name", "");
    xml.empty("p:cNvGrpSpPr");
    xml.empty("p:nvPr");
    xml.end();
    xml.start("p:grpSpPr");
    xml.start("a:xfrm");
    xml.empty("a:off", "x", "0", "y", "0");
    xml.empty("a:ext", "cx", "0", "cy", "0");
    xml.empty("a:chOff", "x", "0", "y", "0");
    xml.empty("a:chExt", "cx", "0", "cy", "0");
    xml.end();
    xml.end();
  }

  /** Opens a shape that stands where the notes master has it; the caller ends it. */
  private static void placeholder(int id, String name, String type, XmlWriter xml)
      throws IOException {
    xml.start("p:sp");
    xml.start("p:nvSpPr");
    xml.empty("p:cNvPr", "id", Integer.toString(id), "name", name);
    xml.empty("p:cNvSpPr");
    xml.start("p:nvPr");
    xml.empty("p:ph", "type", type);
    if (type.equals("body")) {
      xml.attribute("idx", "1");
    }
    xml.end();
    xml.end();
    xml.empty("p:spPr");
  }
}
