package wireflight.timeline;

import java.util.Set;
import wireflight.connection.Connection;
import wireflight.packet.IpAddress;
import wireflight.packet.UdpDatagram;

/** What is known of UDP protocols by their ports and addresses. */
final class Exchanges {
  /** DNS, NetBIOS names and LLMNR: an identifier pairs query and response. */
  private static final Set<Integer> NUMBERED = Set.of(53, 137, 5355);

  private static final long BROADCAST = 0xffff_ffffL;

  private Exchanges() {}

  /** Whether an identifier in its first bytes tells which response answers which query. */
  static boolean areNumbered(Connection flow) {
    return NUMBERED.contains(flow.server().port()) || NUMBERED.contains(flow.client().port());
  }

  /** Whether a datagram goes to a group or to everyone, from whom no one answer is due. */
  static boolean goesToMany(UdpDatagram datagram) {
    IpAddress to = datagram.ip().destination();
    return to.version() == 6
        ? to.high() >>> 56 == 0xff
        : to.low() >>> 28 == 0xe || to.low() == BROADCAST;
  }
}
