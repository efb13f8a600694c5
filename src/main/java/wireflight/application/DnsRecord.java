package wireflight.application;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import wireflight.packet.IpAddress;

/**
 * A resource record (RFC 1035, section 4.1.3).
 *
 * @param name whose it is
 * @param type its type's number
 * @param value its data as a zone file would show it
 */
record DnsRecord(String name, int type, String value) {
  private static final int MOST_HEX = 32;

  /** The data of a record, between two offsets of a whole message. */
  static String value(byte[] message, int type, int from, int to) {
    int length = to - from;
    return switch (type) {
      case DnsNames.A -> length == 4 ? v4(message, from) : hex(message, from, to);
      case DnsNames.AAAA -> length == 16 ? v6(message, from) : hex(message, from, to);
      case DnsNames.NS, DnsNames.CNAME, DnsNames.PTR, DnsNames.DNAME, DnsNames.SOA ->
          name(message, from);
      case DnsNames.MX -> length < 3 ? hex(message, from, to) : mx(message, from);
      case DnsNames.SRV -> length < 7 ? hex(message, from, to) : srv(message, from);
      case DnsNames.TXT -> strings(message, from, to);
      default -> hex(message, from, to);
    };
  }

  private static String v4(byte[] message, int at) {
    return IpAddress.v4((int) number(message, at, 4)).toString();
  }

  private static String v6(byte[] message, int at) {
    return IpAddress.v6(number(message, at, 8), number(message, at + 8, 8)).toString();
  }

  private static String mx(byte[] message, int at) {
    return number(message, at, 2) + " " + name(message, at + 2);
  }

  private static String srv(byte[] message, int at) {
    return name(message, at + 6) + ":" + number(message, at + 4, 2);
  }

  private static String name(byte[] message, int at) {
    DnsName name = DnsName.read(message, at);
    return name.isMalformed() ? "?" : name.text();
  }

  /** Character strings, each after its length (RFC 1035, section 3.3.14). */
  private static String strings(byte[] message, int from, int to) {
    List<String> strings = new ArrayList<>();
    int at = from;
    while (at < to) {
      int length = Math.min(message[at] & 0xff, to - at - 1);
      strings.add('"' + Text.of(message, at + 1, length) + '"');
      at += 1 + length;
    }
    return String.join(" ", strings);
  }

  private static String hex(byte[] message, int from, int to) {
    int end = Math.min(to, from + MOST_HEX);
    return HexFormat.of().formatHex(message, from, end) + (end < to ? "…" : "");
  }

  private static long number(byte[] message, int at, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | message[at + i] & 0xff;
    }
    return value;
  }
}
