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
            .field(8, "Type", type -> type + " (" + chunk.name() + ")", "sctp.type")
            .field(8, "Flags", flags -> String.format(Locale.ROOT, "0x%02x", flags), "sctp.flags")
            .number(16, "Length", "sctp.length");
    if (chunk.type() == SctpChunk.INIT || chunk.type() == SctpChunk.INIT_ACK) {
      layout
          .hex(32, "Initiate Tag", "sctp.tag")
          .number(32, "Receiver Window", "sctp.window")
          .number(16, "Outbound Streams", "sctp.outbound")
          .number(16, "Inbound Streams", "sctp.inbound")
          .number(32, "Initial TSN", "sctp.initial");
    } else if (NUMBERED.contains(chunk.type())) {
      layout.number(32, chunk.type() == SctpChunk.DATA ? "TSN" : "Cumulative TSN Ack", "sctp.tsn");
    }
    if (chunk.type() == SctpChunk.DATA) {
      layout
          .number(16, "Stream Identifier", "sctp.stream")
          .number(16, "Stream Sequence Number", "sctp.streamSequence")
          .number(32, "Payload Protocol Identifier", "sctp.payloadProtocol");
    } else if (chunk.type() == SctpChunk.SACK) {
      layout
          .number(32, "Receiver Window", "sctp.windowNow")
          .number(16, "Gap Blocks", "sctp.gaps")
          .number(16, "Duplicate TSNs", "sctp.duplicates");
    }
    return layout.build("SCTP " + chunk.name());
  }
}
