package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.export.SvgExporter.TextMode;
import wireflight.trace.AtomicFile;

/** Independent programs that show what was exported, and how that is held against the PNG. */
final class Viewers {
  /** Of 255, in any channel: less is how two programs smooth an edge. */
  private static final int NOTICEABLE = 64;

  private static final int SCALE = 2;

  private final Path folder;

  /** Viewers of SVG find no fonts but the bundled ones. */
  Viewers(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("fonts.conf"),
        "<fontconfig><dir>"
            + Path.of("assets/fonts").toAbsolutePath()
            + "</dir><cachedir>"
            + folder.resolve("cache")
            + "</cachedir></fontconfig>");
  }

  static BufferedImage png(Drawing drawing) throws Exception {
    return PngExporterTest.image(drawing, new PngExporter.Options(SCALE, false));
  }

  BufferedImage svg(Drawing drawing, TextMode mode) throws Exception {
    assumeTrue(has("rsvg-convert", "--version"), "rsvg-convert is not installed");
    Path svg = folder.resolve("picture.svg");
    Path png = folder.resolve("picture.png");
    AtomicFile.write(svg, out -> new SvgExporter(Samples.FONTS).export(drawing, mode, out));
    run("rsvg-convert", "-z", Integer.toString(SCALE), svg.toString(), "-o", png.toString());
    return ImageIO.read(png.toFile());
  }

  /** A page of a document, as large as a drawing at the scale of the comparison. */
  BufferedImage page(Path pdf, int page, Drawing like) throws Exception {
    assumeTrue(has("pdftoppm", "-v"), "pdftoppm is not installed");
    run(
        "pdftoppm",
        "-png",
        "-singlefile",
        "-f",
        Integer.toString(page),
        "-scale-to-x",
        Integer.toString((int) Math.round(like.width() * SCALE)),
        "-scale-to-y",
        Integer.toString((int) Math.round(like.height() * SCALE)),
        pdf.toString(),
        folder.resolve("page").toString());
    return ImageIO.read(folder.resolve("page.png").toFile());
  }

  /** The slides as LibreOffice shows them, as a PDF. */
  Path office(Path pptx) throws Exception {
    assumeTrue(has("soffice", "--version"), "LibreOffice is not installed");
    assumeTrue(
        has("fc-match", "-f", "%{family}", "Arial")
            && Files.readString(folder.resolve("out.txt")).contains("Liberation Sans"),
        "no font with Arial's widths is installed");
    run(
        "soffice",
        "-env:UserInstallation=" + folder.resolve("office").toUri(),
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder.toString(),
        pptx.toString());
    String name = String.valueOf(pptx.getFileName());
    return folder.resolve(name.replace(".pptx", ".pdf"));
  }

  static List<Item.Text> texts(List<Item> items) {
    List<Item.Text> texts = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Text text) {
        texts.add(text);
      } else if (item instanceof Item.Group group) {
        texts.addAll(texts(group.items()));
      }
    }
    return texts;
  }

  /** Paints the box of a text in one colour, and returns how bright it was on average. */
  static double average(BufferedImage image, Item.Text text) {
    int left = (int) (SCALE * text.left()) - 1;
    int top = (int) (SCALE * (text.y() - 0.8 * text.size()));
    int width = (int) Math.ceil(SCALE * text.advance()) + 2;
    int height = (int) (SCALE * 1.1 * text.size());
    long sum = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        int argb = image.getRGB(x, y);
        sum += (argb >> 16 & 0xff) + (argb >> 8 & 0xff) + (argb & 0xff);
        image.setRGB(x, y, text.color().argb());
      }
    }
    return sum / 3.0 / width / height;
  }

  static double different(Drawing drawing, BufferedImage theirs) throws Exception {
    return different(png(drawing), theirs);
  }

  /** The part of the pixels that differ noticeably from the PNG. */
  static double different(BufferedImage ours, BufferedImage theirs) {
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

  private void run(String... command) throws Exception {
    assertThat(has(command)).as(() -> String.join(" ", command) + ": " + output()).isTrue();
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("out.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Whether a program is there and does what it is asked. */
  private boolean has(String... command) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (command[0].equals("rsvg-convert")) {
      builder.environment().put("FONTCONFIG_FILE", folder.resolve("fonts.conf").toString());
    }
    try {
      Process process = builder.redirectOutput(folder.resolve("out.txt").toFile()).start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false; // not installed
    }
  }
}
