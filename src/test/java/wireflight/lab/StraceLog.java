package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code strace -f} wrote of a worker, read by other code than what the program reads with.
 */
final class StraceLog {
  /** The calls to have it trace. */
  static final String TRACED =
      "socket,bind,listen,accept,accept4,connect,sendto,sendmsg,recvfrom,recvmsg,shutdown,"
          + "setsockopt,close";

  // 1234 bind(5, {...}, 16) = 0, or = -1 ECONNREFUSED (...)
  private static final Pattern CALL =
      Pattern.compile("^(?:\\d+ +)?(\\w+)\\((-?\\d+|AF_INET6?)(.*)\\) += (-?\\d+)(?: (E\\w+))?.*");
  private static final Pattern UNFINISHED =
      Pattern.compile("^(\\d+) +(.*) <unfinished \\.\\.\\.>$");
  private static final Pattern RESUMED = Pattern.compile("^(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)$");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "port=htons\\((\\d+)\\).*?(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"([^\"]+)\"");

  /** The first line of a call that stands on two, and which line of the whole ones it is. */
  private record Begun(String text, int place) {}

  private StraceLog() {}

  /**
   * The calls on each socket that was opened after the capture was, in the order in which they
   * returned, as {@code connect 127.0.0.1:8080 ECONNREFUSED}.
   */
  static List<List<String>> callsBySocket(List<String> log) {
    List<List<String>> calls = new ArrayList<>();
    Map<String, List<String>> sockets = new HashMap<>();
    List<String> lines = whole(log);
    for (String line : lines.subList(captureOpened(lines), lines.size())) {
      Matcher matcher = CALL.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      String name = matcher.group(1);
      String socket = matcher.group(2);
      String result = matcher.group(4);
      // libpcap asks about the device through a socket of its own, which it marks.
      if (name.equals("socket") && matcher.group(3).contains("SOCK_CLOEXEC")) {
        continue;
      }
      if (name.equals("socket") || (name.equals("accept") && sockets.containsKey(socket))) {
        sockets.put(result, new ArrayList<>());
        calls.add(sockets.get(result));
      }
      List<String> own = sockets.get(name.equals("socket") ? result : socket);
      if (own == null) {
        continue;
      }
      if (name.equals("close")) {
        sockets.remove(socket);
      }
      own.add(text(name, matcher.group(3), result, matcher.group(5)));
    }
    calls.removeIf(List::isEmpty);
    return calls;
  }

  private static String text(String name, String arguments, String result, String error) {
    boolean counted = name.equals("sendto") || name.equals("recvfrom");
    boolean addressed = name.equals("bind") || name.equals("connect") || name.equals("sendto");
    Matcher address = ADDRESS.matcher(arguments);
    String to = "";
    if (addressed && address.find()) {
      String host = address.group(2);
      to = (host.contains(":") ? "[" + host + "]" : host) + ":" + address.group(1);
    }
    return call(name, to, error != null ? error : counted ? result : "");
  }

  /** A call in a word, an address and a result, either of which may be empty. */
  static String call(String name, String address, String result) {
    return (name + " " + address + " " + result).replaceAll(" +", " ").strip();
  }

  private static int captureOpened(List<String> lines) {
    int opened = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("bind(") && lines.get(i).contains("AF_PACKET")) {
        opened = i;
      }
    }
    assertThat(opened).as("the line at which the capture was opened").isNotNegative();
    return opened;
  }

  /**
   * The lines, with those put together that stand on two because another thread did something
   * meanwhile. They stand where the call returned; but close where it was entered, since its
   * descriptor may have been given to another socket before it has returned.
   */
  private static List<String> whole(List<String> log) {
    List<String> whole = new ArrayList<>();
    Map<String, Begun> begun = new HashMap<>();
    for (String line : log) {
      Matcher unfinished = UNFINISHED.matcher(line);
      Matcher resumed = RESUMED.matcher(line);
      if (unfinished.matches()) {
        begun.put(unfinished.group(1), new Begun(unfinished.group(2), whole.size()));
        whole.add("");
      } else if (resumed.matches()) {
        Begun entry = begun.remove(resumed.group(1));
        String call = (entry == null ? "" : entry.text) + resumed.group(2);
        if (entry != null && call.startsWith("close(")) {
          whole.set(entry.place, call);
        } else {
          whole.add(call);
        }
      } else {
        whole.add(line);
      }
    }
    whole.removeAll(Collections.singleton(""));
    return whole;
  }
}
