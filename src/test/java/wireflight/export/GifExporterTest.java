package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import wireflight.connection.Analyzer;
import wireflight.diagram.LadderStyle;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.timeline.Recordings;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;

class GifExporterTest {
  private static final Timeline TIMELINE =
      TimelineBuilder.build(Analyzer.analyze(Recordings.handshake().trace()));

  /** Steps of the handshake: the first packet is among them. */
  private static final Range RANGE = new Range(6, 11);

  private interface Moment {
    Drawing at(LadderPages pages, double position);
  }

  private static List<GifExporter.Frame> frames(double speed) {
    return frames(RANGE, speed, (pages, position) -> pages.turned(position, 640, 360));
  }

  private static List<GifExporter.Frame> frames(Range range, double speed, Moment moment) {
    LadderPages pages =
        new LadderPages(TIMELINE, Samples.FONTS, new LadderStyle(Palette.LIGHT), "");
    List<GifExporter.Frame> frames = new ArrayList<>();
    for (Animation.Instant instant : new Animation(TIMELINE, range, speed).instants()) {
      Drawing drawing = moment.at(pages, instant.position());
      frames.add(new GifExporter.Frame(drawing, instant.hundredths()));
    }
    return frames;
  }

  private static byte[] gif(List<GifExporter.Frame> frames, Progress progress) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new GifExporter(Samples.FONTS).export(frames, 1, progress, out);
    return out.toByteArray();
  }

  @Test
  void pagesThatAreTurnedTakeFarLessThanScrolledOnesAndTheirPlayheadIsAlwaysInView()
      throws Exception {
    Range range = new Range(6, 22);
    List<GifExporter.Frame> scrolled =
        frames(range, 2, (pages, position) -> pages.scrolled(position, 640, 360));
    List<GifExporter.Frame> turned =
        frames(range, 2, (pages, position) -> pages.turned(position, 640, 360));
    assertThat(gif(turned, Progress.UNHEARD).length)
        .isLessThan(gif(scrolled, Progress.UNHEARD).length / 2);
    for (GifExporter.Frame frame : turned) {
      assertThat(playhead(frame.drawing().items())).isBetween(40.0, 350.0);
    }
  }

  /** The height of the one level line across the whole picture. */
  private static double playhead(List<Item> items) {
    double y = Double.NaN;
    for (Item item : items) {
      if (item instanceof Item.Group group) {
        double within = playhead(group.items());
        y = Double.isNaN(within) ? y : within;
      } else if (item instanceof Item.Line line
          && line.y1() == line.y2()
          && Math.abs(line.x2() - line.x1()) > 500) {
        y = line.y1();
      }
    }
    return y;
  }

  @Test
  void hostileTextIsDrawnInAnimations() throws Exception {
    Drawing hostile = Samples.hostile();
    byte[] gif = gif(List.of(new GifExporter.Frame(hostile, 10)), Progress.UNHEARD);
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(gif));
    BufferedImage wanted = PngExporterTest.image(hostile, new PngExporter.Options(1, false));
    assertThat(shown.getWidth()).isEqualTo(wanted.getWidth());
    for (int y = 0; y < wanted.getHeight(); y += 3) {
      for (int x = 0; x < wanted.getWidth(); x += 3) {
        assertThat(shown.getRGB(x, y) & 0xff)
            .as("at %d, %d", x, y)
            .isCloseTo(wanted.getRGB(x, y) & 0xff, within(32));
      }
    }
  }

  @Test
  void everyPictureIsTheDrawingInAtMost256Colours() throws Exception {
    List<GifExporter.Frame> frames = frames(4);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(
        ImageIO.createImageInputStream(new ByteArrayInputStream(gif(frames, Progress.UNHEARD))));
    int count = reader.getNumImages(true);
    BufferedImage screen = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = screen.createGraphics();
    int hundredths = 0;
    for (int at = 0; at < count; at++) {
      Element root = (Element) reader.getImageMetadata(at).getAsTree("javax_imageio_gif_image_1.0");
      Element place = (Element) root.getElementsByTagName("ImageDescriptor").item(0);
      Element control = (Element) root.getElementsByTagName("GraphicControlExtension").item(0);
      graphics.drawImage(
          reader.read(at),
          Integer.parseInt(place.getAttribute("imageLeftPosition")),
          Integer.parseInt(place.getAttribute("imageTopPosition")),
          null);
      hundredths += Integer.parseInt(control.getAttribute("delayTime"));
      assertThat(root.getElementsByTagName("LocalColorTable").getLength()).isZero();
    }
    assertThat(hundredths).isEqualTo(frames.stream().mapToInt(GifExporter.Frame::hundredths).sum());
    assertThat(count).isBetween(frames.size() / 2, frames.size());
    Drawing last = frames.getLast().drawing();
    BufferedImage wanted = PngExporterTest.image(last, new PngExporter.Options(1, false));
    int off = 0;
    for (int y = 0; y < 360; y++) {
      for (int x = 0; x < 640; x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          int difference =
              (screen.getRGB(x, y) >> shift & 0xff) - (wanted.getRGB(x, y) >> shift & 0xff);
          off = Math.max(off, Math.abs(difference));
        }
      }
    }
    assertThat(off).isLessThan(48); // an edge may be smoothed by a shade beside the right one
  }

  @Test
  void speedShortensIt() {
    int slow =
        new Animation(TIMELINE, RANGE, 1)
            .instants().stream().mapToInt(Animation.Instant::hundredths).sum();
    int fast =
        new Animation(TIMELINE, RANGE, 2)
            .instants().stream().mapToInt(Animation.Instant::hundredths).sum();
    assertThat(2 * (fast - 200)).isEqualTo(slow - 200);
  }

  @Test
  void itCanBeCancelled() {
    assertThatThrownBy(() -> gif(frames(4), share -> share < 0.5))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void anAnimatedSvgShowsEverythingWhereNothingPlays() throws Exception {
    LadderPages pages =
        new LadderPages(TIMELINE, Samples.FONTS, new LadderStyle(Palette.LIGHT), "");
    var all = pages.picture(RANGE, 640);
    var appearances = new Animation(TIMELINE, RANGE, 1).appearances(all.regions());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SvgExporter(Samples.FONTS)
        .export(all.drawing(), SvgExporter.TextMode.REFERRED, appearances, out);
    Element root = SvgReader.root(out.toByteArray());
    var sets = root.getElementsByTagName("set");
    assertThat(sets.getLength()).isEqualTo(appearances.size()).isGreaterThan(3);
    for (int at = 0; at < sets.getLength(); at++) {
      Element set = (Element) sets.item(at);
      Element group = (Element) set.getParentNode();
      assertThat(set.getAttribute("to")).isEqualTo("hidden");
      assertThat(Double.parseDouble(set.getAttribute("dur").replace("s", "")))
          .isEqualTo(appearances.get(group.getAttribute("id")));
      assertThat(group.hasAttribute("visibility")).isFalse();
    }
  }
}
