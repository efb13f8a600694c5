package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.export.SvgExporter.TextMode;

class SlideLettersTest {
  private static final SlideLetters LETTERS = new SlideLetters(Samples.FONTS);
  private static final Typesetter TYPE = new Typesetter(Samples.FONTS);

  private static Item.Text text(String text, Face face, double size) {
    return TYPE.text(100, 50, text, face, size, new Color(0xff000000), Item.Anchor.MIDDLE);
  }

  @Test
  void aTextKeepsItsPlaceAndWidthToTheFifthOfAPointAndGetsTheFontOfSlides() {
    for (Face face : new Face[] {Face.REGULAR, Face.SEMIBOLD, Face.BOLD, Face.MONO}) {
      Item.Text before = text("Seq 1461, Ack 11, AWAY", face, 17);
      Item.Text set = LETTERS.of(before);
      assertThat(set.face()).isEqualTo(face.onSlides());
      assertThat(set.x()).isEqualTo(100);
      assertThat(set.y()).isEqualTo(50);
      double step = 0.2 / 0.75 / set.size();
      assertThat(set.advance()).isCloseTo(before.advance(), within(before.advance() * step));
      assertThat(LETTERS.hundredths(set) % 20).isZero();
      assertThat(set.advance())
          .isEqualTo(Samples.FONTS.advance(set.face(), set.size(), set.text()));
    }
  }

  @Test
  void whatIsSetStaysAsItIs() {
    Drawing once = LETTERS.of(Samples.ladder(Palette.DARK));
    assertThat(once).isNotEqualTo(Samples.ladder(Palette.DARK));
    assertThat(LETTERS.of(once)).isEqualTo(once);
  }

  @Test
  void hostileTextStaysTextInThemToo() throws Exception {
    Drawing set = LETTERS.of(Samples.hostile());
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    new SvgExporter(Samples.FONTS).export(set, TextMode.EMBEDDED, svg);
    List<String> read = texts(SvgReader.items(SvgReader.root(svg.toByteArray())));
    assertThat(read).isEqualTo(texts(Samples.hostile().items())).hasSizeGreaterThan(5);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    new PdfExporter(Samples.FONTS).export("", List.of(new Slide(set)), pdf);
    assertThat(pdf.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF").endsWith("%%EOF\n");
  }

  private static List<String> texts(List<Item> items) {
    List<String> texts = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Text text) {
        texts.add(text.text());
      } else if (item instanceof Item.Group group) {
        texts.addAll(texts(group.items()));
      }
    }
    return texts;
  }

  @Test
  void onSlidesOfAnotherSizeTypeIsAMultipleOfAFifthOfAPointToo() {
    SlideLetters smaller = LETTERS.at(0.703125); // 10 by 5.625 inches
    assertThat(smaller.hundredths(smaller.of(text("SYN", Face.SEMIBOLD, 19))) % 20).isZero();
  }
}
