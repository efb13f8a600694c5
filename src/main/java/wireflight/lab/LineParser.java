package wireflight.lab;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import wireflight.lab.Words.Word;
import wireflight.language.Saying;

/**
 * Understands the lines of a lesson one after another, and those that a person types.
 *
 * <p>It remembers which sockets there are and how much has been asked for, so a line that names a
 * socket that does not exist, or that goes beyond the bounds, is refused before anything is done.
 * The grammar stands in {@code src/site/decisions/lesson-grammar.md}. Not safe for use by several
 * threads.
 */
final class LineParser {
  private static final List<String> CALLS =
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
  private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_-]{0,31}");
  private static final int DEFAULT_RECEIVE = 65536;
  private static final int DEFAULT_BACKLOG = 5;

  private final String file;
  private final Bounds bounds;
  private final Map<String, SocketKind> sockets = new LinkedHashMap<>();
  private final Map<String, Integer> devices = new LinkedHashMap<>();
  private boolean wired;
  private int calls;
  private final PayloadWords payloads;
  private Duration waited = Duration.ZERO;

  private LineWords words;

  LineParser(String file, Bounds bounds) {
    this.file = file;
    this.bounds = bounds;
    this.words = new LineWords(file);
    this.payloads = new PayloadWords(bounds);
  }

  /**
   * Understands a line that holds a call.
   *
   * @param number the line's number, for messages; 0 where it has none
   */
  Call parse(int number, String text) throws LessonError {
    words = new LineWords(file, number, text);
    if (words.count() == 0) {
      throw error(0, "noCall");
    }
    count(1);
    if (words.is(1, "=")) {
      return creation();
    }
    if (words.is(0, "wait")) {
      return pause();
    }
    if (words.is(0, "wire")) {
      return wire(text);
    }
    return onSocket();
  }

  /** Whether a line says nothing: it is empty or only a remark. */
  static boolean isBlank(String text) {
    String bare = text.strip();
    return bare.isEmpty() || bare.startsWith("#");
  }

  private Call creation() throws LessonError {
    String name = newName();
    Word what = words.word(2, "expected.creation");
    if (what.is("socket")) {
      SocketKind kind = kind();
      int device = device(name);
      add(name, kind);
      return new Call.Socket(name, kind, device);
    }
    boolean serverFirst = sockets.containsKey(what.text());
    if (!serverFirst && !what.is("accept")) {
      throw hinted(3, what.text(), List.of("socket", "accept"), "afterEquals");
    }
    String server = known(serverFirst ? 2 : 3);
    if (serverFirst && !words.is(3, "accept")) {
      Word other = words.word(3, "expected.accept");
      throw hinted(4, other.text(), List.of("accept"), "noAccept");
    }
    words.last(4);
    add(name, kindOf(server));
    if (devices.containsKey(server)) {
      devices.put(name, devices.get(server));
    }
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
      if (wired) {
        throw error(0, "whichDevice");
      }
      return 0;
    }
    if (!sockets.isEmpty() && devices.isEmpty()) {
      throw error(on + 1, "mixedDevices");
    }
    if (!words.is(on + 1, "device")) {
      throw error(on + 2, "noDevice");
    }
    int number = WireLine.deviceNumber(words, on + 2);
    words.last(on + 3);
    wired = true;
    devices.put(name, number);
    return number;
  }

  private Call wire(String text) throws LessonError {
    if (!sockets.isEmpty() && devices.isEmpty()) {
      throw error(1, "offWire");
    }
    wired = true;
    WireOrder order = new WireLine(words, devices).order();
    return new Call.OnWire(text.strip().substring("wire".length()).strip(), order);
  }

  private String newName() throws LessonError {
    Word word = words.word(0, "expected.name");
    String name = word.text();
    if (word.quoted() || !NAME.matcher(name).matches()) {
      throw error(1, "badName", name);
    }
    if (CALLS.contains(name) || RESERVED.contains(name)) {
      throw error(1, "reserved", name);
    }
    if (sockets.containsKey(name)) {
      throw error(1, "taken", name);
    }
    return name;
  }

  private void add(String name, SocketKind kind) throws LessonError {
    if (sockets.size() >= bounds.sockets()) {
      throw error(0, "mostSockets", bounds.sockets());
    }
    sockets.put(name, kind);
  }

  private Call pause() throws LessonError {
    LineWords.Quantity quantity = words.quantity(1, "expected.wait");
    Duration duration =
        switch (quantity.unit()) {
          case "ms" -> Duration.ofMillis(quantity.number());
          case "s", "second", "seconds" -> Duration.ofSeconds(quantity.number());
          default -> throw error(2, "waitUnit");
        };
    words.last(quantity.next());
    waited = waited.plus(duration);
    if (waited.compareTo(bounds.waiting()) > 0) {
      throw error(2, "mostWaiting", bounds.waiting().toSeconds());
    }
    return new Call.Wait(duration);
  }

  private Call onSocket() throws LessonError {
    Word first = words.word(0, "expected.name");
    if (!sockets.containsKey(first.text()) && CALLS.contains(first.text())) {
      throw error(1, "nameFirst", first.text());
    }
    String actor = known(0);
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
      case "send" -> new Call.Send(actor, payloads());
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
    if (kindOf(actor) != SocketKind.UDP || devices.containsKey(actor)) {
      throw error(2, "groupSocket");
    }
    if (group.quoted() || !Address.isGroup(group.text())) {
      throw error(3, "noGroup", group.text());
    }
    words.last(3);
    return new Call.Membership(actor, InetAddress.ofLiteral(group.text()), join);
  }

  private Call loss(String actor) throws LessonError {
    if (kindOf(actor).transport().equals("sctp")) {
      throw error(2, "loseSctp");
    }
    return new Call.Lose(actor, new LossWords(words, kindOf(actor)).loss());
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

  private List<Payload> payloads() throws LessonError {
    List<Payload> several = payloads.several(words, 2);
    count(several.size() - 1);
    return several;
  }

  private void count(int more) throws LessonError {
    calls += more;
    if (calls > bounds.calls()) {
      throw error(0, "mostCalls", bounds.calls());
    }
  }

  private Target target(int index, String actor) throws LessonError {
    Word word = words.word(index, "expected.target");
    if (!word.quoted() && sockets.containsKey(word.text())) {
      return new Target.Socket(word.text());
    }
    if (!word.quoted() && NAME.matcher(word.text()).matches()) {
      throw unknown(index);
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
      Address address = Address.read(word.text(), kindOf(actor).ipv6(), devices.containsKey(actor));
      if (address != null && address.multicast() && kindOf(actor).stream()) {
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

  private String known(int index) throws LessonError {
    Word word = words.word(index, "expected.name");
    if (word.quoted() || !sockets.containsKey(word.text())) {
      throw unknown(index);
    }
    return word.text();
  }

  private LessonError unknown(int index) throws LessonError {
    String name = words.word(index, "expected.name").text();
    return hinted(index + 1, name, sockets.keySet(), "unknown", name);
  }

  private SocketKind kindOf(String actor) {
    return sockets.getOrDefault(actor, SocketKind.TCP);
  }

  private LessonError error(int word, String key, Object... places) {
    return words.error(word, key, places);
  }

  private LessonError hinted(
      int word, String written, Collection<String> known, String key, Object... places) {
    return words.error(
        word, Nearest.hinted(Saying.of(LineParser.class, key, places), written, known));
  }
}
