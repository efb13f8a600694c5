package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Dimension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.schemas.ooxml.system.ooxml.TypeSystemHolder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slides are added to decks that people have, whoever made these. */
class PptxTemplateTest {
  private static final SchemaTypeLoader SCHEMAS =
      XmlBeans.typeLoaderUnion(
          new SchemaTypeLoader[] {TypeSystemHolder.typeSystem, XmlBeans.getBuiltinTypeSystem()});

  /** What lists the slides, and is therefore the only part of a template that changes. */
  private static final Set<String> WRITTEN_ANEW = Set.of("main+xml");

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  @Test
  void slidesAreAddedToADeckThatSomebodyHas() throws Exception {
    Path theirs = folder.resolve("theirs.pptx");
    try (XMLSlideShow deck = new XMLSlideShow()) {
      deck.setPageSize(new Dimension(720, 540));
      deck.createSlide().createTextBox().setText("Mine");
      try (var out = Files.newOutputStream(theirs)) {
        deck.write(out);
      }
    }
    byte[] before = Files.readAllBytes(theirs);
    assertThat(PptxExporter.aspect(theirs)).isEqualTo(new Aspect(960, 720));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PptxExporterTest.EXPORTER.addTo(
        theirs, List.of(PptxExporterTest.withAll(), PptxExporterTest.withAll()), out);
    try (XMLSlideShow deck = PptxReader.deck(out.toByteArray())) {
      assertThat(deck.getSlides()).hasSize(3);
      assertThat(((XSLFTextShape) deck.getSlides().get(0).getShapes().getFirst()).getText())
          .isEqualTo("Mine");
      assertThat(deck.getSlides().get(2).getTitle()).isEqualTo("Heads & tails");
      assertThat(deck.getSlides().get(1).getNotes()).isNotNull();
      assertThat(deck.getSlides().get(1).getSlideMaster())
          .isEqualTo(deck.getSlideMasters().getFirst());
      assertEveryPartValid(deck, theirs);
    }
    // And once more to what came of it, whose notes have a master now.
    Path more = folder.resolve("more.pptx");
    Files.write(more, out.toByteArray());
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    PptxExporterTest.EXPORTER.addTo(more, List.of(PptxExporterTest.withAll()), again);
    try (XMLSlideShow deck = PptxReader.deck(again.toByteArray())) {
      assertThat(deck.getSlides()).hasSize(4);
      assertEveryPartValid(deck, more);
      assertThat(deck.getCTPresentation().getNotesMasterIdLst().toString()).hasSizeLessThan(600);
    }
    assertThat(Files.readAllBytes(theirs)).isEqualTo(before);
  }

