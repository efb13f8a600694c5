package wireflight.application;

import java.util.Locale;

/** How the body of an HTTP/1.x message ends (RFC 9112, section 6.3). */
sealed interface Http1Body {
  /** After so many bytes, which may be none. */
  record Sized(long length) implements Http1Body {}

  /** After its last chunk and trailer section. */
  record Chunked() implements Http1Body {}

  /** With the connection. */
  record UntilClose() implements Http1Body {}

  /** Nobody can tell. */
  record Unknown(String problem) implements Http1Body {}

  /** Of a request. */
  static Http1Body ofRequest(Http1Head head) {
    String coding = head.value("Transfer-Encoding");
    if (!coding.isEmpty()) {
      return endsChunked(coding)
          ? new Chunked()
          : new Unknown("A request's last transfer coding must be chunked");
    }
    return sized(head, new Sized(0));
  }

  /** Of a response to a request by the given method; an empty one is not known. */
  static Http1Body ofResponse(Http1Head head, int status, String method) {
    boolean none =
        status < 200
            || status == 204
            || status == 304
            || method.equals("HEAD")
            || method.equals("CONNECT") && status < 300;
    if (none) {
      return new Sized(0);
    }
    String coding = head.value("Transfer-Encoding");
    if (!coding.isEmpty()) {
      return endsChunked(coding) ? new Chunked() : new UntilClose();
    }
    return sized(head, new UntilClose());
  }

  private static boolean endsChunked(String coding) {
    String last = coding.substring(coding.lastIndexOf(',') + 1).strip();
    return last.toLowerCase(Locale.ROOT).equals("chunked");
  }

  private static Http1Body sized(Http1Head head, Http1Body otherwise) {
    String value = head.value("Content-Length");
    if (value.isEmpty()) {
      return otherwise;
    }
    // The same length said more than once is one length (section 6.3, rule 5).
    String first = value.split(",", 2)[0].strip();
    for (String each : value.split(",", -1)) {
      if (!each.strip().equals(first)) {
        return new Unknown("Two lengths are given: " + value);
      }
    }
    boolean number = !first.isEmpty() && first.chars().allMatch(c -> c >= '0' && c <= '9');
    return number && first.length() <= 18
        ? new Sized(Long.parseLong(first))
        : new Unknown("The Content-Length is no number: " + value);
  }
}
