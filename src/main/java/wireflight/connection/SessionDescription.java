package wireflight.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wireflight.packet.IpAddress;

/** The places where media are awaited, by the session description in a SIP message. */
final class SessionDescription {
  private static final Pattern START =
      Pattern.compile("SIP/2\\.0 .*|[A-Z]+ \\S+ SIP/2\\.0", Pattern.DOTALL);

  /** RFC 3261, section 7.3.3: the header also has a name of one letter. */
  private static final Pattern TYPE =
      Pattern.compile("(?im)^(?:content-type|c)[ \t]*:[ \t]*application/sdp");

  private static final Pattern MEDIA = Pattern.compile("m=\\S+ (\\d{1,5})(?:/\\d+)? (\\S+).*");
  private static final Pattern CONNECTION = Pattern.compile("c=IN IP[46] ([^\\s/]+).*");
  private static final Pattern CONTROL = Pattern.compile("a=rtcp:(\\d{1,5})");
  private static final Pattern CARRIED =
      Pattern.compile("(?:UDP/TLS/)?RTP/S?AVPF?|udptl", Pattern.CASE_INSENSITIVE);

  private final List<Endpoint> places = new ArrayList<>();
  private String session = "";
  private String address = "";
  private String protocol = "";
  private int port;
  private int control;

  private SessionDescription() {}

  /**
   * The places that a message names: those of media, and of their control (RFC 3550, section 11;
   * RFC 3605).
   *
   * @param message a whole SIP message or the beginning of one; anything else names none
   */
  static List<Endpoint> places(String message) {
    int head = message.indexOf("\r\n\r\n");
    int line = message.indexOf("\r\n");
    if (head < 0
        || !START.matcher(message.substring(0, line)).matches()
        || !TYPE.matcher(message.substring(0, head)).find()) {
      return List.of();
    }
    SessionDescription description = new SessionDescription();
    message.substring(head + 4).lines().forEach(description::line);
    description.medium();
    return description.places;
  }

  /** RFC 8866, section 5: what stands behind a medium is about that medium. */
  private void line(String line) {
    Matcher media = MEDIA.matcher(line);
    Matcher connection = CONNECTION.matcher(line);
    Matcher rtcp = CONTROL.matcher(line);
    if (media.matches()) {
      medium();
      address = session;
      port = Integer.parseInt(media.group(1));
      protocol = media.group(2);
      control = 0;
    } else if (connection.matches()) {
      address = connection.group(1);
      session = protocol.isEmpty() ? address : session;
    } else if (rtcp.matches()) {
      control = Integer.parseInt(rtcp.group(1));
    }
  }

  private void medium() {
    if (port == 0 || !CARRIED.matcher(protocol).matches()) {
      return;
    }
    try {
      IpAddress at = IpAddress.parse(address);
      places.add(new Endpoint(at, port));
      if (protocol.contains("/")) {
        places.add(new Endpoint(at, control == 0 ? port + 1 : control));
      }
    } catch (IllegalArgumentException name) {
      // A name, which only its own network could resolve.
    }
  }
}
