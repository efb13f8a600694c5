package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.drawing.Drawing;
import wireflight.drawing.Palette;
import wireflight.export.SvgExporter.TextMode;
import wireflight.trace.AtomicFile;

/** The two formats show the same picture, as an independent viewer sees it. */
class LibrsvgComparisonTest {
  /** Of 255, in any channel: less is how two programs smooth an edge. */
  private static final int NOTICEABLE = 64;

  private static final double SCALE = 2;

  @TempDir static Path folder;

  @BeforeAll
  static void needsTheViewer() throws Exception {
    assumeTrue(run(List.of("rsvg-convert", "--version")), "rsvg-convert is not installed");
    // The viewer finds no fonts but ours.
    Files.writeString(
        folder.resolve("fonts.conf"),
        "<fontconfig><dir>"
            + Path.of("assets/fonts").toAbsolutePath()
            + "</dir><cachedir>"
            + folder.resolve("cache")
            + "</cachedir></fontconfig>");
  }

  @Test
  void outlinedTextLooksAsInThePng() throws Exception {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK, Palette.HIGH_CONTRAST)) {
      assertThat(difference(Samples.ladder(palette), TextMode.OUTLINED)).isLessThan(0.002);
    }
  }

  @Test
  void textInTheBundledFontsLooksAsInThePng() throws Exception {
    assertThat(difference(Samples.ladder(Palette.LIGHT), TextMode.REFERRED)).isLessThan(0.01);
  }

  /** The part of the pixels that differ noticeably. */
  private static double difference(Drawing drawing, TextMode mode) throws Exception {
    Path svg = folder.resolve("picture.svg");
    Path png = folder.resolve("picture.png");
    AtomicFile.write(svg, out -> new SvgExporter(Samples.FONTS).export(drawing, mode, out));
    String scale = Double.toString(SCALE);
    assertThat(run(List.of("rsvg-convert", "-z", scale, svg.toString(), "-o", png.toString())))
        .isTrue();
    BufferedImage theirs = ImageIO.read(png.toFile());
    BufferedImage ours = PngExporterTest.image(drawing, new PngExporter.Options(SCALE, false));
    assertThat(theirs.getWidth()).isEqualTo(ours.getWidth());
    assertThat(theirs.getHeight()).isEqualTo(ours.getHeight());
    int different = 0;
    for (int y = 0; y < ours.getHeight(); y++) {
      for (int x = 0; x < ours.getWidth(); x++) {
        different += differs(ours.getRGB(x, y), theirs.getRGB(x, y)) ? 1 : 0;
      }
    }
    return (double) different / ours.getWidth() / ours.getHeight();
  }

  private static boolean differs(int one, int other) {
    for (int shift = 0; shift < 24; shift += 8) {
      if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > NOTICEABLE) {
        return true;
      }
    }
    return false;
  }

  private static boolean run(List<String> command) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("FONTCONFIG_FILE", folder.resolve("fonts.conf").toString());
    try {
      Process process = builder.redirectOutput(folder.resolve("out.txt").toFile()).start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // not installed
    }
  }
}
