package wireflight.timeline;

import wireflight.packet.IcmpMessage;

/** What ICMP errors mean, in the words of RFC 792, RFC 1812 and RFC 4443. */
final class IcmpNames {
  private IcmpNames() {}

  static String of(IcmpMessage message, Words words) {
    return message.ip().source().version() == 6
        ? six(message.type(), message.code(), words)
        : four(message.type(), message.code(), words);
  }

  /** Whether the message says that no socket has the port. */
  static boolean isPortUnreachable(IcmpMessage message) {
    return message.ip().source().version() == 6
        ? message.type() == 1 && message.code() == 4
        : message.type() == 3 && message.code() == 3;
  }

  /** Whether the message says that the quoted packet went no further. */
  static boolean isUndelivered(IcmpMessage message) {
    int type = message.type();
    return message.ip().source().version() == 6
        ? type >= 1 && type <= 4
        : type == 3 || type == 11 || type == 12;
  }

  private static String four(int type, int code, Words words) {
    return switch (type) {
      case 3 -> unreachable(code, words);
      case 4 -> words.get("icmp.quench");
      case 5 -> words.get("icmp.redirect");
      case 11 -> words.get(code == 0 ? "icmp.ttl" : "icmp.reassembly");
      case 12 -> words.get("icmp.parameter");
      default -> words.get("icmp.type", Words.plain(type), Words.plain(code));
    };
  }

  private static String unreachable(int code, Words words) {
    return switch (code) {
      case 0 -> words.get("icmp.network");
      case 1 -> words.get("icmp.host");
      case 2 -> words.get("icmp.protocol");
      case 3 -> words.get("icmp.port");
      case 4 -> words.get("icmp.fragmentation");
      case 5 -> words.get("icmp.route");
      case 9, 10, 13 -> words.get("icmp.prohibited");
      default -> words.get("icmp.destination", Words.plain(code));
    };
  }

  private static String six(int type, int code, Words words) {
    return switch (type) {
      case 1 ->
          switch (code) {
            case 0 -> words.get("icmp.noRoute");
            case 1 -> words.get("icmp.prohibited");
            case 3 -> words.get("icmp.address");
            case 4 -> words.get("icmp.port");
            default -> words.get("icmp.destination", Words.plain(code));
          };
      case 2 -> words.get("icmp.tooBig");
      case 3 -> words.get(code == 0 ? "icmp.hops" : "icmp.reassembly");
      case 4 -> words.get("icmp.parameter");
      default -> words.get("icmp.type", Words.plain(type), Words.plain(code));
    };
  }
}
