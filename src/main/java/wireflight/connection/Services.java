package wireflight.connection;

/** Names of services by port, as the IANA registry has them: those a person is likely to meet. */
public final class Services {
  private Services() {}

  /**
   * The registered name.
   *
   * @param port 0 to 65535
   * @param transport over which
   * @return the name, as in {@code https}; empty for a port without one here
   */
  public static String name(int port, Transport transport) {
    return switch (transport) {
      case TCP -> tcp(port);
      case UDP -> udp(port);
      case SCTP -> sctp(port);
    };
  }

  private static String tcp(int port) {
    return switch (port) {
      case 20 -> "ftp-data";
      case 21 -> "ftp";
      case 22 -> "ssh";
      case 23 -> "telnet";
      case 25 -> "smtp";
      case 43 -> "whois";
      case 80 -> "http";
      case 110 -> "pop3";
      case 119 -> "nntp";
      case 139 -> "netbios-ssn";
      case 143 -> "imap";
      case 179 -> "bgp";
      case 443 -> "https";
      case 445 -> "microsoft-ds";
      case 465 -> "submissions";
      case 502 -> "mbap";
      case 515 -> "printer";
      case 548 -> "afpovertcp";
      case 554 -> "rtsp";
      case 587 -> "submission";
      case 631 -> "ipp";
      case 636 -> "ldaps";
      case 853 -> "domain-s";
      case 873 -> "rsync";
      case 989 -> "ftps-data";
      case 990 -> "ftps";
      case 993 -> "imaps";
      case 995 -> "pop3s";
      case 1433 -> "ms-sql-s";
      case 1883 -> "mqtt";
      case 3306 -> "mysql";
      case 3389 -> "ms-wbt-server";
      case 5222 -> "xmpp-client";
      case 5432 -> "postgresql";
      case 5671 -> "amqps";
      case 5672 -> "amqp";
      case 5900 -> "rfb";
      case 6379 -> "redis";
      case 8080 -> "http-alt";
      case 8443 -> "pcsync-https";
      case 8883 -> "secure-mqtt";
      case 9418 -> "git";
      case 27017 -> "mongodb";
      default -> both(port);
    };
  }

  private static String udp(int port) {
    return switch (port) {
      case 67 -> "bootps";
      case 68 -> "bootpc";
      case 69 -> "tftp";
      case 80, 443 -> port == 80 ? "http" : "https";
      case 123 -> "ntp";
      case 137 -> "netbios-ns";
      case 138 -> "netbios-dgm";
      case 161 -> "snmp";
      case 162 -> "snmptrap";
      case 500 -> "isakmp";
      case 514 -> "syslog";
      case 520 -> "router";
      case 546 -> "dhcpv6-client";
      case 547 -> "dhcpv6-server";
      case 853 -> "domain-s";
      case 1900 -> "ssdp";
      case 3478 -> "stun";
      case 4500 -> "ipsec-nat-t";
      case 4789 -> "vxlan";
      case 5353 -> "mdns";
      case 5355 -> "llmnr";
      case 5683 -> "coap";
      default -> both(port);
    };
  }

  private static String sctp(int port) {
    return switch (port) {
      case 2905 -> "m3ua";
      case 3868 -> "diameter";
      case 36412 -> "s1-control";
      default -> "";
    };
  }

  private static String both(int port) {
    return switch (port) {
      case 7 -> "echo";
      case 9 -> "discard";
      case 13 -> "daytime";
      case 17 -> "qotd";
      case 19 -> "chargen";
      case 37 -> "time";
      case 53 -> "domain";
      case 88 -> "kerberos";
      case 111 -> "sunrpc";
      case 389 -> "ldap";
      case 2049 -> "nfs";
      case 3868 -> "diameter";
      case 5060 -> "sip";
      case 5061 -> "sips";
      default -> "";
    };
  }
}