  /** Whoever made the deck: what its master shows would stand behind arrows and labels. */
  @Test
  void nothingOfTheDecksMasterStandsBehindTheSlides() throws Exception {
    Path theirs = folder.resolve("theirs.pptx");
    try (XMLSlideShow deck = new XMLSlideShow();
        var out = Files.newOutputStream(theirs)) {
      deck.getSlideMasters().getFirst().createTextBox().setText("Our school");
      deck.createSlide();
      deck.write(out);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PptxExporterTest.EXPORTER.addTo(theirs, List.of(PptxExporterTest.withAll()), out);
    try (XMLSlideShow deck = PptxReader.deck(out.toByteArray())) {
      assertThat(deck.getSlides().get(0).getFollowMasterGraphics()).isTrue();
      assertThat(deck.getSlides().get(1).getFollowMasterGraphics()).isFalse();
      assertEveryPartValid(deck, theirs);
    }
  }

  @Test
  void slidesJoinTheLastSectionOfADeckThatHasSections() throws Exception {
    Path theirs = folder.resolve("theirs.pptx");
    String sections =
        "<p:ext xmlns:p=\"%s\" uri=\"{521415D9-36F7-43E2-AB2F-B90AF26B5E84}\"><p14:sectionLst xmlns:p14=\"%s\">"
                .formatted(
                    DeckXml.PRESENTATION,
                    "http://schemas.microsoft.com/office/powerpoint/2010/main")
            + "<p14:section name=\"Start\" id=\"{6F1A7C5E-8B7B-4F0E-9D43-0B0C6C6E7A01}\"><p14:sldIdLst>"
            + "<p14:sldId id=\"256\"/></p14:sldIdLst></p14:section>"
            + "<p14:section name=\"End\" id=\"{6F1A7C5E-8B7B-4F0E-9D43-0B0C6C6E7A02}\">"
            + "<p14:sldIdLst/></p14:section></p14:sectionLst></p:ext>";
    try (XMLSlideShow deck = new XMLSlideShow();
        var out = Files.newOutputStream(theirs)) {
      deck.createSlide();
      deck.getCTPresentation()
          .addNewExtLst()
          .addNewExt()
          .set(XmlObject.Factory.parse(sections).selectPath("./*")[0]);
      deck.write(out);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PptxExporterTest.EXPORTER.addTo(
        theirs, List.of(PptxExporterTest.withAll(), PptxExporterTest.withAll()), out);
    try (XMLSlideShow deck = PptxReader.deck(out.toByteArray())) {
      String list = deck.getCTPresentation().getExtLst().xmlText();
      assertThat(list.substring(list.indexOf("End")))
          .contains("<p14:sldId id=\"257\"/><p14:sldId id=\"258\"/>");
      assertEveryPartValid(deck, theirs);
    }
  }

  /** What the standard asks for and no more: other prefixes, names of relations, no slides. */
  @Test
  void slidesAreAddedToTheLeastPackageThatIsADeck() throws Exception {
    Path least = folder.resolve("least.potx");
    String main = "xmlns=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String tree =
        "<cSld><spTree><nvGrpSpPr><cNvPr id=\"1\" name=\"\"/><cNvGrpSpPr/><nvPr/></nvGrpSpPr>"
            + "<grpSpPr/></spTree></cSld>";
    StringBuilder colours = new StringBuilder();
    for (String each : List.of("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")) {
      colours.append(" %s=\"%s\"".formatted(each, each));
    }
    try (var zip = new ZipOutputStream(Files.newOutputStream(least))) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\" ContentType=\"application/"
              + "vnd.openxmlformats-package.relationships+xml\"/>"
              + type("presentation.xml", "presentationml.template.main")
              + type("m.xml", "presentationml.slideMaster")
              + type("l.xml", "presentationml.slideLayout")
              + type("t.xml", "theme")
              + "</Types>");
      related(zip, "_rels/.rels", "officeDocument", "ppt/presentation.xml");
      part(
          zip,
          "ppt/presentation.xml",
          "<presentation %s xmlns:q=\"%s\"><sldMasterIdLst>".formatted(main, relations)
              + "<sldMasterId id=\"2147483648\" q:id=\"x1\"/></sldMasterIdLst>"
              + "<sldSz cx=\"9144000\" cy=\"6858000\"/>"
              + "<notesSz cx=\"6858000\" cy=\"9144000\"/></presentation>");
      related(zip, "ppt/_rels/presentation.xml.rels", "slideMaster", "m.xml");
      part(
          zip,
          "ppt/m.xml",
          "<sldMaster %s xmlns:q=\"%s\">".formatted(main, relations)
              + tree
              + "<clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\""
              + colours
              + " hlink=\"hlink\" folHlink=\"folHlink\"/><sldLayoutIdLst>"
              + "<sldLayoutId id=\"2147483649\" q:id=\"x1\"/></sldLayoutIdLst></sldMaster>");
      related(zip, "ppt/_rels/m.xml.rels", "slideLayout", "l.xml", "theme", "/ppt/t.xml");
      part(
          zip,
          "ppt/l.xml",
          "<sldLayout %s type=\"blank\">".formatted(main) + tree + "</sldLayout>");
      related(zip, "ppt/_rels/l.xml.rels", "slideMaster", "m.xml");
      part(zip, "ppt/t.xml", new String(DeckParts.resource("theme.xml"), StandardCharsets.UTF_8));
    }
    assertThat(PptxExporter.aspect(least)).isEqualTo(new Aspect(960, 720));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PptxExporterTest.EXPORTER.addTo(
        least, List.of(PptxExporterTest.withAll(), PptxExporterTest.withAll()), out);
    try (XMLSlideShow deck = PptxReader.deck(out.toByteArray())) {
      assertThat(deck.getSlides()).hasSize(2);
      assertThat(deck.getSlides().getLast().getTitle()).isEqualTo("Heads & tails");
      assertThat(deck.getSlides().getLast().getNotes()).isNotNull();
      assertThat(deck.getSlideMasters()).hasSize(1);
      assertEveryPartValid(deck, least);
    }
  }

