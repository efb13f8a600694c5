package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadata;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Outliner;
import wireflight.drawing.Palette;
import wireflight.export.PngExporter.Options;

class PngExporterTest {
  private static final PngExporter EXPORTER = new PngExporter(Samples.FONTS);
  private static final Palette P = Palette.LIGHT;

  static byte[] png(Drawing drawing, Options options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EXPORTER.export(drawing, options, out);
    return out.toByteArray();
  }

  static BufferedImage image(Drawing drawing, Options options) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png(drawing, options)));
  }

  private static Drawing of(double width, double height, Item... items) {
    return new Drawing(width, height, Color.rgb(0xffffff), "t", "d", List.of(items));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2, 4})
  void everyItemIsWhereTheDrawingHasIt(double scale) throws Exception {
    BufferedImage image = image(Samples.ladder(P), new Options(scale, false));
    assertThat(image.getWidth()).isEqualTo((int) (640 * scale));
    assertThat(image.getHeight()).isEqualTo((int) (400 * scale));
    assertPixel(image, scale, 320, 20, P.canvas()); // nothing
    assertPixel(image, scale, 90, 30, P.surface()); // in a rectangle
    assertPixel(image, scale, 160.5, 150.5, P.callSoft()); // over the lifeline
    assertPixel(image, scale, 79, 19.5, P.surface()); // within a rounded corner's curve
    assertPixel(image, scale, 75.1, 16.1, P.canvas()); // outside of it
    assertPixel(image, scale, 473, 148.9, P.opening()); // in an arrowhead
    assertPixel(image, scale, 560.5, 322.5, P.establishedSoft()); // in an ellipse
    assertPixel(image, scale, 256, 118, P.canvas()); // on the plate of a label
  }

  private static void assertPixel(
      BufferedImage image, double scale, double x, double y, Color expected) {
    int argb = image.getRGB((int) (x * scale), (int) (y * scale));
    assertThat(Color.rgb(argb & 0xffffff)).as("at %s, %s", x, y).isEqualTo(expected);
  }

  @Test
  void dashesHaveTheirLengths() throws Exception {
    Stroke dashed = new Stroke(Color.rgb(0), 4, List.of(10.0, 5.0));
    BufferedImage image =
        image(of(40, 10, new Item.Line(0, 5, 40, 5, dashed)), new Options(1, false));
    String row = "";
    for (int x = 0; x < 40; x++) {
      row += (image.getRGB(x, 5) & 0xff) == 0 ? "#" : ".";
    }
    assertThat(row).isEqualTo("##########.....##########.....##########");
  }

  @Test
  void textCoversItsMeasuredWidthAndStandsOnItsBaseline() throws Exception {
    for (Anchor anchor : Anchor.values()) {
      Item.Text text = Samples.text(100, 50, "HH", Face.BOLD, Color.rgb(0), anchor);
      BufferedImage image = image(of(200, 100, text), new Options(4, false));
      int[] box = inked(image);
      double bearing = 0.075 * 14;
      assertThat(box[0] / 4.0).as("left").isCloseTo(text.left() + bearing, within(0.5));
      assertThat((box[2] + 1) / 4.0)
          .as("right")
          .isCloseTo(text.left() + text.advance() - bearing, within(0.5));
      assertThat((box[3] + 1) / 4.0).as("baseline").isCloseTo(50, within(0.26));
      assertThat(box[1] / 4.0).as("top").isCloseTo(50 - 0.66 * 14, within(0.26));
    }
  }

  private static int[] inked(BufferedImage image) {
    int[] box = {image.getWidth(), image.getHeight(), 0, 0};
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xff) < 128) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
      }
    }
    return box;
  }

  @Test
  void aTransparentPictureHasNoBackgroundButTheSameItems() throws Exception {
    BufferedImage image = image(Samples.ladder(P), new Options(1, true));
    assertThat(image.getRGB(320, 20)).isZero();
    assertThat(image.getRGB(90, 30)).isEqualTo(P.surface().argb());
    assertThat(image.getRGB(415, 342) >>> 24).as("a translucent path").isBetween(90, 115);
  }

  @Test
  void bandsMeetWithoutASeam() throws Exception {
    List<Item> items = new ArrayList<>();
    for (int y = 0; y < 3000; y += 20) {
      items.add(Samples.text(10, y, "Segment " + y, Face.REGULAR, P.text(), Anchor.START));
      items.add(new Item.Line(100, y, 1000, y + 31, new Stroke(P.data(), 2, List.of(7.0, 3.0))));
    }
    Drawing tall = new Drawing(1000, 3000, P.canvas(), "t", "d", items);
    BufferedImage banded = image(tall, new Options(1, false));
    BufferedImage whole = new BufferedImage(1000, 3000, BufferedImage.TYPE_INT_RGB);
    var graphics = whole.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, 1000, 3000);
    new Java2dPainter(new Outliner(Samples.FONTS, Outliner.Fallback.NONE)).paint(tall, graphics);
    graphics.dispose();
    assertThat(banded.getRGB(0, 0, 1000, 3000, null, 0, 1000))
        .isEqualTo(whole.getRGB(0, 0, 1000, 3000, null, 0, 1000));
  }

  @Test
  void theFileSaysWhatItShowsAndHowLargeItIs() throws Exception {
    byte[] png = png(Samples.ladder(P), new Options(2, false));
    var reader = ImageIO.getImageReadersByFormatName("png").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png)));
    IIOMetadata metadata = reader.getImageMetadata(0);
    Element root = (Element) metadata.getAsTree("javax_imageio_png_1.0");
    Element size = (Element) root.getElementsByTagName("pHYs").item(0);
    assertThat(size.getAttribute("pixelsPerUnitXAxis")).isEqualTo("7559"); // 192 an inch
    Element title = (Element) root.getElementsByTagName("iTXtEntry").item(0);
    assertThat(title.getAttribute("keyword")).isEqualTo("Title");
    assertThat(title.getAttribute("text")).isEqualTo("A handshake");
  }

  @Test
  void aPictureThatIsTooLargeIsRefusedBeforeAnythingIsWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Drawing drawing : List.of(of(1280, 17_000), of(20_000, 4000), of(1e300, 1e300))) {
      assertThatThrownBy(() -> EXPORTER.export(drawing, new Options(4, false), out))
          .isInstanceOf(PictureTooLargeException.class)
          .hasMessageContaining(
              "choose a smaller scale, show less of the recording, or export SVG");
    }
    assertThat(out.size()).isZero();
  }

  @Test
  void scalesOutOfRangeAreMisuse() {
    for (double scale : new double[] {0, -1, 4.01, Double.NaN}) {
      assertThatThrownBy(() -> new Options(scale, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void hostileTextIsDrawn() throws Exception {
    BufferedImage image = image(Samples.hostile(), new Options(1, false));
    for (int line = 0; line < Samples.HOSTILE.size(); line++) {
      BufferedImage strip = image.getSubimage(0, 10 + 26 * line, 360, 20);
      assertThat(inked(strip)[2]).as(Samples.HOSTILE.get(line)).isGreaterThan(60);
    }
  }

  @Property(tries = 100)
  void anyDrawingBecomesAPicture(@ForAll("drawings") Drawing drawing) throws Exception {
    BufferedImage image = image(drawing, new Options(1.5, drawing.width() > 200));
    assertThat(image.getWidth()).isEqualTo(Math.max(1, (int) Math.ceil(drawing.width() * 1.5)));
  }

  @Provide
  Arbitrary<Drawing> drawings() {
    return AnyDrawing.drawings();
  }
}
