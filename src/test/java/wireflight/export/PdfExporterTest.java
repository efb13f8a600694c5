package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Palette;
import wireflight.drawing.Visible;

class PdfExporterTest {
  static byte[] pdf(Drawing... drawings) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfExporter(Samples.FONTS)
        .export("On <paper>", Arrays.stream(drawings).map(Slide::new).toList(), out);
    return out.toByteArray();
  }

  @Test
  void everyItemCanBeReadBack() throws Exception {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      Drawing drawing = Samples.ladder(palette);
      List<Painted> page = PdfReader.page(pdf(Samples.hostile(), drawing), 1);
      assertThat(page.getFirst().color()).isEqualTo(drawing.background());
      Painted.compare(page.subList(1, page.size()), Painted.of(drawing.items()), 0.03);
    }
  }

  @Test
  void textIsFoundByReadersWhateverItHolds() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf(Samples.hostile()))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document).replaceAll("[\\u200e\\u200f\\u202a-\\u202e]", "");
      for (String hostile : Samples.HOSTILE) {
        // Readers turn right-to-left text around by rules of their own.
        String expected = Visible.of(hostile);
        if (expected.contains("שלום")) {
          assertThat(text).contains("שלום").contains("مرحبا");
        } else {
          assertThat(text.replaceAll("\\s+", " ")).contains(expected.replaceAll("\\s+", " "));
        }
      }
    }
  }

  @Test
  void fontsTravelWithTheFileAndOnlyAsFarAsTheyAreUsed() throws Exception {
    byte[] pdf = pdf(Samples.ladder(Palette.LIGHT));
    assertThat(pdf).hasSizeLessThan(40_000);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        var font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
      }
    }
  }

  @Test
  void pagesHaveTheirSizeAndNamesAndTheDocumentItsTitle() throws Exception {
    try (PDDocument document =
        Loader.loadPDF(pdf(Samples.ladder(Palette.LIGHT), Samples.hostile()))) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("On <paper>");
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(480);
      assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(300);
      var first = document.getDocumentCatalog().getDocumentOutline().getFirstChild();
      assertThat(first.getTitle()).isEqualTo("A handshake");
      assertThat(first.getNextSibling().findDestinationPage(document))
          .isEqualTo(document.getPage(1));
    }
  }

  @Test
  void aPageThatIsTooHighIsRefusedWithAnotherWay() {
    Drawing high = new Drawing(10, 20_000, Color.rgb(0), "", "", List.of());
    assertThatThrownBy(() -> pdf(high))
        .isInstanceOf(PictureTooLargeException.class)
        .hasMessageContaining("a page of each step");
  }

  @Property(tries = 100)
  void anyDrawingBecomesAPageThatCanBeRead(@ForAll("drawings") Drawing drawing) throws Exception {
    List<String> words =
        PdfReader.page(pdf(drawing), 0).stream()
            .filter(painted -> painted.kind().equals("text"))
            .map(Painted::detail)
            .toList();
    List<String> expected =
        Painted.of(drawing.items()).stream()
            .filter(painted -> painted.kind().equals("text") && !painted.detail().isEmpty())
            .map(Painted::detail)
            .toList();
    assertThat(words).hasSameSizeAs(expected);
    for (int at = 0; at < words.size(); at++) {
      assertThat(words.get(at).codePoints().sorted().toArray())
          .isEqualTo(expected.get(at).codePoints().sorted().toArray());
    }
  }

  @Provide
  Arbitrary<Drawing> drawings() {
    return AnyDrawing.drawings();
  }
}
