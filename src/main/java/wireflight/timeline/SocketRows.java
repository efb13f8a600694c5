package wireflight.timeline;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.EndState;
import wireflight.connection.Endpoint;
import wireflight.connection.SctpState;
import wireflight.connection.Sightings;
import wireflight.connection.TcpState;
import wireflight.connection.Transport;
import wireflight.connection.Vantage;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.Discarded;
import wireflight.trace.KernelSample;
import wireflight.trace.LessonStep;
import wireflight.trace.Note;
import wireflight.trace.Trace;
import wireflight.trace.WireVerdict;

/**
 * One pass over the rows of a recording that follows every socket: what the calls make of it, what
 * the packets tell of its state, and what the kernel says.
 */
final class SocketRows {
  /** Of a number of bytes, so that sums of them do not overflow. */
  private static final int MOST_DIGITS = 18;

  private final Analysis analysis;
  private final SocketLives lives;
  private final boolean callsKnown;
  private final Sightings sightings;
  private final SocketEnds ends;

  /** Goes through the rows. */
  SocketRows(Analysis analysis, SocketLives lives) {
    this.analysis = analysis;
    this.lives = lives;
    callsKnown = !lives.all().isEmpty();
    sightings = Sightings.of(analysis);
    ends = new SocketEnds(analysis, lives);
    Trace trace = analysis.trace();
    for (int row = 0; row < trace.size(); row++) {
      if (trace.isFrame(row)) {
        packet(row, analysis.connectionOf(row));
      } else {
        event(row, trace);
      }
    }
  }

  /** The sockets in the order in which they came about. */
  List<SocketTrack> tracks() {
    return ends.tracks();
  }

  // ---- what calls do

  private void event(int row, Trace trace) {
    switch (trace.event(row)) {
      case CallReturned call -> {
        if (call.succeeded()) {
          returned(row, call);
        }
      }
      case KernelSample sample -> sampled(row, sample);
      case CallEntered _, Discarded _, LessonStep _, Note _, WireVerdict _ -> {}
    }
  }

  private void returned(int row, CallReturned call) {
    SocketLife life = lives.of(row);
    if (life == null) {
      return;
    }
    SocketTrack track = ends.of(life);
    track.held = true;
    if (!call.socket().local().isEmpty()) {
      track.local = call.socket().local();
    }
    switch (call.name()) {
      case "socket" -> track.state = stateless(track) ? "" : TcpState.CLOSED.rfcName();
      case "listen" -> {
        track.state = TcpState.LISTEN.rfcName();
        track.backlog = number(call.arguments());
      }
      case "accept" -> accepted(row, track, call);
      case "connect" -> {
        track.foreign = call.socket().foreign();
        if (stateless(track)) {
          track.state = TcpState.ESTABLISHED.rfcName();
        }
      }
      case "send", "sendto" -> track.written += number(call.result());
      case "recv", "recvfrom" -> track.taken += number(call.result());
      case "close" -> closed(track);
      default -> {}
    }
    track.keep(row);
  }

  private void accepted(int row, SocketTrack listener, CallReturned call) {
    SocketLife peer = null;
    for (SocketLife life : lives.all()) {
      boolean named = life.actor.equals(call.result()) && life.firstRow >= row;
      if (named && (peer == null || life.firstRow < peer.firstRow)) {
        peer = life;
      }
    }
    listener.waiting = Math.max(0, listener.waiting - 1);
    if (peer == null) {
      nameless(listener).ifPresent(track -> hold(row, track, call));
      return;
    }
    SocketTrack track = ends.of(peer);
    track.held = true;
    if (track.state.isEmpty() || track.state.equals(TcpState.CLOSED.rfcName())) {
      track.state = TcpState.ESTABLISHED.rfcName();
    }
    track.local = track.local.isEmpty() ? text(peer.local) : track.local;
    track.foreign = track.foreign.isEmpty() ? text(peer.foreign) : track.foreign;
    track.keep(row);
  }

  /** The longest waiting connection of a listener that no later call speaks of. */
  private Optional<SocketTrack> nameless(SocketTrack listener) {
    return ends.tracks().stream()
        .filter(track -> !track.held && !track.gone && track.actor.isEmpty())
        .filter(track -> samePort(track.local, listener.local))
        .findFirst();
  }

