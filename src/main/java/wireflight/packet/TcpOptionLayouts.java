package wireflight.packet;

import wireflight.language.Texts;

/** The options of a TCP header one by one, for display (RFC 9293, section 3.2). */
final class TcpOptionLayouts {
  private TcpOptionLayouts() {}

  /** Lays out every option between the fixed header and its end. */
  static void add(LayoutBuilder layout, HeaderLayout.Bytes bytes, TcpSegment segment) {
    int end = Math.min(segment.headerLength(), bytes.captured() - segment.offset());
    int at = 20;
    Texts texts = bytes.texts();
    while (at < end) {
      int kind = octet(bytes, segment, at);
      int length = kind > 1 && at + 1 < end ? octet(bytes, segment, at + 1) : 1;
      boolean sound = kind <= 1 || length >= 2 && at + length <= end;
      if (kind == 0 || !sound) {
        layout.text(
            8 * (end - at),
            kind == 0 ? "End of Options" : "Options",
            kind == 0 ? texts.get("option.padding") : texts.get("option.malformed"),
            "option.end");
        return;
      }
      option(layout, texts, segment, kind, length);
      at += length;
    }
  }

  private static int octet(HeaderLayout.Bytes bytes, TcpSegment segment, int at) {
    return (int) bytes.bits(segment.offset() + at, 0, 8);
  }

  private static void option(
      LayoutBuilder layout, Texts texts, TcpSegment segment, int kind, int length) {
    TcpOptions read = segment.options();
    switch (kind) {
      case 1 -> layout.text(8, "NOP", "1", "option.nop");
      case 2 ->
          layout.text(
              8 * length,
              "Maximum Segment Size",
              IpLayouts.size(texts, read.maximumSegmentSize()),
              "option.mss");
      case 3 -> {
        int shift = Math.max(0, read.windowScale());
        layout.text(8 * length, "Window Scale", "×" + (1L << Math.min(shift, 14)), "option.scale");
      }
      case 4 ->
          layout.text(
              8 * length, "SACK Permitted", texts.get("option.yes"), "option.sackPermitted");
      case 5 -> layout.text(8 * length, "SACK", blocks(read), "option.sack");
      case 8 ->
          layout.text(
              8 * length,
              "Timestamps",
              texts.get(
                  "option.times",
                  String.valueOf(SequenceNumber.unsigned(read.timestampValue())),
                  String.valueOf(SequenceNumber.unsigned(read.timestampEcho()))),
              "option.timestamps");
      case 34 ->
          layout.text(
              8 * length,
              "Fast Open",
              length == 2 ? texts.get("option.asks") : texts.get("option.cookie", length - 2),
              "option.fastOpen");
      default ->
          layout.text(8 * length, "Option " + kind, IpLayouts.size(texts, length), "option.other");
    }
  }

  private static String blocks(TcpOptions read) {
    StringBuilder text = new StringBuilder();
    for (TcpOptions.Block block : read.selectiveAcks()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(SequenceNumber.unsigned(block.left()))
          .append('–')
          .append(SequenceNumber.unsigned(block.right()));
    }
    return text.toString();
  }
}
