package wireflight.diagram;

import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.ConnectionRows;
import wireflight.connection.Verdict;
import wireflight.packet.TcpOptions;
import wireflight.packet.TcpSegment;
import wireflight.trace.KernelSample;
import wireflight.trace.Trace;

/**
 * What one direction of a TCP connection did over time, from one pass over its segments and the
 * kernel's samples of its sender.
 */
final class GraphData {
  private static final int AGAIN =
      Verdict.RETRANSMISSION.bit()
          | Verdict.FAST_RETRANSMISSION.bit()
          | Verdict.SPURIOUS_RETRANSMISSION.bit();

  /** Up to so many segments every acknowledgment is asked for SACK blocks, else only repeated. */
  private static final int FEW = 20_000;

  Series segments = new Series();
  Series again = new Series();
  Series acknowledged = new Series();
  Series edge = new Series();
  Series selective = new Series();
  Series flight = new Series();
  Series window = new Series();
  Series roundTrip = new Series();
  Series smoothed = new Series();
  Series congestion = new Series();
  Series threshold = new Series();

  /** Bytes of data by time. */
  final Series sent = new Series();

  private final Analysis analysis;
  private final Connection connection;
  private final boolean client;
  private final Pending pending = new Pending();
  private long end;
  private long ack = -1;
  private double granted = -1;

  /**
   * Reads a direction.
   *
   * @param client whether that of what the client sends
   */
  GraphData(Analysis analysis, ConnectionRows rows, Connection connection, boolean client) {
    this.analysis = analysis;
    this.connection = connection;
    this.client = client;
    int count = rows.count(connection.index());
    for (int packet = 0; packet < count; packet++) {
      int row = rows.row(connection.index(), packet);
      if (analysis.isSegment(row) && analysis.trace().time(row) != Trace.NO_TIME) {
        if (analysis.fromClient(row) == client) {
          data(row);
        } else {
          answer(row, count <= FEW);
        }
      }
    }
    seal();
  }

  private void data(int row) {
    long time = analysis.trace().time(row);
    int length = analysis.length(row);
    long from = near(end, analysis.relativeSequence(row));
    if (length <= 0) {
      return;
    }
    boolean repeated = (analysis.verdictBits(row) & AGAIN) != 0;
    (repeated ? again : segments).add(time, row, (double) from, (double) (from + length));
    pending.sent(from, from + length, time, repeated);
    sent.add(time, row, length);
    end = Math.max(end, from + length);
    if (ack >= 0) {
      flight.add(time, row, (double) Math.max(0, end - ack));
    }
  }

  private void answer(int row, boolean closely) {
    long number = analysis.relativeAcknowledgment(row);
    if (number == 0) {
      return;
    }
    long time = analysis.trace().time(row);
    long now = near(Math.max(ack, 0), number);
    ack = Math.max(ack, now);
    granted = analysis.window(row);
    acknowledged.add(time, row, (double) now);
    edge.add(time, row, now + granted);
    window.add(time, row, granted);
    flight.add(time, row, (double) Math.max(0, end - ack));
    long took = pending.acknowledged(now, time);
    if (took >= 0) {
      roundTrip.add(time, row, (double) took);
    }
    boolean repeated = (analysis.verdictBits(row) & Verdict.DUPLICATE_ACK.bit()) != 0;
    if ((closely || repeated) && analysis.packet(row) instanceof TcpSegment segment) {
      int base = segment.acknowledgmentNumber();
      for (TcpOptions.Block block : segment.options().selectiveAcks()) {
        // A block below the acknowledgment tells of bytes that came twice (RFC 2883).
        long left = now + (block.left() - base);
        long right = now + (block.right() - base);
        if (left > now && right > left) {
          selective.add(time, row, (double) left, (double) right);
        }
      }
    }
  }

  /** The number beyond 32 bits that is nearest to where the direction is. */
  private static long near(long last, long number) {
    return last + (int) (number - last);
  }

  /** Takes what the kernel said of the sender. */
  void sample(int row, KernelSample sample) {
    String own = (client ? connection.client() : connection.server()).toString();
    String other = (client ? connection.server() : connection.client()).toString();
    boolean its = sample.socket().local().equals(own) && sample.socket().foreign().equals(other);
    if (!its || sample.congestionWindow() == 0) {
      return;
    }
    congestion.add(sample.time(), row, sample.congestionWindow());
    if (sample.slowStartThreshold() < Integer.MAX_VALUE / 2) {
      threshold.add(sample.time(), row, sample.slowStartThreshold());
    }
    if (sample.roundTripMicros() > 0) {
      smoothed.add(sample.time(), row, sample.roundTripMicros() * 1000.0);
    }
  }

  private void seal() {
    segments = segments.seal();
    again = again.seal();
    acknowledged = acknowledged.seal();
    edge = edge.seal();
    selective = selective.seal();
    flight = flight.seal();
    window = window.seal();
    roundTrip = roundTrip.seal();
  }
}
