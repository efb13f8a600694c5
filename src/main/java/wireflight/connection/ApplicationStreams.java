package wireflight.connection;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import wireflight.packet.IpAddress;
import wireflight.packet.Scan;

/**
 * What applications do to Wireshark's streams, for an analysis that shall count as it does: all
 * datagrams from a place that SIP named for media are one stream, and so are those to it from
 * places that it did not name; a connection on which VNC is recognised goes on as another stream.
 */
final class ApplicationStreams {
  private static final int SIP = 5060;
  private static final int UDP_HEADER = 8;

  /** More of a message is not looked at. */
  private static final int LONGEST = 8192;

  /** RFC 6143, section 7.1.1: both ends begin with {@code RFB 003.008} and a line feed. */
  private static final int GREETING = 12;

  private static final int RFB = 'R' << 24 | 'F' << 16 | 'B' << 8 | ' ';

  /** Below it, a port says what is spoken there, and nothing else is looked for. */
  private static final int WELL_KNOWN = 1024;

  /** Its own ports, by which it is known without being recognised. */
  private static final List<Integer> VNC = List.of(5500, 5501, 5900, 5901);

  private final Map<Endpoint, Integer> media = new HashMap<>();
  private final Map<Integer, Integer> streams = new HashMap<>();

  /** The group of the flows of a place that was named for media; 0 where neither end is one. */
  int group(Scan s) {
    if (media.isEmpty()) {
      return 0;
    }
    int version = s.ipVersion();
    Endpoint from =
        new Endpoint(new IpAddress(version, s.sourceHigh(), s.sourceLow()), s.sourcePort());
    Endpoint to =
        new Endpoint(new IpAddress(version, s.finalHigh(), s.finalLow()), s.destinationPort());
    return media.getOrDefault(from, media.getOrDefault(to, 0));
  }

  /** The stream of a group's flows, which is a new one for the first; for group 0 always. */
  int stream(int group, IntSupplier another) {
    return group == 0
        ? another.getAsInt()
        : streams.computeIfAbsent(group, _ -> another.getAsInt());
  }

  /** The flow of a datagram, in its own group or else that of a named place; null without one. */
  @Nullable Flow find(Scan s, FlowTable table, int own) {
    Flow flow = table.find(s, Transport.UDP, own);
    int named = flow == null ? group(s) : 0;
    return named > 0 ? table.find(s, Transport.UDP, named) : flow;
  }

  /** Takes in what a datagram that may hold a SIP message names. */
  void datagram(Scan s) {
    read(s, UDP_HEADER);
  }

  /** Takes in a segment, after which its connection may go on as another stream. */
  void segment(Scan s, Flow flow) {
    if (s.sourcePort() == SIP || s.destinationPort() == SIP) {
      read(s, s.headerLength());
    }
    boolean greets =
        s.length() == GREETING
            && s.captured() >= s.headerLength() + GREETING
            && s.headerLength() >= 20
            && s.intAt(s.headerLength()) == RFB
            && Math.min(s.sourcePort(), s.destinationPort()) >= WELL_KNOWN
            && !VNC.contains(s.sourcePort())
            && !VNC.contains(s.destinationPort());
    flow.superseded |= greets && !flow.supersedes;
  }

  private void read(Scan s, int from) {
    int length = Math.min(s.captured() - from, LONGEST);
    // Each SIP message begins with a capital: of a method or of its own name.
    if (length < GREETING || s.byteAt(from) < 'A' || s.byteAt(from) > 'Z') {
      return;
    }
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) s.byteAt(from + i);
    }
    for (Endpoint place :
        SessionDescription.places(new String(text, StandardCharsets.ISO_8859_1))) {
      media.putIfAbsent(place, media.size() + 1);
    }
  }
}
