package wireflight.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Lays fields one after another, as long as they were captured. What a field is for is given by the
 * key of its text.
 */
final class LayoutBuilder {
  private final HeaderLayout.Bytes bytes;
  private final int at;
  private final List<HeaderField> fields = new ArrayList<>();
  private int bit;
  private boolean cut;

  LayoutBuilder(HeaderLayout.Bytes bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** A field whose value is a plain number. */
  LayoutBuilder number(int width, String name, String key) {
    return field(width, name, Long::toString, key);
  }

  /** A field whose value is written in hexadecimal. */
  LayoutBuilder hex(int width, String name, String key) {
    String form = "0x%0" + (width + 3) / 4 + "x";
    return field(width, name, value -> String.format(form, value), key);
  }

  /** A field of up to 32 bits. */
  LayoutBuilder field(int width, String name, LongFunction<String> value, String key) {
    if (begins(width)) {
      fields.add(
          new HeaderField(bit, width, name, value.apply(bytes.bits(at, bit, width)), said(key)));
      bit += width;
    }
    return this;
  }

  /** A field of any width whose value is known otherwise. */
  LayoutBuilder text(int width, String name, String value, String key) {
    if (width > 0 && begins(width)) {
      fields.add(new HeaderField(bit, width, name, value, said(key)));
      bit += width;
    }
    return this;
  }

  /** As {@link #hex}, with what is known of a checksum. */
  LayoutBuilder checksum(int width, String name, String key, Checksum sum) {
    hex(width, name, key);
    if (!cut) {
      HeaderField last = fields.removeLast();
      String said = bytes.texts().get(key, bytes.texts().get(sum.key()));
      fields.add(
          new HeaderField(last.bitOffset(), last.bitWidth(), last.name(), last.value(), said));
    }
    return this;
  }

  private String said(String key) {
    return bytes.texts().get(key);
  }

  private boolean begins(int width) {
    cut |= !bytes.holds(at, bit, width);
    return !cut;
  }

  HeaderLayout build(String name) {
    return new HeaderLayout(name, at, (bit + 7) / 8, fields);
  }
}
