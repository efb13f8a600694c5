package wireflight.lab;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import wireflight.lab.Words.Word;
import wireflight.language.Saying;

/** A line that makes a call on a socket: {@code client connect server}. */
final class SocketLine {
  /** What can be called on a socket. */
  static final List<String> CALLS =
      List.of(
          "bind",
          "listen",
          "accept",
          "connect",
          "send",
          "recv",
          "sendto",
          "recvfrom",
          "shutdown",
          "close",
          "join",
          "leave",
          "lose",
          "nodelay",
          "quickack",
          "linger",
          "rcvbuf",
          "sndbuf",
          "keepalive",
          "keepidle",
          "keepintvl",
          "keepcnt",
          "reuseaddr");

  private static final int DEFAULT_RECEIVE = 65536;
  private static final int DEFAULT_BACKLOG = 5;

  private final LineWords words;
  private final LessonSockets sockets;
  private final Bounds bounds;
  private final PayloadWords payloads;

  SocketLine(LineWords words, LessonSockets sockets, Bounds bounds, PayloadWords payloads) {
    this.words = words;
    this.sockets = sockets;
    this.bounds = bounds;
    this.payloads = payloads;
  }

  /** The call that the line makes. */
  Call call() throws LessonError {
    Word first = words.word(0, "expected.name");
    if (!sockets.has(first.text()) && CALLS.contains(first.text())) {
      throw error(1, "nameFirst", first.text());
    }
    String actor = sockets.known(words, 0);
    Word verb = words.word(1, "expected.call");
    String name = verb.text().toLowerCase(Locale.ROOT);
    return switch (verb.quoted() ? "" : name) {
      case "bind" -> {
        Address address = address(2, actor);
        words.last(3);
        yield new Call.Bind(actor, address);
      }
      case "listen" -> new Call.Listen(actor, optionalNumber(DEFAULT_BACKLOG, 65535));
      case "connect" -> {
        Target target = target(2, actor);
        if (target instanceof Target.At at && at.address().multicast()) {
          throw error(3, "groupAnswers");
        }
        words.last(3);
        yield new Call.Connect(actor, target);
      }
      case "send" -> new Call.Send(actor, payloads.several(words, 2));
      case "recv" ->
          words.is(2, "all")
              ? new Call.Recv(actor, words.number(3, bounds.bytesPerCall()), true)
              : new Call.Recv(actor, receiveSize());
      case "sendto" -> {
        Target target = target(2, actor);
        yield new Call.SendTo(actor, target, payloads.one(words, 3));
      }
      case "recvfrom" -> new Call.RecvFrom(actor, receiveSize());
      case "shutdown" -> new Call.Shutdown(actor, direction());
      case "close" -> {
        words.last(2);
        yield new Call.Close(actor);
      }
      case "join", "leave" -> membership(actor, name.equals("join"));
      case "lose" -> loss(actor);
      case "accept" -> throw error(2, "nameAccepted", actor);
      default -> option(actor, verb);
    };
  }

  private Call membership(String actor, boolean join) throws LessonError {
    Word group = words.word(2, "expected.group");
    if (sockets.kindOf(actor) != SocketKind.UDP || sockets.onDevice(actor)) {
      throw error(2, "groupSocket");
    }
    if (group.quoted() || !Address.isGroup(group.text())) {
      throw error(3, "noGroup", group.text());
    }
    words.last(3);
    return new Call.Membership(actor, InetAddress.ofLiteral(group.text()), join);
  }

  private Call loss(String actor) throws LessonError {
    if (sockets.kindOf(actor).transport().equals("sctp")) {
      throw error(2, "loseSctp");
    }
    return new Call.Lose(actor, new LossWords(words, sockets.kindOf(actor)).loss());
  }

  private Call option(String actor, Word verb) throws LessonError {
    for (SocketOption option : SocketOption.values()) {
      if (verb.is(option.word())) {
        return new Call.SetOption(actor, option, optionValue(option));
      }
    }
    throw hinted(2, verb.text(), CALLS, "noSuchCall", verb.text());
  }

  private int optionValue(SocketOption option) throws LessonError {
    Word value = words.word(2, option.isSwitch() ? "expected.switch" : "expected.number");
    boolean switched = option.isSwitch() || option == SocketOption.LINGER;
    if (switched && value.is("off")) {
      words.last(3);
      return option == SocketOption.LINGER ? -1 : 0;
    }
    if (option.isSwitch()) {
      if (!value.is("on")) {
        throw error(3, "onOrOff", option.word());
      }
      words.last(3);
      return 1;
    }
    return words.number(2, option == SocketOption.LINGER ? 3600 : bounds.bytesPerCall());
  }

  private Call.Direction direction() throws LessonError {
    Word word = words.word(2, "expected.direction");
    words.last(3);
    for (Call.Direction direction : Call.Direction.values()) {
      if (word.is(direction.name()) || word.is(direction.symbol())) {
        return direction;
      }
    }
    throw hinted(3, word.text(), List.of("read", "write", "both"), "noDirection", word.text());
  }

  private int receiveSize() throws LessonError {
    return optionalNumber(DEFAULT_RECEIVE, bounds.bytesPerCall());
  }

  private Target target(int index, String actor) throws LessonError {
    Word word = words.word(index, "expected.target");
    if (!word.quoted() && sockets.has(word.text())) {
      return new Target.Socket(word.text());
    }
    if (!word.quoted() && LessonSockets.isName(word.text())) {
      throw sockets.unknown(words, index);
    }
    Address address = address(index, actor);
    if (address.everywhere()) {
      throw error(index + 1, "unreachable", word.text());
    }
    return new Target.At(address);
  }

  private Address address(int index, String actor) throws LessonError {
    Word word = words.word(index, "expected.address");
    try {
      Address address =
          Address.read(word.text(), sockets.kindOf(actor).ipv6(), sockets.onDevice(actor));
      if (address != null && address.multicast() && sockets.kindOf(actor).stream()) {
        throw error(index + 1, "groupStream");
      }
      if (address != null && !word.quoted()) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw words.said(index + 1, String.valueOf(e.getMessage()));
    }
    throw error(index + 1, "noAddress", word.text());
  }

  private int optionalNumber(int usual, int most) throws LessonError {
    return words.count() > 2 ? words.number(2, most) : usual;
  }

  private LessonError error(int word, String key, Object... places) {
    return words.error(word, key, places);
  }

  private LessonError hinted(
      int word, String written, Collection<String> known, String key, Object... places) {
    return words.error(
        word, Nearest.hinted(Saying.of(SocketLine.class, key, places), written, known));
  }
}
