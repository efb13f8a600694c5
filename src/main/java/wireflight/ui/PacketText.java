package wireflight.ui;

import java.nio.ByteBuffer;
import wireflight.packet.Packet;
import wireflight.timeline.Timeline;

/** A packet as lines of text, for notes and mails: its header field by field, and its bytes. */
final class PacketText {
  private static final int BYTES_A_LINE = 16;

  private final Texts texts;
  private final HeaderFields headers;

  PacketText(Texts texts) {
    this.texts = texts;
    headers = new HeaderFields(texts);
  }

  /** The lines. */
  String of(Showing showing, int row) {
    Packet packet = showing.analysis().packet(row);
    StringBuilder text = new StringBuilder();
    text.append(headers.kind(packet)).append(", ");
    text.append(texts.get("header.frame", String.valueOf(row + 1))).append('\n');
    text.append(headers.ends(packet)).append('\n');
    Timeline timeline = showing.timeline();
    int step = timeline.stepOf(row);
    if (step > 0 && timeline.rowOf(step) == row) {
      text.append(timeline.sentence(step)).append('\n');
    }
    text.append('\n');
    for (HeaderFields.Field field : headers.of(showing.analysis(), row)) {
      text.append(field.name()).append(": ").append(field.value()).append('\n');
    }
    bytes(Payload.bytes(showing.trace().frame(row), packet), text);
    return text.toString();
  }

  private static void bytes(ByteBuffer bytes, StringBuilder text) {
    for (int line = 0; line < bytes.remaining(); line += BYTES_A_LINE) {
      StringBuilder hex = new StringBuilder();
      StringBuilder characters = new StringBuilder();
      for (int i = line; i < Math.min(bytes.remaining(), line + BYTES_A_LINE); i++) {
        int unit = bytes.get(bytes.position() + i) & 0xff;
        hex.append(String.format("%02x ", unit));
        characters.append(unit >= ' ' && unit <= '~' ? (char) unit : '.');
      }
      text.append(String.format("%n%04x  %-48s %s", line, hex, characters));
    }
    text.append(bytes.hasRemaining() ? "\n" : "");
  }
}
