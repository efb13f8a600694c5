package wireflight.application;

import java.util.Map;

/** What DNS calls its numbers (the IANA registry of DNS parameters). */
final class DnsNames {
  static final int A = 1;
  static final int NS = 2;
  static final int CNAME = 5;
  static final int SOA = 6;
  static final int PTR = 12;
  static final int MX = 15;
  static final int TXT = 16;
  static final int AAAA = 28;
  static final int SRV = 33;
  static final int DNAME = 39;
  static final int OPT = 41;

  private static final Map<Integer, String> TYPES =
      Map.ofEntries(
          Map.entry(A, "A"),
          Map.entry(NS, "NS"),
          Map.entry(CNAME, "CNAME"),
          Map.entry(SOA, "SOA"),
          Map.entry(PTR, "PTR"),
          Map.entry(13, "HINFO"),
          Map.entry(MX, "MX"),
          Map.entry(TXT, "TXT"),
          Map.entry(AAAA, "AAAA"),
          Map.entry(SRV, "SRV"),
          Map.entry(35, "NAPTR"),
          Map.entry(DNAME, "DNAME"),
          Map.entry(OPT, "OPT"),
          Map.entry(43, "DS"),
          Map.entry(46, "RRSIG"),
          Map.entry(47, "NSEC"),
          Map.entry(48, "DNSKEY"),
          Map.entry(50, "NSEC3"),
          Map.entry(51, "NSEC3PARAM"),
          Map.entry(52, "TLSA"),
          Map.entry(64, "SVCB"),
          Map.entry(65, "HTTPS"),
          Map.entry(249, "TKEY"),
          Map.entry(250, "TSIG"),
          Map.entry(251, "IXFR"),
          Map.entry(252, "AXFR"),
          Map.entry(255, "ANY"),
          Map.entry(257, "CAA"));

  private static final String[] CODES = {
    "NOERROR",
    "FORMERR",
    "SERVFAIL",
    "NXDOMAIN",
    "NOTIMP",
    "REFUSED",
    "YXDOMAIN",
    "YXRRSET",
    "NXRRSET",
    "NOTAUTH",
    "NOTZONE"
  };

  private static final String[] OPERATIONS = {"query", "inverse query", "status", "", "notify"};

  private DnsNames() {}

  static String type(int type) {
    return TYPES.getOrDefault(type, "TYPE" + type);
  }

  static String responseCode(int code) {
    return code < CODES.length ? CODES[code] : "RCODE" + code;
  }

  static String operation(int code) {
    String name = code < OPERATIONS.length ? OPERATIONS[code] : code == 5 ? "update" : "";
    return name.isEmpty() ? "opcode " + code : name;
  }
}
