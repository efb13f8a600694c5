package wireflight.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Outliner;
import wireflight.drawing.Visible;

/**
 * Drawings as PNG pictures, the same on every machine as far as the bundled fonts reach.
 *
 * <p>Needs no display and no fonts of the machine; those serve only characters that the bundled
 * ones lack. Painted in bands, so memory does not grow with the height. Safe for use by one thread.
 */
public final class PngExporter {
  /** The largest scale. */
  public static final double LARGEST_SCALE = 4;

  /** The most pixels in each direction. */
  static final int LARGEST_SIDE = 65_535;

  /** The most pixels in all; larger ones many programs do not open. */
  static final long MOST_PIXELS = 150_000_000;

  private static final int PIXELS_A_BAND = 1 << 21;
  private static final double INCHES_A_METRE = 1 / 0.0254;
  private static final int PIXELS_AN_INCH = 96;

  private final Java2dPainter painter;

  /**
   * How a picture is made.
   *
   * @param scale pixels a unit of the drawing, more than 0, at most {@link #LARGEST_SCALE}
   * @param transparent whether the background is left out
   */
  public record Options(double scale, boolean transparent) {
    public Options {
      if (!(scale > 0 && scale <= LARGEST_SCALE)) {
        throw new IllegalArgumentException("scale " + scale + " is not in (0, 4]");
      }
    }
  }

  /** Draws text in the given fonts. */
  public PngExporter(Fonts fonts) {
    painter = new Java2dPainter(new Outliner(fonts, new SystemGlyphs()));
  }

  /**
   * Writes the picture and leaves the stream open.
   *
   * @throws PictureTooLargeException if it has too many pixels, before anything is written
   */
  public void export(Drawing drawing, Options options, OutputStream out) throws IOException {
    double exactWidth = Math.ceil(drawing.width() * options.scale());
    double exactHeight = Math.ceil(drawing.height() * options.scale());
    if (exactWidth > LARGEST_SIDE
        || exactHeight > LARGEST_SIDE
        || exactWidth * exactHeight > MOST_PIXELS) {
      throw new PictureTooLargeException(
          String.format(
              Locale.ROOT,
              "the picture would have %.0f x %.0f pixels, more than most programs open: choose a"
                  + " smaller scale, show less of the recording, or export SVG",
              exactWidth,
              exactHeight),
          "tooLarge.picture",
          exactWidth,
          exactHeight);
    }
    int width = Math.max(1, (int) exactWidth);
    int height = Math.max(1, (int) exactHeight);
    BufferedImage band =
        new BufferedImage(
            width,
            Math.min(height, Math.max(16, PIXELS_A_BAND / width)),
            options.transparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
    try (PngWriter png = new PngWriter(out, width, height, options.transparent())) {
      png.pixelsPerMetre((int) Math.round(PIXELS_AN_INCH * options.scale() * INCHES_A_METRE));
      png.text("Title", Visible.of(drawing.title()));
      png.text("Description", Visible.of(drawing.description()));
      png.text("Software", "Wireflight");
      for (int top = 0; top < height; top += band.getHeight()) {
        Arrays.fill(pixels, options.transparent() ? 0 : drawing.background().argb());
        paint(drawing, options.scale(), band, top);
        for (int row = 0; row < Math.min(band.getHeight(), height - top); row++) {
          png.row(pixels, row * width, width);
        }
      }
      png.finish();
    }
  }

  private void paint(Drawing drawing, double scale, BufferedImage band, int top) {
    Graphics2D graphics = band.createGraphics();
    try {
      graphics.setClip(0, 0, band.getWidth(), band.getHeight());
      graphics.translate(0, -top);
      graphics.scale(scale, scale);
      painter.paint(drawing, graphics);
    } finally {
      graphics.dispose();
    }
  }
}
