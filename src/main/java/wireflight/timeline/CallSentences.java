package wireflight.timeline;

import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.Trace;

/** Says what a socket call does, and what it gave. */
final class CallSentences {
  private final Trace trace;
  private final SocketLives lives;
  private final Calls calls;

  CallSentences(Trace trace, SocketLives lives, Calls calls) {
    this.trace = trace;
    this.lives = lives;
    this.calls = calls;
  }

  /** A call that other things happen during. */
  String entered(int row) {
    if (!(trace.event(row) instanceof CallEntered call)) {
      return "";
    }
    String caller = Words.sentence(Words.the(call.socket().actor()));
    String start = caller + " calls " + call.name() + "(" + call.arguments() + ")";
    boolean stream = !call.socket().transport().equals("udp");
    return switch (call.name()) {
      case "connect" ->
          start
              + (stream
                  ? ": its kernel opens the handshake, and the call waits until it is done."
                  : ": from now on the socket speaks to this address only.");
      case "accept" -> start + " and waits until a client has connected.";
      case "recv", "recvfrom" ->
          start
              + (calls.waits(row)
                  ? " and waits until something has arrived."
                  : " and takes what has arrived already.");
      case "send" ->
          start + ": the kernel takes the bytes, cuts them into segments and sends them.";
      case "sendto" -> start + ": the kernel sends the bytes as one datagram.";
      case "close" ->
          start
              + (stream && !listened(row)
                  ? ": the kernel tells the other end with a FIN."
                  : ": the port is free again.");
      case "shutdown" -> start + ": no more will be sent this way, so the kernel sends a FIN.";
      default -> start + ".";
    };
  }

  /** Whether the socket of a call's row took connections rather than having one. */
  private boolean listened(int row) {
    SocketLife life = lives.of(row);
    return life != null && life.listening;
  }

  private String closed(int row, String caller, boolean stream) {
    if (listened(row)) {
      return caller + " closes its listening socket: nobody can connect to it any more.";
    }
    return caller + " closes its socket" + (stream ? "; the kernel finishes the rest." : ".");
  }

  /** A call's return. */
  String returned(int row) {
    if (!(trace.event(row) instanceof CallReturned call)) {
      return "";
    }
    String caller = Words.the(call.socket().actor());
    if (!call.succeeded()) {
      return Words.sentence(caller)
          + "'s "
          + call.name()
          + "("
          + call.arguments()
          + ") fails with "
          + call.errno()
          + ErrnoNames.meaning(call.errno())
          + waited(row)
          + ".";
    }
    return Words.sentence(what(row, call, caller, waited(row)));
  }

  private String what(int row, CallReturned call, String caller, String waited) {
    String local = call.socket().local();
    boolean stream = !call.socket().transport().equals("udp");
    return switch (call.name()) {
      case "socket" ->
          caller
              + " asks its kernel for a "
              + (stream ? "stream" : "datagram")
              + " socket. It has no address yet, and nothing crosses the network.";
      case "bind" ->
          caller
              + " binds its socket to "
              + (local.isEmpty() ? call.arguments() : local)
              + ", the address where others can find it.";
      case "listen" ->
          caller
              + " listens: from now on its kernel answers those who connect to "
              + local
              + ", and keeps them in a queue until accept() takes them.";
      case "accept" ->
          "accept() gives "
              + caller
              + " a new socket"
              + (call.result().isEmpty() ? "" : ", " + call.result() + ",")
              + " for this one client"
              + waited
              + "; the listening socket goes on listening.";
      case "connect" ->
          stream
              ? "connect() returns"
                  + waited
                  + ": the socket is connected"
                  + (local.isEmpty() ? "." : ". Its own address is " + local + ".")
              : caller
                  + "'s socket now speaks to "
                  + call.socket().foreign()
                  + " only. Nothing is sent.";
      case "recv", "recvfrom" -> taken(call, caller, waited);
      case "send" ->
          "send() returns "
              + call.result()
              + waited
              + ": the kernel has taken the bytes. That they arrive, only an acknowledgment tells.";
      case "sendto" ->
          "sendto() returns "
              + call.result()
              + ": the datagram is on its way. Whether it arrives, the call cannot tell.";
      case "close" -> closed(row, caller, stream);
      case "shutdown" -> caller + " ends one direction; the socket stays open for the other.";
      case "setsockopt" -> setting(call, caller);
      default -> call.name() + "(" + call.arguments() + ") returns " + call.result() + ".";
    };
  }

  private static String setting(CallReturned call, String caller) {
    if (call.arguments().startsWith(CallTexts.FILTER)) {
      return caller
          + " gets a filter that discards packets on purpose before its kernel takes them in: "
          + call.arguments().substring(CallTexts.FILTER.length())
          + ".";
    }
    return call.arguments().equals("SO_DETACH_FILTER")
        ? caller + " loses its filter again: from now on everything gets through."
        : caller + " sets " + call.arguments() + ".";
  }

  private static String taken(CallReturned call, String caller, String waited) {
    if (call.result().equals("0") && call.name().equals("recv")) {
      return "recv() returns 0"
          + waited
          + ": the other end has closed its direction, and everything it sent has been read.";
    }
    boolean quotable = !call.data().isEmpty() && call.data().length() <= 60;
    return call.name()
        + "() gives "
        + caller
        + " "
        + Words.bytes(call.result())
        + waited
        + (quotable ? ": " + Words.quoted(call.data()) + "." : ".");
  }

  private String waited(int row) {
    int index = calls.returnedIn(row);
    if (index < 0 || lives.of(row) == null) {
      return "";
    }
    Moment.Call call = calls.moment(index);
    return call.blocked() ? " after " + Durations.text(call.returned() - call.time()) : "";
  }
}
