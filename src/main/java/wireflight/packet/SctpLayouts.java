package wireflight.packet;

import java.util.Locale;
import java.util.Set;

/** The fields of SCTP chunks (RFC 9260, section 3.3). */
final class SctpLayouts {
  private static final Set<Integer> NUMBERED =
      Set.of(SctpChunk.DATA, SctpChunk.SACK, SctpChunk.SHUTDOWN);

  private SctpLayouts() {}

  /** The header of a chunk: what every chunk has, and the first numbers of those that count. */
  static HeaderLayout chunk(HeaderLayout.Bytes bytes, SctpChunk chunk) {
    LayoutBuilder layout =
        new LayoutBuilder(bytes, chunk.offset())
            .field(8, "Type", type -> type + " (" + chunk.name() + ")", "What the chunk is for.")
            .field(
                8,
                "Flags",
                flags -> String.format(Locale.ROOT, "0x%02x", flags),
                "Their meaning depends on the type.")
            .number(16, "Length", "Bytes of the chunk, this header included, padding not.");
    if (chunk.type() == SctpChunk.INIT || chunk.type() == SctpChunk.INIT_ACK) {
      layout
          .hex(32, "Initiate Tag", "The verification tag that packets to the sender must carry.")
          .number(32, "Receiver Window", "How many bytes the sender can take.")
          .number(16, "Outbound Streams", "How many streams the sender wants to send on.")
          .number(16, "Inbound Streams", "How many streams the sender can receive.")
          .number(32, "Initial TSN", "The number of the sender's first chunk of data.");
    } else if (NUMBERED.contains(chunk.type())) {
      layout.number(
          32,
          chunk.type() == SctpChunk.DATA ? "TSN" : "Cumulative TSN Ack",
          "Every chunk of data has a transmission sequence number; the receiver acknowledges it.");
    }
    if (chunk.type() == SctpChunk.DATA) {
      layout
          .number(16, "Stream Identifier", "On which of the streams the data goes.")
          .number(16, "Stream Sequence Number", "Its place among the messages of that stream.")
          .number(32, "Payload Protocol Identifier", "What the data is, for the application.");
    } else if (chunk.type() == SctpChunk.SACK) {
      layout
          .number(32, "Receiver Window", "How many bytes the sender can take now.")
          .number(16, "Gap Blocks", "How many runs have arrived beyond a gap.")
          .number(16, "Duplicate TSNs", "How many chunks have arrived twice.");
    }
    return layout.build("SCTP " + chunk.name());
  }
}
