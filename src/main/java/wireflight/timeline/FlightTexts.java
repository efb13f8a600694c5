package wireflight.timeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import wireflight.connection.Correction;
import wireflight.connection.SegmentFacts;
import wireflight.connection.Verdict;
import wireflight.packet.IcmpMessage;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.trace.Frame;

/** What stands on the arrows: parts set apart by two spaces, the most telling first. */
final class FlightTexts {
  private static final int EXCERPT = 16;
  private static final Set<Verdict> ORDINARY =
      Set.of(
          Verdict.WINDOW_UPDATE,
          Verdict.KEEP_ALIVE,
          Verdict.KEEP_ALIVE_ACK,
          Verdict.ZERO_WINDOW_PROBE,
          Verdict.ZERO_WINDOW_PROBE_ACK,
          Verdict.REUSED_PORTS);

  private final Words words;

  FlightTexts(Words words) {
    this.words = words;
  }

  /** A segment's label, as in {@code PSH, ACK · 5 Seq=1 Ack=1 "hello"}. */
  String segment(TcpSegment segment, SegmentFacts facts, Frame frame) {
    StringBuilder label = new StringBuilder(flags(segment));
    if (segment.payloadLength() > 0) {
      label.append(" · ").append(Words.grouped(segment.payloadLength()));
    }
    label.append("  Seq=").append(facts.relativeSequence());
    if (segment.has(TcpFlags.ACK)) {
      label.append("  Ack=").append(facts.relativeAcknowledgment());
    }
    boolean plainSyn = segment.has(TcpFlags.SYN) && !segment.has(TcpFlags.ACK);
    boolean windowMatters =
        facts.verdicts().contains(Verdict.ZERO_WINDOW)
            || facts.verdicts().contains(Verdict.WINDOW_UPDATE);
    if (plainSyn || windowMatters) {
      label.append("  Win=").append(facts.window());
    }
    if (plainSyn && segment.options().maximumSegmentSize() >= 0) {
      label.append("  MSS=").append(segment.options().maximumSegmentSize());
    }
    int cookie = segment.options().fastOpenCookie();
    if (segment.has(TcpFlags.SYN) && cookie >= 0) {
      label.append(cookie == 0 ? "  TFO?" : "  TFO cookie");
    }
    if (segment.ip().isMarked()) {
      label.append("  CE");
    }
    String excerpt = excerpt(frame, segment.payloadOffset(), segment.payloadLength());
    return excerpt.isEmpty() ? label.toString() : label + "  " + excerpt;
  }

  /** A label with how long the flight took, as its second part. */
  String timed(String label, long nanos) {
    if (nanos <= 0) {
      return label;
    }
    int gap = label.indexOf("  ");
    String time = "  " + words.time(nanos);
    if (label.startsWith("ACK  Seq=")) {
      // Of an acknowledgment its own number matters most.
      String[] parts = label.split("  ", -1);
      return "ACK  " + parts[2] + time + "  " + parts[1] + rest(parts);
    }
    return gap < 0 ? label + time : label.substring(0, gap) + time + label.substring(gap);
  }

  /** The label of a copy of a packet that took another time than the first. */
  String retimed(String label, long first, long nanos) {
    return first <= 0
        ? timed(label, nanos)
        : label.replace("  " + words.time(first), "  " + words.time(nanos));
  }

  private static String rest(String[] parts) {
    return parts.length > 3
        ? "  " + String.join("  ", List.of(parts).subList(3, parts.length))
        : "";
  }

  /** A datagram's label, as in {@code UDP · 5 "hello"}. */
  static String datagram(UdpDatagram datagram, Frame frame) {
    String excerpt = excerpt(frame, datagram.payloadOffset(), datagram.payloadLength());
    String label = "UDP · " + Words.grouped(Math.max(0, datagram.payloadLength()));
    label += datagram.ip().isMarked() ? "  CE" : "";
    return excerpt.isEmpty() ? label : label + "  " + excerpt;
  }