  private static void hold(int row, SocketTrack track, CallReturned call) {
    track.name(call.result(), call.socket().process(), call.socket().device());
    track.held = true;
    track.keep(row);
  }

  // The process lets go at once; a connection stays until both ends have closed it.
  private void closed(SocketTrack track) {
    track.held = false;
    track.gone =
        track.state.isEmpty()
            || stateless(track)
            || track.listens()
            || track.state.equals(TcpState.CLOSED.rfcName());
  }

  private void sampled(int row, KernelSample sample) {
    SocketLife life = lives.of(row);
    SocketTrack track = life == null ? null : ends.known(life).orElse(null);
    if (track != null && !track.gone) {
      track.state = sample.state();
      track.gone = !track.held && sample.state().equals(TcpState.CLOSED.rfcName());
      if (track.foreign.isEmpty()) {
        track.foreign = sample.socket().foreign();
      }
      track.keep(row);
    }
  }

  // ---- what packets tell

  private void packet(int row, int index) {
    if (index < 0) {
      return;
    }
    int shown = sightings.isPrimary(index) ? index : sightings.twin(index);
    SocketTrack client = ends.client(shown);
    SocketTrack server = ends.server(shown);
    Vantage ofClient = sightings.vantage(shown, true);
    Vantage ofServer = sightings.vantage(shown, false);
    boolean segment = analysis.isSegment(row);
    if (client != null && ofClient.connection() == index) {
      if (segment && server != null) {
        count(row, ofClient.client(), client, server);
      }
      enter(row, client, ofClient.endState(analysis, row));
    }
    if (server != null && ofServer.connection() == index) {
      if (segment && client != null) {
        count(row, ofServer.client(), server, client);
      }
      boolean ready = server.state.equals(TcpState.ESTABLISHED.rfcName());
      enter(row, server, ofServer.endState(analysis, row));
      if (callsKnown
          && !ready
          && !server.held
          && server.state.equals(TcpState.ESTABLISHED.rfcName())) {
        queued(row, server);
      }
    }
  }

  private void enter(int row, SocketTrack track, EndState state) {
    // Who is asked for an association keeps nothing of it until the cookie comes back.
    boolean asked = state == SctpState.CLOSED && track.state.isEmpty();
    if (track.gone || asked) {
      return;
    }
    if (!state.isUnknown() && !track.listens()) {
      track.state = state.rfcName();
      track.gone = state.isClosed() && !track.held;
    }
    track.keep(row);
  }

  /** What an end sent or received in a row, in which it is taken for the client or not. */
  private void count(int row, boolean client, SocketTrack end, SocketTrack other) {
    boolean sends = analysis.fromClient(row) == client;
    long acknowledged = analysis.relativeAcknowledgment(row) - 1;
    if (sends) {
      if (analysis.length(row) > 0) {
        // The SYN takes number 0, so the stream's first byte is number 1 (RFC 9293, section 3.4).
        end.sent = Math.max(end.sent, analysis.relativeSequence(row) + analysis.length(row) - 1);
      }
      end.arrived = Math.max(end.arrived, Math.min(acknowledged, other.sent));
    } else {
      end.acknowledged = Math.max(end.acknowledged, Math.min(acknowledged, end.sent));
    }
  }

  /** A connection is ready before anybody has accepted it. */
  private void queued(int row, SocketTrack server) {
    for (SocketTrack track : ends.tracks()) {
      if (track.listens() && !track.gone && samePort(track.local, server.local)) {
        track.waiting++;
        track.keep(row);
        return;
      }
    }
  }

  // ---- small things

  private static boolean stateless(SocketTrack track) {
    return track.transport == Transport.UDP;
  }

  private static boolean samePort(String one, String other) {
    return one.substring(one.lastIndexOf(':') + 1)
        .equals(other.substring(other.lastIndexOf(':') + 1));
  }

  private static String text(@Nullable Endpoint endpoint) {
    return endpoint == null ? "" : endpoint.toString();
  }

  private static long number(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return 0;
      }
    }
    return text.isEmpty() || text.length() > MOST_DIGITS ? 0 : Long.parseLong(text);
  }
}
