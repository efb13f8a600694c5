package wireflight.timeline;

import wireflight.packet.IcmpMessage;

/** What ICMP errors mean, in the words of RFC 792, RFC 1812 and RFC 4443. */
final class IcmpNames {
  private IcmpNames() {}

  static String of(IcmpMessage message) {
    return message.ip().source().version() == 6
        ? six(message.type(), message.code())
        : four(message.type(), message.code());
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

  private static String four(int type, int code) {
    return switch (type) {
      case 3 -> unreachable(code);
      case 4 -> "source quench";
      case 5 -> "redirect";
      case 11 -> code == 0 ? "time to live exceeded" : "reassembly time exceeded";
      case 12 -> "parameter problem";
      default -> "type " + type + ", code " + code;
    };
  }

  private static String unreachable(int code) {
    return switch (code) {
      case 0 -> "network unreachable";
      case 1 -> "host unreachable";
      case 2 -> "protocol unreachable";
      case 3 -> "port unreachable";
      case 4 -> "fragmentation needed";
      case 5 -> "source route failed";
      case 9, 10, 13 -> "prohibited";
      default -> "destination unreachable, code " + code;
    };
  }

  private static String six(int type, int code) {
    return switch (type) {
      case 1 ->
          switch (code) {
            case 0 -> "no route to destination";
            case 1 -> "prohibited";
            case 3 -> "address unreachable";
            case 4 -> "port unreachable";
            default -> "destination unreachable, code " + code;
          };
      case 2 -> "packet too big";
      case 3 -> code == 0 ? "hop limit exceeded" : "reassembly time exceeded";
      case 4 -> "parameter problem";
      default -> "type " + type + ", code " + code;
    };
  }
}
