package wireflight.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notation of {@code strace -yy} for descriptors, socket addresses, strings and lists. */
final class StraceText {
  // 3<TCP:[684769]>, 3<TCP:[127.0.0.1:8080]>, 3<TCPv6:[[::1]:8080->[::1]:38908]>
  private static final Pattern DESCRIPTOR =
      Pattern.compile("(\\d+)<(TCP|UDP|SCTP|MPTCP)(?:v6)?:\\[(.+?)\\]>(.*)");
  private static final Pattern INET =
      Pattern.compile("sin_port=htons\\((\\d+)\\), sin_addr=inet_addr\\(\"([\\d.]+)\"\\)");
  private static final Pattern INET6 =
      Pattern.compile("sin6_port=htons\\((\\d+)\\).*?inet_pton\\(AF_INET6, \"([\\da-fA-F:.]+)\"");
  private static final Pattern MAPPED = Pattern.compile("\\[::ffff:(\\d+\\.\\d+\\.\\d+\\.\\d+)\\]");
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(\\.\\.\\.)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private StraceText() {}

  /**
   * A descriptor of an internet socket at the start of a text.
   *
   * @param rest what follows it
   */
  record Descriptor(int number, ProgramSockets.Said socket, String rest) {}

  /** Reads it; empty for a descriptor of anything else. */
  static Optional<Descriptor> descriptor(String text) {
    Matcher found = DESCRIPTOR.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    String transport =
        switch (found.group(2)) {
          case "UDP" -> "udp";
          case "SCTP" -> "sctp";
          default -> "tcp";
        };
    return Optional.of(
        new Descriptor(
            Integer.parseInt(found.group(1)), said(transport, found.group(3)), found.group(4)));
  }

  private static ProgramSockets.Said said(String transport, String inside) {
    if (NUMBER.matcher(inside).matches()) {
      return new ProgramSockets.Said(transport, Long.parseLong(inside), "", "");
    }
    String addresses = MAPPED.matcher(inside).replaceAll("$1");
    int arrow = addresses.indexOf("->");
    return arrow < 0
        ? new ProgramSockets.Said(transport, 0, addresses, "")
        : new ProgramSockets.Said(
            transport, 0, addresses.substring(0, arrow), addresses.substring(arrow + 2));
  }

  /** The socket address within an argument, as {@code ss} prints it; empty where there is none. */
  static String address(String argument) {
    Matcher inet = INET.matcher(argument);
    if (inet.find()) {
      return inet.group(2) + ":" + inet.group(1);
    }
    Matcher inet6 = INET6.matcher(argument);
    return inet6.find()
        ? MAPPED.matcher("[" + inet6.group(2) + "]").replaceAll("$1") + ":" + inet6.group(1)
        : "";
  }

  /** The first string within a text, as C escapes it, with dots where it was cut; or empty. */
  static String string(String text) {
    Matcher string = STRING.matcher(text);
    return string.find() ? string.group(1) + (string.group(2) == null ? "" : "...") : "";
  }

  /** Every string within a text. */
  static List<String> strings(String text) {
    return STRING.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** The sum of every number that follows a key, as in {@code iov_len=5}. */
  static long sum(String text, String key) {
    return Pattern.compile(Pattern.quote(key) + "=(\\d{1,15})")
        .matcher(text)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  /** The arguments, cut at the commas that stand outside of strings and brackets. */
  static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else {
          quoted = c != '"';
        }
      } else if (c == '"') {
        quoted = true;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      } else if (c == ',' && depth == 0) {
        arguments.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    String last = text.substring(start).strip();
    if (!last.isEmpty()) {
      arguments.add(last);
    }
    return arguments;
  }
}
