package wireflight.timeline;

import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.SocketName;
import wireflight.trace.Trace;

/** Says what a socket call does, and what it gave. */
final class CallSentences {
  private final Trace trace;
  private final SocketLives lives;
  private final Calls calls;
  private final Words words;

  CallSentences(Trace trace, SocketLives lives, Calls calls, Words words) {
    this.trace = trace;
    this.lives = lives;
    this.calls = calls;
    this.words = words;
  }

  /** A call that other things happen during. */
  String entered(int row) {
    if (!(trace.event(row) instanceof CallEntered call)) {
      return "";
    }
    boolean stream = !call.socket().transport().equals("udp");
    String key =
        switch (call.name()) {
          case "connect" -> stream ? "call.connect" : "call.connect.datagram";
          case "accept" -> "call.accept";
          case "recv", "recvfrom" -> calls.waits(row) ? "call.receive.waits" : "call.receive";
          case "send" -> "call.send";
          case "sendto" -> "call.sendto";
          case "close" -> stream && !listened(row) ? "call.close" : "call.close.port";
          case "shutdown" -> "call.shutdown";
          default -> "call.other";
        };
    String written = call.name() + "(" + call.arguments() + ")";
    return words.say(of(call.socket(), key), words.the(call.socket().actor()), written);
  }

  /** The key of what is true of the socket's transport: SCTP differs from TCP in some calls. */
  private String of(SocketName socket, String key) {
    String own = key + "." + socket.transport();
    return words.has(own) ? own : key;
  }

  /** Whether the socket of a call's row took connections rather than having one. */
  private boolean listened(int row) {
    SocketLife life = lives.of(row);
    return life != null && life.listening;
  }

  private String closed(int row, boolean stream) {
    if (listened(row)) {
      return "returned.close.listening";
    }
    return stream ? "returned.close" : "returned.close.datagram";
  }

  /** A call's return. */
  String returned(int row) {
    if (!(trace.event(row) instanceof CallReturned call)) {
      return "";
    }
    String caller = words.the(call.socket().actor());
    String waited = waited(row);
    return call.succeeded() ? what(row, call, caller, waited) : failed(call, caller, waited);
  }

  private String failed(CallReturned call, String caller, String waited) {
    String meaning = ErrnoNames.meaning(call.errno(), call.name(), words);
    String key = after(meaning.isEmpty() ? "failed" : "failed.why", waited);
    String written = call.name() + "(" + call.arguments() + ")";
    return words.say(key, caller, written, call.errno(), meaning, waited);
  }

  private String what(int row, CallReturned call, String caller, String waited) {
    String local = call.socket().local();
    boolean stream = !call.socket().transport().equals("udp");
    return switch (call.name()) {
      case "socket" -> words.say(stream ? "returned.socket" : "returned.socket.datagram", caller);
      case "bind" -> words.say("returned.bind", caller, local.isEmpty() ? call.arguments() : local);
      case "listen" -> words.say("returned.listen", caller, local);
      case "accept" -> {
        String key = call.result().isEmpty() ? "returned.accept" : "returned.accept.named";
        yield words.say(after(key, waited), caller, call.result(), waited);
      }
      case "connect" ->
          stream
              ? connected(local, waited)
              : words.say("returned.connect.datagram", caller, call.socket().foreign());
      case "recv", "recvfrom" -> taken(call, caller, waited);
      case "send" -> words.say(after("returned.send", waited), call.result(), waited);
      case "sendto" -> words.say("returned.sendto", call.result());
      case "close" -> words.say(closed(row, stream), caller);
      case "shutdown" -> words.say(of(call.socket(), "returned.shutdown"), caller);
      case "setsockopt" -> setting(call, caller);
      default -> {
        String written = call.name() + "(" + call.arguments() + ")";
        yield words.say("returned.other", written, call.result());
      }
    };
  }

  /** The key of a text that says how long a call took, if it had to wait. */
  private static String after(String key, String waited) {
    return waited.isEmpty() ? key : key + ".after";
  }

  private String connected(String local, String waited) {
    String returns = words.say(after("returned.connect", waited), waited);
    return local.isEmpty() ? returns : returns + " " + words.say("returned.connect.address", local);
  }

  private String setting(CallReturned call, String caller) {
    if (call.arguments().startsWith(CallTexts.FILTER)) {
      String loses = call.arguments().substring(CallTexts.FILTER.length());
      return words.say("returned.filter", caller, loses);
    }
    return call.arguments().equals("SO_DETACH_FILTER")
        ? words.say("returned.filter.gone", caller)
        : words.say("returned.option", caller, call.arguments());
  }

  private String taken(CallReturned call, String caller, String waited) {
    if (call.result().equals("0") && call.name().equals("recv")) {
      return words.say(after(of(call.socket(), "returned.receive.end"), waited), waited);
    }
    boolean quotable = !call.data().isEmpty() && call.data().length() <= 60;
    return words.say(
        after(quotable ? "returned.receive.text" : "returned.receive", waited),
        call.name(),
        caller,
        words.bytes(call.result()),
        quotable ? Words.quoted(call.data()) : "",
        waited);
  }

  /** How long a caller had to wait; empty where it had not. */
  private String waited(int row) {
    int index = calls.returnedIn(row);
    if (index < 0 || lives.of(row) == null) {
      return "";
    }
    Moment.Call call = calls.moment(index);
    return call.blocked() ? words.time(call.returned() - call.time()) : "";
  }
}
