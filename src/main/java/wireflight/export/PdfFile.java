package wireflight.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The objects of a PDF 1.7 file (ISO 32000-1), written as they come; only where each stands is
 * kept. The same calls give the same bytes.
 */
final class PdfFile {
  private final OutputStream out;
  private final List<Long> offsets = new ArrayList<>(List.of(0L));
  private long position;

  PdfFile(OutputStream out) throws IOException {
    this.out = out;
    // Bytes above 127 tell programs that carry files around that this is not text (7.5.2).
    write("%PDF-1.7\n%".getBytes(StandardCharsets.US_ASCII));
    write(new byte[] {(byte) 0xe2, (byte) 0xe3, (byte) 0xcf, (byte) 0xd3, '\n'});
  }

  /** A number for an object that is written later. */
  int reserve() {
    offsets.add(0L);
    return offsets.size() - 1;
  }

  /** Writes an object under a reserved number. */
  void object(int number, String body) throws IOException {
    offsets.set(number, position);
    ascii(number + " 0 obj\n" + body + "\nendobj\n");
  }

  /** Writes an object and returns its number. */
  int object(String body) throws IOException {
    int number = reserve();
    object(number, body);
    return number;
  }

  /**
   * Writes a compressed stream and returns its number.
   *
   * @param entries of its dictionary, besides length and filter
   */
  int stream(String entries, byte[] data) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(data.length / 2);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream zip = new DeflaterOutputStream(packed, deflater)) {
      zip.write(data);
    } finally {
      deflater.end();
    }
    int number = reserve();
    offsets.set(number, position);
    ascii(
        number
            + " 0 obj\n<</Filter/FlateDecode/Length "
            + packed.size()
            + entries
            + ">>\nstream\n");
    write(packed.toByteArray());
    ascii("\nendstream\nendobj\n");
    return number;
  }

  /** Writes the table of objects, which ends the file. */
  void finish(int catalog, int information) throws IOException {
    long table = position;
    ascii("xref\n0 " + offsets.size() + "\n0000000000 65535 f \n");
    for (int number = 1; number < offsets.size(); number++) {
      ascii(String.format(Locale.ROOT, "%010d 00000 n \n", offsets.get(number)));
    }
    ascii(
        "trailer\n<</Size "
            + offsets.size()
            + "/Root "
            + catalog
            + " 0 R/Info "
            + information
            + " 0 R>>\nstartxref\n"
            + table
            + "\n%%EOF\n");
    out.flush();
  }

  /** A text as a string that no character of it can break out of. */
  static String text(String text) {
    return "<FEFF" + hex(text) + ">";
  }

  /** The UTF-16 units of a text in hexadecimal. */
  static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }

  private void ascii(String text) throws IOException {
    write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
