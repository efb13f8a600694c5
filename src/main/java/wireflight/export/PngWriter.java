package wireflight.export;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a PNG file row by row, so that a picture of any height needs little memory.
 *
 * <p>Section numbers are those of the PNG specification, third edition.
 */
final class PngWriter implements AutoCloseable {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int LARGEST_CHUNK = 1 << 16;
  private static final int TRUE_COLOUR = 2;
  private static final int TRUE_COLOUR_WITH_ALPHA = 6;

  private final DataOutputStream out;
  private final boolean alpha;
  private final byte[] row;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(2 * LARGEST_CHUNK);
  private final Deflater deflater = new Deflater();
  private final DeflaterOutputStream compressed = new DeflaterOutputStream(pending, deflater);

  /** Starts the file (5.2, 11.2.1). */
  PngWriter(OutputStream out, int width, int height, boolean alpha) throws IOException {
    this.out = new DataOutputStream(out);
    this.alpha = alpha;
    int bytesPerPixel = alpha ? 4 : 3;
    row = new byte[1 + width * bytesPerPixel];
    this.out.write(SIGNATURE);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.writeByte(8); // bits a sample
    fields.writeByte(alpha ? TRUE_COLOUR_WITH_ALPHA : TRUE_COLOUR);
    fields.write(new byte[3]); // the one compression, the one filter method, not interlaced
    chunk("IHDR", header.toByteArray());
  }

  /** Says how large the picture is meant to be (11.3.4.3). */
  void pixelsPerMetre(int number) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(data);
    fields.writeInt(number);
    fields.writeInt(number);
    fields.writeByte(1);
    chunk("pHYs", data.toByteArray());
  }

  /**
   * A text beside the picture (11.3.3.4): keyword, not compressed, no language, UTF-8.
   *
   * @param text without U+0000
   */
  void text(String keyword, String text) throws IOException {
    chunk("iTXt", (keyword + "\0\0\0\0\0" + text).getBytes(StandardCharsets.UTF_8));
  }

  /** The next row, a pixel each as alpha, red, green, blue. */
  void row(int[] pixels, int offset, int count) throws IOException {
    int at = 1; // After a 0: no filter, which makes lines, text and flat areas smallest.
    for (int index = offset; index < offset + count; index++) {
      int pixel = pixels[index];
      row[at++] = (byte) (pixel >> 16);
      row[at++] = (byte) (pixel >> 8);
      row[at++] = (byte) pixel;
      if (alpha) {
        row[at++] = (byte) (pixel >> 24);
      }
    }
    compressed.write(row);
    if (pending.size() >= LARGEST_CHUNK) {
      flush();
    }
  }

  /** Frees the compressor; the stream stays open. */
  @Override
  public void close() {
    deflater.end();
  }

  /** Ends the file. */
  void finish() throws IOException {
    compressed.finish();
    flush();
    chunk("IEND", new byte[0]);
    out.flush();
  }

  private void flush() throws IOException {
    chunk("IDAT", pending.toByteArray());
    pending.reset();
  }

  private void chunk(String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