  /** An ICMP message's label, as in {@code ICMP port unreachable}. */
  String icmp(IcmpMessage message) {
    return (message.ip().source().version() == 6 ? "ICMPv6 " : "ICMP ")
        + IcmpNames.of(message, words);
  }

  /** The flags that are set, lowest bit first, as Wireshark writes them. */
  String flags(TcpSegment segment) {
    List<String> names = new ArrayList<>();
    add(names, segment, TcpFlags.FIN, "FIN");
    add(names, segment, TcpFlags.SYN, "SYN");
    add(names, segment, TcpFlags.RST, "RST");
    add(names, segment, TcpFlags.PSH, "PSH");
    add(names, segment, TcpFlags.ACK, "ACK");
    add(names, segment, TcpFlags.URG, "URG");
    add(names, segment, TcpFlags.ECE, "ECE");
    add(names, segment, TcpFlags.CWR, "CWR");
    return names.isEmpty() ? words.get("label.flags.none") : String.join(", ", names);
  }

  private static void add(List<String> names, TcpSegment segment, int flag, String name) {
    if (segment.has(flag)) {
      names.add(name);
    }
  }

  /** What the analysis adds beneath the label: what is better known first. */
  String note(Set<Verdict> verdicts, Optional<Correction> correction) {
    if (verdicts.isEmpty()) {
      return "";
    }
    if (correction.isPresent()) {
      Verdict called = correction.get().called();
      Set<Verdict> others = EnumSet.copyOf(verdicts);
      others.remove(called);
      others.remove(Verdict.RETRANSMISSION);
      String more = others.isEmpty() ? "" : ", " + note(others, Optional.empty());
      String truth = words.get("truth." + correction.get().truth().name());
      return words.get("note.better", truth, name(called)) + more;
    }
    Set<Verdict> said = EnumSet.copyOf(verdicts);
    // The general verdict comes with each of its special forms.
    if (said.contains(Verdict.FAST_RETRANSMISSION)
        || said.contains(Verdict.SPURIOUS_RETRANSMISSION)) {
      said.remove(Verdict.RETRANSMISSION);
    }
    StringJoiner note = new StringJoiner(", ");
    said.forEach(verdict -> note.add(name(verdict)));
    return note.toString();
  }

  /** Whether any verdict tells of something gone wrong. */
  static boolean trouble(Set<Verdict> verdicts, Optional<Correction> correction) {
    if (correction.isEmpty()) {
      return !ORDINARY.containsAll(verdicts);
    }
    return switch (correction.get().truth()) {
      case RETRANSMISSION, OUT_OF_ORDER, ZERO_WINDOW_PROBE_ACK -> true;
      case SEEN_TWICE, SIMULTANEOUS_OPEN, ZERO_WINDOW_PROBE, KEEP_ALIVE_ACK -> false;
    };
  }

  String name(Verdict verdict) {
    return words.get("verdict." + verdict.name());
  }

  /** The first characters of a payload in quotes, if it reads as text; else empty. */
  static String excerpt(Frame frame, int offset, int length) {
    int captured = Math.min(length, frame.length() - offset);
    int taken = Math.min(captured, 4 * EXCERPT);
    if (taken <= 0) {
      return "";
    }
    byte[] bytes = new byte[taken];
    frame.data().get(frame.offset() + offset, bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    StringBuilder shown = new StringBuilder("\"");
    int characters = 0;
    int at = 0;
    while (at < text.length() && characters < EXCERPT) {
      int point = text.codePointAt(at);
      if (point == '\r' || point == '\n' || point == '\t') {
        shown.append(point == '\r' ? "\\r" : point == '\n' ? "\\n" : "\\t");
      } else if (point == 0xfffd || Character.isISOControl(point) || !Character.isDefined(point)) {
        return "";
      } else {
        shown.appendCodePoint(point);
      }
      at += Character.charCount(point);
      characters++;
    }
    boolean more = at < text.length() || taken < length;
    return shown.append(more ? "…\"" : "\"").toString();
  }
}
