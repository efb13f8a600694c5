package wireflight.lab;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wireflight.language.Saying;

/**
 * Where a lesson binds or connects to: always on this machine's loopback, a multicast group there
 * among them, or on the wire's devices.
 *
 * @param host a literal address, {@code 0.0.0.0} or {@code ::} for every address, or empty for the
 *     usual one of the socket's own IP version
 * @param port 0 to 65535
 */
public record Address(String host, int port) {
  private static final Pattern IPV4_LOOPBACK =
      Pattern.compile("127\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){2}");

  // The groups that stay within an organisation (RFC 2365, section 6).
  private static final Pattern GROUP = Pattern.compile("239(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  /** Whether this is the address of a multicast group. */
  public boolean multicast() {
    return isGroup(host);
  }

  /** Whether a word is the address of a multicast group that a lesson may use. */
  static boolean isGroup(String host) {
    return GROUP.matcher(host).matches();
  }

  /** Whether this means every address of the machine. */
  public boolean everywhere() {
    return host.equals("0.0.0.0") || host.equals("::");
  }

  /**
   * Reads {@code :80}, {@code 80}, {@code 127.0.0.1:80}, {@code localhost:80}, {@code [::1]:80} or
   * {@code *:80}; null where the word is no address at all.
   *
   * @param onWire whether the socket is on a device of the wire, so that the devices' addresses
   *     take the place of the loopback's
   * @throws IllegalArgumentException with a sentence, where it is one that a lesson may not use
   */
  static @Nullable Address read(String word, boolean ipv6, boolean onWire) {
    int colon = word.lastIndexOf(':');
    String port = word.substring(colon + 1);
    if (!port.matches("\\d{1,9}")) {
      return null;
    }
    String host = colon < 0 ? "" : word.substring(0, colon).toLowerCase(Locale.ROOT);
    int number = Integer.parseInt(port);
    if (number > 65535) {
      throw new IllegalArgumentException(Saying.english(Address.class, "ports"));
    }
    return new Address(onWire ? device(host, ipv6) : loopback(host, ipv6), number);
  }

  private static String device(String host, boolean ipv6) {
    String bare = host.replace("[", "").replace("]", "");
    return switch (bare) {
      case "", "10.0.0.1", "10.0.0.2", "fd00::1", "fd00::2", "0.0.0.0", "::" -> bare;
      case "*" -> ipv6 ? "::" : "0.0.0.0";
      default ->
          throw new IllegalArgumentException(Saying.english(Address.class, "onNoDevice", bare));
    };
  }

  // No name is ever looked up: that would already be traffic to another machine.
  private static String loopback(String host, boolean ipv6) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return switch (bare) {
      case "", "localhost" -> "";
      case "*" -> ipv6 ? "::" : "0.0.0.0";
      case "::1", "0.0.0.0", "::" -> bare;
      default -> {
        if (IPV4_LOOPBACK.matcher(bare).matches() || isGroup(bare) && !ipv6) {
          yield bare;
        }
        throw new IllegalArgumentException(Saying.english(Address.class, "offLoopback", bare));
      }
    };
  }
}
