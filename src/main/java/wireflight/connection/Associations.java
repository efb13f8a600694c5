package wireflight.connection;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wireflight.packet.Scan;

/**
 * Finds the SCTP association of a packet: by its addresses, or by its verification tag where an end
 * with several addresses uses another one (RFC 9260, sections 6.4 and 8.5).
 */
final class Associations {
  private record Key(int group, int source, int destination, int tag) {}

  private final Map<Key, Flow> byTag = new HashMap<>();

  /** The association of a packet whose tag was captured; null where there is none yet. */
  @Nullable Flow find(Scan s, FlowTable table, int group) {
    Flow flow = table.find(s, Transport.SCTP, group);
    int tag = s.intAt(4);
    // An INIT has none (section 8.5.1).
    return flow != null || tag == 0
        ? flow
        : byTag.get(new Key(group, s.sourcePort(), s.destinationPort(), tag));
  }

  /** Takes in the tags that an association has by now. */
  void remember(Flow flow, SctpFlow association) {
    SctpFlow.End client = association.end(true);
    SctpFlow.End server = association.end(false);
    if (client.tagKnown) {
      byTag.put(new Key(flow.group, flow.serverPort, flow.clientPort, client.tag), flow);
    }
    if (server.tagKnown) {
      byTag.put(new Key(flow.group, flow.clientPort, flow.serverPort, server.tag), flow);
    }
  }
}
