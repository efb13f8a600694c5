package wireflight.timeline;

import java.util.Set;
import wireflight.connection.Connection;
import wireflight.packet.IpAddress;
import wireflight.packet.UdpDatagram;

/** What is known of UDP protocols by their ports and addresses. */
final class Exchanges {
  /** DNS, NetBIOS names and LLMNR: an identifier pairs query and response. */
  private static final Set<Integer> NUMBERED = Set.of(53, 137, 5355);

  /**
   * Servers that answer each request from the port it came to: DNS, echo, daytime, quote, time,
   * DHCP, Kerberos, port mapper, NTP, NetBIOS names, SNMP, CLDAP, IKE, QUIC, NFS, RADIUS, STUN,
   * NAT-PMP, SIP, LLMNR, CoAP. Not among them are TFTP, whose server answers from another port (RFC
   * 1350, section 4), and what is told without an answer: syslog, SNMP traps, RTP.
   */
  private static final Set<Integer> ANSWERING =
      Set.of(
          7, 13, 17, 37, 53, 67, 88, 111, 123, 137, 161, 389, 443, 500, 547, 1645, 1646, 1812, 1813,
          2049, 3478, 4500, 5060, 5351, 5355, 5683, 5684);

  private static final long BROADCAST = 0xffff_ffffL;

  private Exchanges() {}

  /** Whether an identifier in its first bytes tells which response answers which query. */
  static boolean areNumbered(Connection flow) {
    return NUMBERED.contains(flow.server().port()) || NUMBERED.contains(flow.client().port());
  }

  /** Whether the service at the server's port answers each request, by what its protocol says. */
  static boolean areAnswered(Connection flow) {
    return areNumbered(flow) || ANSWERING.contains(flow.server().port());
  }

  /** Whether a datagram goes to a group or to everyone, from whom no one answer is due. */
  static boolean goesToMany(UdpDatagram datagram) {
    IpAddress to = datagram.ip().destination();
    return to.version() == 6
        ? to.high() >>> 56 == 0xff
        : to.low() >>> 28 == 0xe || to.low() == BROADCAST;
  }
}
