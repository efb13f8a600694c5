package wireflight.application;

import java.util.List;

/** The tables that RFC 7541 fixes: the static header fields (appendix A) and the Huffman code. */
final class HpackTables {
  /** The static table; its first entry has index 1. */
  static final List<Header> STATIC =
      List.of(
          new Header(":authority", ""),
          new Header(":method", "GET"),
          new Header(":method", "POST"),
          new Header(":path", "/"),
          new Header(":path", "/index.html"),
          new Header(":scheme", "http"),
          new Header(":scheme", "https"),
          new Header(":status", "200"),
          new Header(":status", "204"),
          new Header(":status", "206"),
          new Header(":status", "304"),
          new Header(":status", "400"),
          new Header(":status", "404"),
          new Header(":status", "500"),
          new Header("accept-charset", ""),
          new Header("accept-encoding", "gzip, deflate"),
          new Header("accept-language", ""),
          new Header("accept-ranges", ""),
          new Header("accept", ""),
          new Header("access-control-allow-origin", ""),
          new Header("age", ""),
          new Header("allow", ""),
          new Header("authorization", ""),
          new Header("cache-control", ""),
          new Header("content-disposition", ""),
          new Header("content-encoding", ""),
          new Header("content-language", ""),
          new Header("content-length", ""),
          new Header("content-location", ""),
          new Header("content-range", ""),
          new Header("content-type", ""),
          new Header("cookie", ""),
          new Header("date", ""),
          new Header("etag", ""),
          new Header("expect", ""),
          new Header("expires", ""),
          new Header("from", ""),
          new Header("host", ""),
          new Header("if-match", ""),
          new Header("if-modified-since", ""),
          new Header("if-none-match", ""),
          new Header("if-range", ""),
          new Header("if-unmodified-since", ""),
          new Header("last-modified", ""),
          new Header("link", ""),
          new Header("location", ""),
          new Header("max-forwards", ""),
          new Header("proxy-authenticate", ""),
          new Header("proxy-authorization", ""),
          new Header("range", ""),
          new Header("referer", ""),
          new Header("refresh", ""),
          new Header("retry-after", ""),
          new Header("server", ""),
          new Header("set-cookie", ""),
          new Header("strict-transport-security", ""),
          new Header("transfer-encoding", ""),
          new Header("user-agent", ""),
          new Header("vary", ""),
          new Header("via", ""),
          new Header("www-authenticate", ""));

  /**
   * How long each byte's Huffman code is, in bits, a character each ({@code '0' + bits}); the last
   * is the end-of-string symbol. The code of appendix B is canonical: ordered by length, then by
   * symbol, each code is the one before it plus one. So lengths are all there is to it.
   */
  static final String HUFFMAN_LENGTHS =
      "=GLLLLLLLHNLLNLLLLLLLLNLLLLLLLLL6::<=68;::8;8666555666666678?6<:"
          + "=67777777777777777777777878=C=>6?56565666577666567655677777?;>=L"
          + "DFDDFFFGFGGGGGHGHHFGHGGGGEFGFGGHFEDFFGGEGFFHEFGGEEFEGFGGDFFFGFFG"
          + "JJDCFGFIJJJKKJHICEJKKJKHEEJJLKKKDHDEFEEGFFIIHHJGJKJJKKKKKLKKKKKJ"
          + "N";

  /** A header field before anything is made of it. */
  record Header(String name, String value) {
    /** What it counts in the dynamic table (section 4.1). */
    int size() {
      return name.length() + value.length() + 32;
    }
  }

  private HpackTables() {}
}
