package wireflight.packet;

/** The options of a TCP header one by one, for display (RFC 9293, section 3.2). */
final class TcpOptionLayouts {
  private TcpOptionLayouts() {}

  /** Lays out every option between the fixed header and its end. */
  static void add(LayoutBuilder layout, HeaderLayout.Bytes bytes, TcpSegment segment) {
    int end = Math.min(segment.headerLength(), bytes.captured() - segment.offset());
    int at = 20;
    while (at < end) {
      int kind = octet(bytes, segment, at);
      int length = kind > 1 && at + 1 < end ? octet(bytes, segment, at + 1) : 1;
      boolean sound = kind <= 1 || length >= 2 && at + length <= end;
      if (kind == 0 || !sound) {
        layout.text(
            8 * (end - at),
            kind == 0 ? "End of Options" : "Options",
            kind == 0 ? "padding" : "malformed",
            "Nothing after this is an option; it fills the header up to whole words.");
        return;
      }
      option(layout, segment, kind, length);
      at += length;
    }
  }

  private static int octet(HeaderLayout.Bytes bytes, TcpSegment segment, int at) {
    return (int) bytes.bits(segment.offset() + at, 0, 8);
  }

  private static void option(LayoutBuilder layout, TcpSegment segment, int kind, int length) {
    TcpOptions read = segment.options();
    switch (kind) {
      case 1 -> layout.text(8, "NOP", "1", "No-Operation: fills up to where the next one starts.");
      case 2 ->
          layout.text(
              8 * length,
              "Maximum Segment Size",
              read.maximumSegmentSize() + " bytes",
              "The most data that the sender of this SYN takes in one segment.");
      case 3 -> {
        int shift = Math.max(0, read.windowScale());
        layout.text(
            8 * length,
            "Window Scale",
            "×" + (1L << Math.min(shift, 14)),
            "How often later windows of this sender are doubled (RFC 7323, section 2.2).");
      }
      case 4 ->
          layout.text(
              8 * length,
              "SACK Permitted",
              "yes",
              "The sender understands selective acknowledgments (RFC 2018, section 2).");
      case 5 ->
          layout.text(
              8 * length,
              "SACK",
              blocks(read),
              "What has arrived beyond a gap and need not be sent again (RFC 2018, section 3).");
      case 8 ->
          layout.text(
              8 * length,
              "Timestamps",
              "value "
                  + SequenceNumber.unsigned(read.timestampValue())
                  + ", echo "
                  + SequenceNumber.unsigned(read.timestampEcho()),
              "The sender's clock, and the receiver's clock sent back: together they measure the"
                  + " round trip (RFC 7323, section 3).");
      case 34 ->
          layout.text(
              8 * length,
              "Fast Open",
              length == 2 ? "asks for a cookie" : "cookie of " + (length - 2) + " bytes",
              "Lets data travel on the SYN of a later connection (RFC 7413, section 4.1).");
      default ->
          layout.text(
              8 * length,
              "Option " + kind,
              length + " bytes",
              "An option that the IANA registry of TCP options names.");
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
