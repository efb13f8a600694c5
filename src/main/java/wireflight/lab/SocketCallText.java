package wireflight.lab;

import java.util.List;

/**
 * A system call on a socket in the words of the sockets API.
 *
 * @param name {@code send} for write(2), {@code recv} for read(2), and so on
 * @param arguments as a person would write them, as far as they are known
 * @param data what was received, escaped as in a C string; empty before it has returned
 * @param from whom a datagram came from; empty where it is not said
 */
record SocketCallText(String name, String arguments, String data, String from) {

  /**
   * Reads it.
   *
   * @param system the system call's name
   * @param on the socket, and the arguments that follow it: all of them, or those known at entry
   */
  static SocketCallText of(String system, StraceText.Descriptor on) {
    List<String> arguments =
        StraceText.arguments(on.rest().startsWith(",") ? on.rest().substring(1) : on.rest());
    boolean connected = on.socket().transport().equals("tcp") || !on.socket().foreign().isEmpty();
    return switch (system) {
      case "accept", "accept4" -> plain("accept", "");
      case "bind", "connect" -> plain(system, StraceText.address(on.rest()));
      case "listen", "shutdown" -> plain(system, at(arguments, 0));
      case "close" -> plain(system, "");
      case "setsockopt" -> plain(system, at(arguments, 1) + ", " + option(at(arguments, 2)));
      case "write", "sendto" ->
          sent(at(arguments, 0), at(arguments, 1), StraceText.address(at(arguments, 3)));
      case "writev", "sendmsg" -> {
        String vectors = at(arguments, 0);
        yield sent(
            base(vectors),
            String.valueOf(StraceText.sum(vectors, "iov_len")),
            StraceText.address(vectors));
      }
      case "sendfile" -> plain("send", at(arguments, 2) + " bytes of a file");
      case "read", "recvfrom" ->
          received(
              connected, at(arguments, 1), at(arguments, 0), StraceText.address(at(arguments, 3)));
      case "readv", "recvmsg" -> {
        String vectors = at(arguments, 0);
        long size = StraceText.sum(vectors, "iov_len");
        yield received(
            connected,
            size == 0 ? "" : String.valueOf(size),
            base(vectors),
            StraceText.address(vectors));
      }
      default -> plain(system, String.join(", ", arguments));
    };
  }

  private static SocketCallText plain(String name, String arguments) {
    return new SocketCallText(name, arguments, "", "");
  }

  private static SocketCallText sent(String data, String size, String to) {
    String arguments = "\"" + StraceText.string(data) + "\", " + size;
    return to.isEmpty() ? plain("send", arguments) : plain("sendto", arguments + ", " + to);
  }

  private static SocketCallText received(boolean connected, String size, String data, String from) {
    return new SocketCallText(
        connected ? "recv" : "recvfrom", size, StraceText.string(data), connected ? "" : from);
  }

  // [1] is 1, and of struct linger what a lesson would write.
  private static String option(String value) {
    if (value.contains("l_onoff=0")) {
      return "off";
    }
    return value.contains("l_linger=")
        ? String.valueOf(StraceText.sum(value, "l_linger"))
        : value.replaceAll("^\\[|\\]$", "");
  }

  // struct iovec: the bytes stand behind an address that may stand in quotation marks, too.
  private static String base(String vectors) {
    int at = vectors.indexOf("iov_base=");
    return at < 0 ? "" : vectors.substring(at);
  }

  private static String at(List<String> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : "";
  }
}
