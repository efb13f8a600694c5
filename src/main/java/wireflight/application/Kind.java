package wireflight.application;

import java.util.Locale;

/** What part a message plays in its protocol. */
public enum Kind {
  /** Asks for something: an HTTP request, a DNS query. */
  REQUEST,
  /** Answers a request. */
  RESPONSE,
  /** The header fields that follow a body, as in gRPC's status. */
  TRAILERS,
  /** Carries data of the application. */
  DATA,
  /** Serves the protocol itself: settings, ping, close, change of cipher. */
  CONTROL,
  /** Sets up a TLS connection. */
  HANDSHAKE,
  /** Tells of an error: a TLS alert, an HTTP/2 reset. */
  ALERT,
  /** Bytes that are not what their protocol allows there, or could not be followed. */
  MALFORMED;

  /** The name in the {@code messages} output, as in {@code request}. */
  public String fieldName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
