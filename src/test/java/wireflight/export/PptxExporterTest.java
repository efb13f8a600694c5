package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGroupShape;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Visible;

class PptxExporterTest {
  /** Half a fifth of a point of the smallest type there is, 9 points. */
  private static final double FIFTHS = 0.1 / 9;

  static final PptxExporter EXPORTER = new PptxExporter(Samples.FONTS);
  private static final Drawing LADDER = Samples.ladder(Palette.LIGHT);

  /** A slide as high as the drawing, so that units are not scaled. */
  private static final Aspect AS_DRAWN = new Aspect(1152, 720);

  private static final double SCALE = 720.0 / 400;

  static byte[] pptx(Slide... slides) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EXPORTER.export("A <deck>", AS_DRAWN, false, List.of(slides), out);
    return out.toByteArray();
  }

  static Slide withAll() {
    Item.Text heading =
        Samples.text(20, 12, "Heads & tails", Face.BOLD, Palette.LIGHT.text(), Item.Anchor.START);
    return new Slide(
        LADDER,
        heading,
        "Step 1",
        "Say <this>.\n\nThen that.",
        List.of(List.of("frame-1", "datagram-1"), List.of("nowhere"), List.of("frame-2")));
  }

  @Test
  void everyItemCanBeReadBack() throws Exception {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      Drawing drawing = Samples.ladder(palette);
      try (XMLSlideShow deck = PptxReader.deck(pptx(new Slide(drawing)))) {
        XSLFSlide slide = deck.getSlides().getFirst();
        assertThat(slide.getBackground().getFillColor().getRGB())
            .isEqualTo(drawing.background().argb());
        List<Item> scaled = new Placement(SCALE, 0, 0).of(drawing.items());
        // Sizes of text are kept in fifths of a point.
        Painted.compare(PptxReader.painted(slide.getShapes()), Painted.of(scaled), 0.12, FIFTHS);
      }
    }
  }

  @Test
  void groupsKeepTheirNamesAndSayWhatTheyShow() throws Exception {
    try (XMLSlideShow deck = PptxReader.deck(pptx(new Slide(LADDER)))) {
      List<String> said = new ArrayList<>();
      for (XSLFShape shape : deck.getSlides().getFirst().getShapes()) {
        if (shape instanceof XSLFGroupShape group) {
          said.add(group.getShapeName() + ": " + description(group));
          assertThat(group.getShapes()).isNotEmpty();
        }
      }
      assertThat(said).hasSize(9);
      assertThat(said.get(2)).startsWith("frame-1").endsWith("SYN Seq=0 Win=64240");
      assertThat(said.get(5)).startsWith("state").endsWith("SYN-RECEIVED");
    }
  }

  private static String description(XSLFGroupShape group) {
    return ((CTGroupShape) group.getXmlObject()).getNvGrpSpPr().getCNvPr().getDescr();
  }

  @Test
  void theSlideHasItsTitleAndWhatTheSpeakerSays() throws Exception {
    try (XMLSlideShow deck = PptxReader.deck(pptx(withAll()))) {
      XSLFSlide slide = deck.getSlides().getFirst();
      assertThat(slide.getTitle()).isEqualTo("Heads & tails");
      assertThat(deck.getProperties().getCoreProperties().getTitle()).isEqualTo("A <deck>");
      List<String> lines = new ArrayList<>();
      slide.getNotes().getTextParagraphs().forEach(all -> all.forEach(p -> lines.add(p.getText())));
      assertThat(lines).contains("Say <this>.", "", "Then that.");
    }
  }

  @Test
  void hostileNotesNamesAndHeadingsComeThroughAsText() throws Exception {
    try (XMLSlideShow deck = PptxReader.deck(pptx(hostileSlides().toArray(Slide[]::new)))) {
      assertHostileSlides(deck.getSlides());
    }
  }

  /** A slide for each hostile text, which is its heading, name and notes. */
  static List<Slide> hostileSlides() {
    List<Slide> slides = new ArrayList<>();
    for (String text : Samples.HOSTILE) {
      Item.Text heading =
          Samples.text(20, 12, text, Face.BOLD, Palette.LIGHT.text(), Item.Anchor.START);
      slides.add(new Slide(LADDER, heading, text, text, List.of(List.of(text))));
    }
    return slides;
  }

  static void assertHostileSlides(List<XSLFSlide> slides) {
    assertThat(slides).hasSameSizeAs(Samples.HOSTILE);
    for (int at = 0; at < slides.size(); at++) {
      String seen = Visible.of(Samples.HOSTILE.get(at));
      XSLFSlide slide = slides.get(at);
      assertThat(slide.getTitle()).isEqualTo(seen);
      assertThat(slide.getXmlObject().getCSld().getName()).isEqualTo(seen);
      List<String> notes = new ArrayList<>();
      slide.getNotes().getTextParagraphs().forEach(all -> all.forEach(p -> notes.add(p.getText())));
      // Notes keep their lines: only there is a line break one.
      assertThat(notes).containsSequence(Samples.HOSTILE.get(at).lines().map(Visible::of).toList());
    }
  }

  @Test
  void whatAStepBringsAppearsAtAClick() throws Exception {
    try (XMLSlideShow deck = PptxReader.deck(pptx(withAll()))) {
      XSLFSlide slide = deck.getSlides().getFirst();
      String timing = slide.getXmlObject().getTiming().toString();
      List<Integer> shown = new ArrayList<>();
      var matcher = Pattern.compile("spid=\"(\\d+)\"").matcher(timing);
      while (matcher.find()) {
        shown.add(Integer.parseInt(matcher.group(1)));
      }
      List<String> names = new ArrayList<>();
      for (int id : shown) {
        slide.getShapes().stream()
            .filter(shape -> shape.getShapeId() == id)
            .forEach(shape -> names.add(shape.getShapeName()));
      }
      assertThat(names).containsExactly("frame-1", "datagram-1", "frame-2");
      assertThat(timing.split("clickEffect", -1)).hasSize(3);
      assertThat(timing.split("withEffect", -1)).hasSize(2);
    }
  }

  /** Against the schemas of ECMA-376, which POI brings whole. */
  static void assertValid(XmlObject part) {
    assertThat(part.schemaType().isNoType()).as(part.schemaType().toString()).isFalse();
    List<XmlError> errors = new ArrayList<>();
    boolean valid = part.validate(new XmlOptions().setErrorListener(errors));
    assertThat(errors).isEmpty();
    assertThat(valid).isTrue();
  }

  @Test
  void numbersOfShapesAreUnique() throws Exception {
    try (XMLSlideShow deck = PptxReader.deck(pptx(withAll()))) {
      Set<Integer> ids = new HashSet<>();
      assertThat(count(deck.getSlides().getFirst().getShapes(), ids)).isEqualTo(ids.size());
    }
  }

  private static int count(List<? extends XSLFShape> shapes, Set<Integer> ids) {
    int count = 0;
    for (XSLFShape shape : shapes) {
      ids.add(shape.getShapeId());
      count += 1 + (shape instanceof XSLFGroupShape group ? count(group.getShapes(), ids) : 0);
    }
    return count;
  }

  @Test
  void hostileTextComesThroughAsText() throws Exception {
    try (XMLSlideShow deck = PptxReader.deck(pptx(new Slide(Samples.hostile())))) {
      List<String> texts = new ArrayList<>();
      for (XSLFShape shape : deck.getSlides().getFirst().getShapes()) {
        texts.add(((XSLFTextShape) shape).getText());
      }
      List<String> expected = new ArrayList<>();
      Samples.HOSTILE.forEach(text -> expected.addAll(List.of(Visible.of(text), Visible.of(text))));
      assertThat(texts).isEqualTo(expected);
    }
  }

  @Property(tries = 10)
  void anyDrawingBecomesASlideThatKeepsToTheSchema(@ForAll("drawings") Drawing drawing)
      throws Exception {
    try (XMLSlideShow deck = PptxReader.deck(pptx(new Slide(drawing)))) {
      assertValid(deck.getSlides().getFirst().getXmlObject());
    }
  }

  @Provide
  Arbitrary<Drawing> drawings() {
    return AnyDrawing.drawings();
  }
}
