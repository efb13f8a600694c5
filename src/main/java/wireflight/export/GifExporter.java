package wireflight.export;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Outliner;

/**
 * Drawings as an animated GIF that repeats: one palette for all of them, and of each picture only
 * the rectangle that differs from the one before, in which pixels that do not are left out.
 *
 * <p>Safe for use by one thread.
 */
public final class GifExporter {
  /** The most pixels of a picture; and the most of all pictures, which browsers hold in memory. */
  private static final long MOST_PIXELS = 4_000_000;

  private static final int MOST_FRAMES = 6000;
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private final Java2dPainter painter;

  /**
   * One picture.
   *
   * @param drawing all of one size
   * @param hundredths how long it is shown, in hundredths of a second; at least 2, as viewers show
   *     shorter ones slowly
   */
  public record Frame(Drawing drawing, int hundredths) {}

  /** Draws text in the given fonts. */
  public GifExporter(Fonts fonts) {
    painter = new Java2dPainter(new Outliner(fonts, new SystemGlyphs()));
  }

  /**
   * Writes the animation and leaves the stream open.
   *
   * @param frames at least one; gone through twice, and not kept
   * @param scale pixels a unit of the drawings
   * @throws PictureTooLargeException if they are too large or too many
   */
  public void export(List<Frame> frames, double scale, Progress progress, OutputStream out)
      throws IOException {
    Drawing first = frames.getFirst().drawing();
    int width = (int) Math.max(1, Math.ceil(first.width() * scale));
    int height = (int) Math.max(1, Math.ceil(first.height() * scale));
    if ((long) width * height > MOST_PIXELS || width > 0xffff || height > 0xffff) {
      throw new PictureTooLargeException(
          String.format(
              Locale.ROOT,
              "the animation would have %d x %d pixels, more than viewers play smoothly: choose a"
                  + " smaller --scale or --height",
              width,
              height),
          "tooLarge.animation",
          width,
          height);
    }
    if (frames.size() > MOST_FRAMES) {
      throw new PictureTooLargeException(
          "the animation would have "
              + frames.size()
              + " pictures, more than anybody watches: choose fewer steps with --from and --to, or"
              + " a higher --speed",
          "tooLarge.pictures",
          frames.size());
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    GifPalette palette = new GifPalette();
    // Every picture's colours matter, but one in a few has them all.
    int stride = Math.max(1, frames.size() / 100);
    for (int at = 0; at < frames.size(); at += stride) {
      progress.check(0.3 * at / frames.size());
      palette.count(paint(frames.get(at).drawing(), scale, image));
    }
    palette.count(paint(frames.getLast().drawing(), scale, image));
    palette.choose();
    write(frames, scale, image, palette, progress, out);
  }

  private int[] paint(Drawing drawing, double scale, BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Arrays.fill(pixels, drawing.background().argb());
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setClip(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(scale, scale);
      painter.paint(drawing, graphics);
    } finally {
      graphics.dispose();
    }
    return pixels;
  }

  private void write(
      List<Frame> frames,
      double scale,
      BufferedImage image,
      GifPalette palette,
      Progress progress,
      OutputStream out)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    IndexColorModel model = palette.model();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(streamMetadata(writer, model, image));
      int[] before = null;
      Rectangle pending = new Rectangle(image.getWidth(), image.getHeight());
      BufferedImage picture = null;
      int shown = 0;
      for (int at = 0; at < frames.size(); at++) {
        progress.check(0.3 + 0.7 * at / frames.size());
        int[] pixels = paint(frames.get(at).drawing(), scale, image);
        Rectangle changed = changed(before, pixels, image.getWidth());
        if (changed == null) {
          shown += frames.get(at).hundredths(); // nothing new: the one before stays longer
          continue;
        }
        if (picture != null) {
          append(writer, picture, pending, shown);
        }
        picture = cut(before, pixels, image.getWidth(), changed, model, palette);
        pending = changed;
        shown = frames.get(at).hundredths();
        before = pixels.clone();
      }
      if (picture != null) {
        append(writer, picture, pending, shown);
      }
      writer.endWriteSequence();
      stream.flush();
    } finally {
      writer.dispose();
    }
  }

  /** What differs; null if nothing does. */
  private static @Nullable Rectangle changed(int @Nullable [] before, int[] now, int width) {
    if (before == null) {
      return new Rectangle(width, now.length / width);
    }
    Rectangle changed = null;
    for (int y = 0; y < now.length / width; y++) {
      int from = y * width;
      int left = Arrays.mismatch(before, from, from + width, now, from, from + width);
      if (left >= 0) {
        int right = width - 1;
        while (before[from + right] == now[from + right]) {
          right--;
        }
        Rectangle row = new Rectangle(left, y, right - left + 1, 1);
        changed = changed == null ? row : changed.union(row);
      }
    }
    return changed;
  }

  private static BufferedImage cut(
      int @Nullable [] before,
      int[] now,
      int width,
      Rectangle area,
      IndexColorModel model,
      GifPalette palette) {
    BufferedImage picture =
        new BufferedImage(area.width, area.height, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] indices = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < area.height; y++) {
      for (int x = 0; x < area.width; x++) {
        int at = (area.y + y) * width + area.x + x;
        boolean same = before != null && before[at] == now[at];
        indices[y * area.width + x] = same ? (byte) GifPalette.UNCHANGED : palette.index(now[at]);
      }
    }
    return picture;
  }

  private static IIOMetadata streamMetadata(
      ImageWriter writer, IndexColorModel model, BufferedImage image) throws IOException {
    IIOMetadata metadata = writer.getDefaultStreamMetadata(null);
    String format = "javax_imageio_gif_stream_1.0";
    IIOMetadataNode root = new IIOMetadataNode(format);
    node(root, "Version", "value", "89a");
    node(
        root,
        "LogicalScreenDescriptor",
        "logicalScreenWidth",
        Integer.toString(image.getWidth()),
        "logicalScreenHeight",
        Integer.toString(image.getHeight()),
        "colorResolution",
        "8",
        "pixelAspectRatio",
        "0");
    IIOMetadataNode table =
        node(
            root,
            "GlobalColorTable",
            "sizeOfGlobalColorTable",
            Integer.toString(model.getMapSize()),
            "backgroundColorIndex",
            "0",
            "sortFlag",
            "FALSE");
    for (int at = 0; at < model.getMapSize(); at++) {
      node(
          table,
          "ColorTableEntry",
          "index",
          Integer.toString(at),
          "red",
          Integer.toString(model.getRed(at)),
          "green",
          Integer.toString(model.getGreen(at)),
          "blue",
          Integer.toString(model.getBlue(at)));
    }
    metadata.setFromTree(format, root);
    return metadata;
  }

  private static void append(
      ImageWriter writer, BufferedImage picture, Rectangle place, int hundredths)
      throws IOException {
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    node(
        root,
        "ImageDescriptor",
        "imageLeftPosition",
        Integer.toString(place.x),
        "imageTopPosition",
        Integer.toString(place.y),
        "imageWidth",
        Integer.toString(place.width),
        "imageHeight",
        Integer.toString(place.height),
        "interlaceFlag",
        "FALSE");
    node(
        root,
        "GraphicControlExtension",
        "disposalMethod",
        "doNotDispose",
        "userInputFlag",
        "FALSE",
        "transparentColorFlag",
        "TRUE",
        "delayTime",
        Integer.toString(Math.clamp(hundredths, 2, 65_535)),
        "transparentColorIndex",
        Integer.toString(GifPalette.UNCHANGED));
    IIOMetadataNode extensions = node(root, "ApplicationExtensions");
    IIOMetadataNode loop =
        node(
            extensions,
            "ApplicationExtension",
            "applicationID",
            "NETSCAPE",
            "authenticationCode",
            "2.0");
    loop.setUserObject(new byte[] {1, 0, 0}); // for ever
    metadata.setFromTree(FORMAT, root);
    writer.writeToSequence(new IIOImage(picture, null, metadata), null);
  }

  private static IIOMetadataNode node(IIOMetadataNode parent, String name, String... attributes) {
    IIOMetadataNode node = new IIOMetadataNode(name);
    for (int at = 0; at < attributes.length; at += 2) {
      node.setAttribute(attributes[at], attributes[at + 1]);
    }
    parent.appendChild(node);
    return node;
  }
}