  @Test
  void hostileNotesNamesAndHeadingsComeThroughADeckOfTheirsAsText() throws Exception {
    Path theirs = folder.resolve("theirs.pptx");
    try (XMLSlideShow deck = new XMLSlideShow();
        var out = Files.newOutputStream(theirs)) {
      deck.createSlide();
      deck.write(out);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PptxExporterTest.EXPORTER.addTo(theirs, PptxExporterTest.hostileSlides(), out);
    try (XMLSlideShow deck = PptxReader.deck(out.toByteArray())) {
      PptxExporterTest.assertHostileSlides(deck.getSlides().subList(1, deck.getSlides().size()));
      assertEveryPartValid(deck, theirs);
    }
  }

  /** Every part keeps to its schema, whole, and the template's own are as they were. */
  private static void assertEveryPartValid(XMLSlideShow deck, Path template) throws Exception {
    Map<String, Integer> valid = new HashMap<>();
    try (ZipFile before = new ZipFile(template.toFile())) {
      for (PackagePart part : deck.getPackage().getParts()) {
        String type = part.getContentType().replaceFirst(".*\\.", "");
        if (!part.getContentType().endsWith("+xml")
            || List.of("core-properties+xml", "relationships+xml").contains(type)) {
          continue;
        }
        try (InputStream in = part.getInputStream()) {
          PptxExporterTest.assertValid(SCHEMAS.parse(in, null, null));
        }
        valid.merge(type, 1, Integer::sum);
        ZipEntry entry = before.getEntry(part.getPartName().getName().substring(1));
        if (entry != null && !WRITTEN_ANEW.contains(type)) {
          try (InputStream now = part.getInputStream();
              InputStream then = before.getInputStream(entry)) {
            assertThat(now.readAllBytes())
                .as("%s", part.getPartName())
                .isEqualTo(then.readAllBytes());
          }
        }
      }
    }
    assertThat(valid)
        .containsEntry("main+xml", 1)
        .containsEntry("slide+xml", deck.getSlides().size())
        .containsEntry("notesMaster+xml", 1)
        .containsKeys("notesSlide+xml", "slideMaster+xml", "slideLayout+xml", "theme+xml");
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/ppt/%s\" ContentType=\"%s%s+xml\"/>"
        .formatted(part, "application/vnd.openxmlformats-officedocument.", type);
  }

  private static void related(ZipOutputStream zip, String name, String... kindsAndTargets)
      throws IOException {
    StringBuilder all = new StringBuilder();
    for (int at = 0; at < kindsAndTargets.length; at += 2) {
      all.append(
          "<Relationship Id=\"x%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(
                  at / 2 + 1,
                  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                  kindsAndTargets[at],
                  kindsAndTargets[at + 1]));
    }
    part(
        zip,
        name,
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + all
            + "</Relationships>");
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void aTemplateThatIsNoDeckIsNamed() throws Exception {
    Path no = Files.writeString(folder.resolve("no.pptx"), "not a deck");
    assertThatThrownBy(() -> PptxExporter.aspect(no))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no.pptx is not a PowerPoint presentation");
    Path empty = folder.resolve("empty.pptx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(empty))) {
      zip.putNextEntry(new ZipEntry("readme"));
    }
    assertThatThrownBy(
            () -> PptxExporterTest.EXPORTER.addTo(empty, List.of(), new ByteArrayOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a PowerPoint presentation");
  }
}
