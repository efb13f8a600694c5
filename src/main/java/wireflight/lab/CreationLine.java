package wireflight.lab;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wireflight.lab.Words.Word;
import wireflight.language.Saying;

/** A line that makes a socket: {@code client = socket tcp}, or {@code peer = accept server}. */
final class CreationLine {
  private static final List<String> RESERVED =
      List.of("socket", "wait", "wire", "now", "run", "end", "stop", "hand", "on", "off");
  private static final Map<String, SocketKind> KINDS =
      Map.of(
          "tcp", SocketKind.TCP,
          "tcp4", SocketKind.TCP,
          "tcp6", SocketKind.TCP6,
          "stream", SocketKind.TCP,
          "udp", SocketKind.UDP,
          "udp4", SocketKind.UDP,
          "udp6", SocketKind.UDP6,
          "datagram", SocketKind.UDP,
          "sctp", SocketKind.SCTP,
          "sctp6", SocketKind.SCTP6);

  private final LineWords words;
  private final LessonSockets sockets;
  private final Bounds bounds;

  CreationLine(LineWords words, LessonSockets sockets, Bounds bounds) {
    this.words = words;
    this.sockets = sockets;
    this.bounds = bounds;
  }

  /** The call that makes it; the socket is known from now on. */
  Call call() throws LessonError {
    String name = newName();
    Word what = words.word(2, "expected.creation");
    if (what.is("socket")) {
      SocketKind kind = kind();
      int device = device(name);
      add(name, kind);
      return new Call.Socket(name, kind, device);
    }
    boolean serverFirst = sockets.has(what.text());
    if (!serverFirst && !what.is("accept")) {
      throw hinted(3, what.text(), List.of("socket", "accept"), "afterEquals");
    }
    String server = sockets.known(words, serverFirst ? 2 : 3);
    if (serverFirst && !words.is(3, "accept")) {
      Word other = words.word(3, "expected.accept");
      throw hinted(4, other.text(), List.of("accept"), "noAccept");
    }
    words.last(4);
    add(name, sockets.kindOf(server));
    sockets.besides(name, server);
    return new Call.Accept(server, name);
  }

  private SocketKind kind() throws LessonError {
    Word word = words.word(3, "expected.kind");
    SocketKind kind = KINDS.get(word.text().toLowerCase(Locale.ROOT));
    if (kind == null || word.quoted()) {
      throw hinted(
          4,
          word.text(),
          List.of("tcp", "udp", "sctp", "tcp6", "udp6", "sctp6"),
          "noKind",
          word.text());
    }
    if (words.count() > 4 && !words.is(4, "on")) {
      if (words.is(4, "ipv6")) {
        return kind.overIpv6();
      }
      if (!words.is(4, "ipv4")) {
        throw error(5, "noVersion");
      }
    }
    return kind;
  }

  /** {@code on device 2}: which device of the wire; 0 where there is none. */
  private int device(String name) throws LessonError {
    int on = words.is(4, "on") ? 4 : 5;
    if (!words.is(on, "on")) {
      words.last(5);
      if (sockets.wired()) {
        throw error(0, "whichDevice");
      }
      return 0;
    }
    if (sockets.onLoopback()) {
      throw error(on + 1, "mixedDevices");
    }
    if (!words.is(on + 1, "device")) {
      throw error(on + 2, "noDevice");
    }
    int number = PacketSender.deviceNumber(words, on + 2);
    words.last(on + 3);
    sockets.place(name, number);
    return number;
  }

  private String newName() throws LessonError {
    Word word = words.word(0, "expected.name");
    String name = word.text();
    if (word.quoted() || !LessonSockets.isName(name)) {
      throw error(1, "badName", name);
    }
    if (SocketLine.CALLS.contains(name) || RESERVED.contains(name)) {
      throw error(1, "reserved", name);
    }
    if (sockets.has(name)) {
      throw error(1, "taken", name);
    }
    return name;
  }

  private void add(String name, SocketKind kind) throws LessonError {
    if (sockets.count() >= bounds.sockets()) {
      throw error(0, "mostSockets", bounds.sockets());
    }
    sockets.add(name, kind);
  }

  private LessonError error(int word, String key, Object... places) {
    return words.error(word, key, places);
  }

  private LessonError hinted(
      int word, String written, Collection<String> known, String key, Object... places) {
    return words.error(
        word, Nearest.hinted(Saying.of(CreationLine.class, key, places), written, known));
  }
}
