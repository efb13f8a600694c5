package wireflight.export;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.drawing.Visible;

/** Writes a deck part by part: slides with their notes as they come, at the end what lists them. */
final class DeckWriter implements Closeable {
  private static final String CORE = "docProps/core.xml";

  /** The same bytes every time: no part carries the time at which it was written. */
  private static final long TIME = 315_619_200_000L; // 1980-01-02, the earliest that ZIP knows

  /** English metric units. */
  private static final double EMU_A_PIXEL = 9525;

  private final Deck deck;
  private final SlideLetters letters;
  private final boolean plain;
  private final ZipOutputStream zip;
  private final Set<String> written = new HashSet<>();

  /**
   * Begins a file.
   *
   * @param plain whether the pictures of the deck's master stay away from the slides, where they
   *     would stand behind arrows and labels
   */
  DeckWriter(Deck deck, SlideLetters letters, boolean plain, OutputStream out) {
    this.deck = deck;
    this.letters = letters;
    this.plain = plain;
    this.zip =
        new ZipOutputStream(
            new FilterOutputStream(out) {
              @Override
              public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
              }

              @Override
              public void close() throws IOException {
                flush(); // the caller closes
              }
            });
  }

  private interface Body {
    void write(XmlWriter xml) throws IOException;
  }

  private static byte[] xml(String root, Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XmlWriter xml = new XmlWriter(bytes)) {
      xml.start(root);
      body.write(xml);
      xml.end();
    }
    return bytes.toByteArray();
  }

  private static void namespaces(XmlWriter xml) throws IOException {
    xml.attribute("xmlns:a", DeckXml.DRAWING);
    xml.attribute("xmlns:r", DeckXml.RELATIONSHIPS);
    xml.attribute("xmlns:p", DeckXml.PRESENTATION);
  }

  /** Relations, kinds and targets in turn, numbered from 1. */
  static byte[] relations(String... kindsAndTargets) throws IOException {
    return xml(
        "Relationships",
        xml -> {
          xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
          for (int at = 0; at < kindsAndTargets.length; at += 2) {
            xml.empty("Relationship", "Id", "rId" + (at / 2 + 1));
            xml.attribute("Type", DeckXml.RELATIONSHIPS + "/" + kindsAndTargets[at]);
            xml.attribute("Target", kindsAndTargets[at + 1]);
          }
        });
  }

  /** Adds a slide, and its notes if it has any. */
  void add(Slide slide) throws IOException {
    String part = deck.nextSlide();
    Drawing picture = slide.picture();
    double emu = deck.emuHeight() / picture.height();
    put(part, xml("p:sld", xml -> slide(slide, emu, xml)));
    if (slide.notes().isBlank()) {
      put(DeckRelations.name(part), relations("slideLayout", "/" + deck.layout()));
    } else {
      String notes = deck.notes();
      put(
          DeckRelations.name(part),
          relations("slideLayout", "/" + deck.layout(), "notesSlide", "/" + notes));
      put(notes, xml("p:notes", xml -> PptxNotes.write(slide.notes(), xml)));
      put(
          DeckRelations.name(notes),
          relations("notesMaster", "/" + deck.notesMaster(), "slide", "/" + part));
      deck.addType(notes, "presentationml.notesSlide+xml");
    }
    deck.addSlide(part);
  }

  private void slide(Slide slide, double emu, XmlWriter xml) throws IOException {
    namespaces(xml);
    if (plain) {
      xml.attribute("showMasterSp", "0");
    }
    Drawing picture = slide.picture();
    xml.start("p:cSld", "name", Visible.of(slide.name()));
    if (picture.background().alpha() > 0) {
      xml.start("p:bg");
      xml.start("p:bgPr");
      PptxPaint.solid(picture.background(), xml);
      xml.empty("a:effectLst");
      xml.end();
      xml.end();
    }
    SlideLetters set = letters.at(emu / EMU_A_PIXEL);
    PptxShapes shapes = new PptxShapes(xml, set, emu);
    xml.start("p:spTree");
    PptxNotes.treeProperties(xml);
    shapes.write(set.of(LabelGroups.joined(Uncovered.of(picture).items())));
    Item.Text heading = slide.heading();
    if (heading != null) {
      shapes.writeTitle(set.of(heading), 0.75 * picture.width());
    }
    xml.end();
    xml.end();
    xml.start("p:clrMapOvr");
    xml.empty("a:masterClrMapping");
    xml.end();
    new PptxTiming(xml).write(slide.builds(), shapes.groups());
  }

  /**
   * Writes the parts that list the slides, and the template's other parts as they are.
   *
   * @param title of the document; null where the template has its own
   */
  void finish(@Nullable String title) throws IOException {
    if (title != null) {
      core(title);
    }
    for (Map.Entry<String, byte[]> part : deck.changed().entrySet()) {
      put(part.getKey(), part.getValue());
    }
    for (String name : deck.parts().names()) {
      if (!written.contains(name)) {
        begin(name);
        try (InputStream in = deck.parts().open(name)) {
          in.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
    zip.finish();
  }

  private void core(String title) throws IOException {
    put(
        CORE,
        xml(
            "cp:coreProperties",
            xml -> {
              xml.attribute(
                  "xmlns:cp",
                  "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
              xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
              xml.element("dc:title", Visible.of(title));
              xml.element("dc:creator", "Wireflight");
            }));
    put(
        "_rels/.rels",
        xml(
            "Relationships",
            xml -> {
              xml.attribute(
                  "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
              xml.empty("Relationship", "Id", "rId1");
              xml.attribute("Type", DeckXml.RELATIONSHIPS + "/officeDocument");
              xml.attribute("Target", "ppt/presentation.xml");
              xml.empty("Relationship", "Id", "rId2");
              xml.attribute(
                  "Type",
                  "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties");
              xml.attribute("Target", CORE);
            }));
    deck.addCoreType(CORE);
  }

  private void put(String name, byte[] bytes) throws IOException {
    begin(name);
    zip.write(bytes);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(TIME);
    zip.putNextEntry(entry);
    written.add(name);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
