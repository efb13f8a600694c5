package wireflight.application;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;
import wireflight.trace.Frame;

/**
 * The byte streams of every TCP connection of a recording, told to a listener for each connection
 * as the rows go by.
 *
 * <p>Bytes come in order and once; every chunk names the row that carries it. Nothing is kept but
 * what came before its turn, up to a bound for each direction and one for all. A connection that
 * was closed before any data was seen, and then has some, gets a new listener. IP fragments are not
 * put together: what they carry is a gap. Used by one thread.
 */
public final class StreamReassembly {
  private final Function<Connection, StreamListener> listeners;
  private final Budget budget;
  private final Map<Integer, Streams> open = new TreeMap<>();
  private final BitSet closed = new BitSet();

  private record Streams(DirectionReassembly client, DirectionReassembly server) {
    DirectionReassembly of(boolean fromClient) {
      return fromClient ? client : server;
    }

    boolean isUntouched() {
      return client.isUntouched() && server.isUntouched();
    }

    boolean ended() {
      return client.ended() && server.ended();
    }

    void finish() {
      client.finish();
      server.finish();
    }
  }

  /** Tells each connection's streams to the listener that this function gives for it. */
  public StreamReassembly(Function<Connection, StreamListener> listeners) {
    this(listeners, new Budget(64 << 20));
  }

  StreamReassembly(Function<Connection, StreamListener> listeners, Budget budget) {
    this.listeners = listeners;
    this.budget = budget;
  }

  /** Takes the segment of a row; rows must come in their order, each once. */
  public void segment(Analysis analysis, int row, TcpSegment segment) {
    int index = analysis.connectionOf(row);
    if (index < 0 || closed.get(index)) {
      return;
    }
    Streams streams = open.get(index);
    if (streams == null) {
      StreamListener listener = listeners.apply(analysis.connections().get(index));
      streams =
          new Streams(
              new DirectionReassembly(true, listener, budget),
              new DirectionReassembly(false, listener, budget));
      open.put(index, streams);
    }
    take(streams, analysis.fromClient(row), segment, analysis.trace().frame(row), row);
    if (streams.isUntouched() && (segment.flags() & (TcpFlags.RST | TcpFlags.FIN)) != 0) {
      streams.finish();
      open.remove(index);
    } else if (streams.ended()) {
      open.remove(index);
      closed.set(index);
    }
  }

  /** The recording is over: tells what is still held, and the end of every stream. */
  public void finish() {
    open.values().forEach(Streams::finish);
    open.keySet().forEach(closed::set);
    open.clear();
  }

  private static void take(
      Streams streams, boolean fromClient, TcpSegment segment, Frame frame, int row) {
    DirectionReassembly direction = streams.of(fromClient);
    // The sequence number of a SYN is its own; data, even on a SYN, starts after it (RFC 7413).
    int first = segment.sequenceNumber() + (segment.has(TcpFlags.SYN) ? 1 : 0);
    if (segment.has(TcpFlags.RST)) {
      // A reset may be forged or not heeded (RFC 5961), and then data goes on: so it ends nothing.
      return;
    }
    direction.startAt(first, segment.has(TcpFlags.SYN));
    if (segment.has(TcpFlags.ACK)) {
      streams.of(!fromClient).acknowledge(segment.acknowledgmentNumber());
    }
    long offset = direction.offsetOf(first);
    if (segment.payloadLength() > 0) {
      direction.data(piece(segment, frame, row, offset));
    }
    if (segment.has(TcpFlags.FIN)) {
      direction.fin(offset + segment.payloadLength());
    }
    streams.client().packetSeen();
    streams.server().packetSeen();
  }

  private static Piece piece(TcpSegment segment, Frame frame, int row, long offset) {
    int start = segment.payloadOffset();
    int captured = Math.clamp(frame.length() - (long) start, 0, segment.payloadLength());
    ByteBuffer data = frame.data();
    return new Piece(
        offset, row, frame.time(), data, frame.offset() + start, captured, segment.payloadLength());
  }
}
