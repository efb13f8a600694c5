package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import wireflight.drawing.Drawing;
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
    return plain(PngExporterTest.image(drawing, new PngExporter.Options(SCALE, false)));
  }

  BufferedImage svg(Drawing drawing, TextMode mode) throws Exception {
    assumeTrue(has("rsvg-convert", "--version"), "rsvg-convert is not installed");
    Path svg = folder.resolve("picture.svg");
    Path png = folder.resolve("picture.png");
    AtomicFile.write(svg, out -> new SvgExporter(Samples.FONTS).export(drawing, mode, out));
    run("rsvg-convert", "-z", Integer.toString(SCALE), svg.toString(), "-o", png.toString());
    return plain(ImageIO.read(png.toFile()));
  }

  /**
   * The pages of a document, as large as their drawings at the scale of the comparison.
   *
   * @param painter one of Poppler's: pdftoppm or pdftocairo
   */
  List<BufferedImage> pages(String painter, Path pdf, List<Drawing> like) throws Exception {
    assumeTrue(has(painter, "-v"), painter + " is not installed");
    Drawing first = like.getFirst();
    run(
        painter,
        "-tiff",
        "-tiffcompression",
        "none",
        "-scale-to-x",
        Integer.toString((int) Math.round(first.width() * SCALE)),
        "-scale-to-y",
        Integer.toString((int) Math.round(first.height() * SCALE)),
        pdf.toString(),
        pdf.toString());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      String name = pdf.getFileName() + "-";
      files = all.filter(f -> f.getFileName().toString().startsWith(name)).sorted().toList();
    }
    assertThat(files).as("pages of %s", pdf).hasSize(like.size());
    List<BufferedImage> images = new ArrayList<>();
    for (Path file : files) {
      images.add(plain(ImageIO.read(file.toFile())));
    }
    return images;
  }

  /** Decks as LibreOffice shows them, each as a PDF. */
  List<Path> office(List<Path> decks) throws Exception {
    assumeTrue(has("soffice", "--version"), "LibreOffice is not installed");
    assumeTrue(
        has("fc-match", "-f", "%{family}", "Arial")
            && Files.readString(folder.resolve("out.txt")).contains("Liberation Sans"),
        "no font with Arial's widths is installed");
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
    decks.forEach(deck -> command.add(deck.toString()));
    run(command.toArray(String[]::new));
    return decks.stream()
        .map(deck -> folder.resolve(deck.getFileName().toString().replace(".pptx", ".pdf")))
        .toList();
  }

  static double different(Drawing drawing, BufferedImage theirs) throws Exception {
    return different(png(drawing), theirs);
  }

  /** The part of the pixels that differ noticeably from the PNG. */
  static double different(BufferedImage ours, BufferedImage theirs) {
    assertThat(theirs.getWidth()).isEqualTo(ours.getWidth());
    assertThat(theirs.getHeight()).isEqualTo(ours.getHeight());
    int[] one = pixels(ours);
    int[] other = pixels(theirs);
    int different = 0;
    for (int at = 0; at < one.length; at++) {
      different += differs(one[at], other[at]) ? 1 : 0;
    }
    return (double) different / one.length;
  }

  /** The same in a form whose pixels can be read fast. */
  private static BufferedImage plain(BufferedImage image) {
    BufferedImage plain =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D to = plain.createGraphics();
    to.drawImage(image, 0, 0, null);
    to.dispose();
    return plain;
  }

  private static int[] pixels(BufferedImage plain) {
    return ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
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
