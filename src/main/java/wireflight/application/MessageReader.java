package wireflight.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import wireflight.connection.Analysis;
import wireflight.packet.IcmpMessage;
import wireflight.packet.IpFragment;
import wireflight.packet.SctpPacket;
import wireflight.packet.TcpSegment;
import wireflight.packet.UdpDatagram;
import wireflight.packet.Undecoded;
import wireflight.trace.Trace;

/**
 * Reads the application messages of a recording, which may still be growing.
 *
 * <p>Messages are told as they become whole, so in the order of their last rows but for those that
 * the end cuts short. Only unfinished messages are kept, up to a bound; how a stream was cut into
 * segments makes no difference to what is told. Used by one thread.
 */
public final class MessageReader {
  /** The most bytes kept of all unfinished messages, and again of segments out of order. */
  private static final long MOST_KEPT = 64 << 20;

  private final Consumer<Message> messages;
  private final StreamReassembly streams;
  private final Datagrams datagrams = new Datagrams();
  private int next;

  /** Tells every message to this consumer. */
  public MessageReader(Consumer<Message> messages) {
    this.messages = messages;
    Budget budget = new Budget(MOST_KEPT);
    streams = new StreamReassembly(connection -> new Conversation(connection, budget, messages));
  }

  /** All messages of a recording, in the order in which they begin. */
  public static List<Message> all(Analysis analysis) {
    List<Message> all = new ArrayList<>();
    MessageReader reader = new MessageReader(all::add);
    reader.read(analysis);
    reader.finish();
    all.sort(Comparator.comparingInt(message -> message.rows().first()));
    return all;
  }

  /** Reads the rows that are new since the last time. */
  public void read(Analysis analysis) {
    Trace trace = analysis.trace();
    for (; next < trace.size(); next++) {
      int index = analysis.connectionOf(next);
      if (index >= 0) {
        read(analysis, index, next);
      }
    }
  }

  /** The recording is over: tells what is unfinished. */
  public void finish() {
    streams.finish();
  }

  private void read(Analysis analysis, int index, int row) {
    switch (analysis.packet(row)) {
      case TcpSegment segment -> streams.segment(analysis, row, segment);
      case UdpDatagram datagram ->
          datagrams
              .read(
                  analysis.connections().get(index),
                  analysis.fromClient(row),
                  row,
                  analysis.trace().frame(row),
                  datagram)
              .ifPresent(messages);
      case SctpPacket other -> {}
      case IcmpMessage other -> {}
      case IpFragment other -> {}
      case Undecoded other -> {}
    }
  }
}
