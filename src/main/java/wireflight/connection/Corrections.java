package wireflight.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.language.Texts;
import wireflight.packet.IpHeader;
import wireflight.packet.SequenceNumber;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;
import wireflight.trace.Discarded;
import wireflight.trace.Trace;

/**
 * Finds what segments really are from what Wireshark's rules leave aside: whether the bytes were
 * seen before, IP identifications, timestamps, and the kernel's own counts where the recording has
 * them.
 */
final class Corrections {
  /** Identifications further apart than this need not come from one counter. */
  private static final int NEAR = 64;

  /** How far back the same packet may stand at another capture point. */
  private static final int FARTHEST = 4096;

  private final Snapshot analysis;
  private final int row;
  private final TcpSegment segment;
  private final Texts texts;

  private Corrections(Snapshot analysis, int row, TcpSegment segment) {
    this.analysis = analysis;
    this.row = row;
    this.segment = segment;
    this.texts = analysis.language().texts(Corrections.class);
  }

  /** What is better known of a segment than its verdicts say; empty where they are right. */
  static Optional<Correction> of(Snapshot analysis, int row) {
    if (analysis.verdictBits(row) == 0 || !(analysis.packet(row) instanceof TcpSegment segment)) {
      return Optional.empty();
    }
    Corrections corrections = new Corrections(analysis, row, segment);
    Evidence.View evidence = analysis.evidence();
    for (int i = evidence.first(row); i < evidence.size() && evidence.row(i) == row; i++) {
      boolean awaited = evidence.number(i) != 0;
      Correction found =
          corrections.of(evidence.verdict(i), evidence.firstRow(i), evidence.secondRow(i), awaited);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** See {@link SequenceRules} for what the two rows of each verdict are. */
  private @Nullable Correction of(Verdict called, int first, int second, boolean awaited) {
    return switch (called) {
      case OUT_OF_ORDER -> late(called, second, first);
      case RETRANSMISSION -> again(called, first, second);
      case FAST_RETRANSMISSION -> again(called, first, Columns.NONE);
      case SPURIOUS_RETRANSMISSION, DUPLICATE_ACK -> twice(called, second);
      case KEEP_ALIVE -> awaited && second < 0 ? lastByte(called, first) : probe(called, second);
      case ZERO_WINDOW -> probeAnswer(called, second);
      case WINDOW_UPDATE -> keepAliveAnswer(called, first, second);
      case LOST_SEGMENT,
          ACK_LOST_SEGMENT,
          WINDOW_FULL,
          KEEP_ALIVE_ACK,
          ZERO_WINDOW_PROBE,
          ZERO_WINDOW_PROBE_ACK,
          REUSED_PORTS ->
          null;
    };
  }

  /** Called out of order for coming soon. */
  private @Nullable Correction late(Verdict called, int original, int highest) {
    Correction twice = twice(called, original);
    if (twice != null) {
      return twice;
    }
    String counted = counted(true);
    if (original != Columns.NONE) {
      String sign = distinct(original);
      if (sign.isEmpty() && counted.isEmpty()) {
        return null;
      }
      return correction(
          Correction.Truth.RETRANSMISSION,
          called,
          texts.get("better.again", frame(original), sign, counted));
    }
    int other = elsewhere();
    if (other != Columns.NONE) {
      return isRepeat(other)
          ? correction(
              Correction.Truth.RETRANSMISSION,
              called,
              texts.get("better.again.sender", frame(other)))
          : null;
    }
    String sign = sent(highest, true);
    return sign.isEmpty() && counted.isEmpty()
        ? null
        : correction(
            Correction.Truth.RETRANSMISSION,
            called,
            texts.get("better.again.lost", frame(highest), sign, counted));
  }

  /** Called a retransmission. */
  private @Nullable Correction again(Verdict called, int original, int highest) {
    Correction twice = twice(called, original);
    if (twice != null) {
      return twice;
    }
    if (original != Columns.NONE) {
      boolean answersSyn =
          segment.has(TcpFlags.SYN | TcpFlags.ACK)
              && analysis.packet(original) instanceof TcpSegment first
              && first.has(TcpFlags.SYN)
              && !first.has(TcpFlags.ACK);
      return answersSyn
          ? correction(
              Correction.Truth.SIMULTANEOUS_OPEN,
              called,
              texts.get("better.simultaneous", frame(original)))
          : null;
    }
    int other = elsewhere();
    if (other != Columns.NONE) {
      return isRepeat(other)
          ? null
          : correction(
              Correction.Truth.OUT_OF_ORDER,
              called,
              texts.get("better.overtaken.sender", frame(other)));
    }
    String sign = highest == Columns.NONE ? "" : sent(highest, false);
    String counted = counted(false);
    return sign.isEmpty() && counted.isEmpty() || highest == Columns.NONE
        ? null
        : correction(
            Correction.Truth.OUT_OF_ORDER,
            called,
            texts.get("better.overtaken", frame(highest), sign, counted));
  }

  /** The row of this packet at the capture point of its sender; none with one point alone. */
  private int elsewhere() {
    Trace trace = analysis.trace();
    if (trace.capturePoints().size() < 2) {
      return Columns.NONE;
    }
    int point = trace.frame(row).capturePoint();
    for (int at = row - 1; at >= 0 && at > row - FARTHEST; at--) {
      if (analysis.isSegment(at)
          && hasNumbersOf(at)
          && trace.frame(at).capturePoint() != point
          && analysis.packet(at) instanceof TcpSegment other
          && isSame(other)) {
        return at;
      }
    }
    return Columns.NONE;
  }

  /** Whether a row may be this packet by what is known without reading it again. */
  private boolean hasNumbersOf(int at) {
    return analysis.rawSequence(at) == analysis.rawSequence(row)
        && analysis.rawAcknowledgment(at) == analysis.rawAcknowledgment(row)
        && analysis.length(at) == analysis.length(row);
  }

  private boolean isRepeat(int other) {
    int again = Verdict.RETRANSMISSION.bit() | Verdict.OUT_OF_ORDER.bit();
    return (analysis.verdictBits(other) & again) != 0;
  }

  /** One packet seen twice, as behind a mirror port or on two interfaces. */
  private @Nullable Correction twice(Verdict called, int earlier) {
    if (earlier == Columns.NONE || !(analysis.packet(earlier) instanceof TcpSegment first)) {
      return null;
    }
    return isSame(first)
        ? correction(Correction.Truth.SEEN_TWICE, called, texts.get("better.twice", frame(earlier)))
        : null;
  }

  /** Whether another segment is this one: what is sent again gets a new identification. */
  private boolean isSame(TcpSegment first) {
    IpHeader one = first.ip();
    IpHeader other = segment.ip();
    // RFC 6864, section 4.3.
    return one.identification() != 0
        && one.identification() == other.identification()
        && one.source().equals(other.source())
        && first.checksum() == segment.checksum()
        && first.sequenceNumber() == segment.sequenceNumber()
        && first.acknowledgmentNumber() == segment.acknowledgmentNumber()
        && first.payloadLength() == segment.payloadLength()
        && first.options().timestampValue() == segment.options().timestampValue();
  }

  /** RFC 9293, section 3.8.4: a keep-alive repeats what was acknowledged, to be answered at all. */
  private @Nullable Correction lastByte(Verdict called, int earlier) {
    if (!(analysis.packet(earlier) instanceof TcpSegment first)
        || first.payloadLength() == 0
        || first.has(TcpFlags.FIN)) {
      return null;
    }
    String number = Long.toString(Repeated.start(analysis, row));
    return correction(
        Correction.Truth.RETRANSMISSION,
        called,
        texts.get("better.again.byte", number, frame(earlier)));
  }

  private @Nullable Correction probe(Verdict called, int closed) {
    return closed == Columns.NONE
        ? null
        : correction(
            Correction.Truth.ZERO_WINDOW_PROBE, called, texts.get("better.probe", frame(closed)));
  }

  private @Nullable Correction probeAnswer(Verdict called, int probe) {
    return probe == Columns.NONE
        ? null
        : correction(
            Correction.Truth.ZERO_WINDOW_PROBE_ACK,
            called,
            texts.get("better.probe.ack", frame(probe)));
  }

  private @Nullable Correction keepAliveAnswer(Verdict called, int before, int keepAlive) {
    if (keepAlive == Columns.NONE || !(analysis.packet(before) instanceof TcpSegment last)) {
      return null;
    }
    long step = Math.max(1, analysis.window(row) / Math.max(1, segment.window()));
    boolean unchanged =
        last.has(TcpFlags.SYN) && Math.abs(analysis.window(row) - last.window()) < step;
    return unchanged
        ? correction(
            Correction.Truth.KEEP_ALIVE_ACK,
            called,
            texts.get("better.keepAlive.ack", frame(keepAlive)))
        : null;
  }

  private static Correction correction(Correction.Truth truth, Verdict called, String reason) {
    return new Correction(truth, called, reason);
  }

  /** What shows that the bytes of an earlier frame came here in another packet. */
  private String distinct(int earlier) {
    if (earlier > 0 && analysis.trace().event(earlier - 1, Discarded.class) != null) {
      return texts.get("sign.filter");
    }
    if (!(analysis.packet(earlier) instanceof TcpSegment first)) {
      return "";
    }
    int before = first.ip().identification();
    int now = segment.ip().identification();
    if (before != 0 && now != 0 && before != now) {
      return texts.get("sign.identification", Integer.toString(before), Integer.toString(now));
    }
    return laterTimestamp(segment, first) > 0 ? texts.get("sign.timestamp") : "";
  }

  /** What shows that this segment was sent after another, or else before it. */
  private String sent(int other, boolean after) {
    if (!(analysis.packet(other) instanceof TcpSegment that)) {
      return "";
    }
    int sign = after ? 1 : -1;
    int later = laterTimestamp(segment, that);
    if (later != 0) {
      String key = after ? "sign.later" : "sign.earlier";
      return Integer.signum(later) == sign ? texts.get(key) : "";
    }
    int here = segment.ip().identification();
    int there = that.ip().identification();
    int steps = (short) (here - there) * sign;
    boolean counter = segment.ip().source().version() == 4 && here != 0 && there != 0;
    return counter && steps > 0 && steps <= NEAR
        ? texts.get("sign.counter", Integer.toString(there), Integer.toString(here))
        : "";
  }

  /** By how much one segment's clock is ahead of another's (RFC 7323); 0 where that is unknown. */
  private static int laterTimestamp(TcpSegment one, TcpSegment other) {
    return one.options().timestamps() && other.options().timestamps()
        ? SequenceNumber.distance(other.options().timestampValue(), one.options().timestampValue())
        : 0;
  }

  /** What the sender's kernel counted about now: that it sent something again, or else nothing. */
  private String counted(boolean more) {
    Connection connection = analysis.flow(row).connection();
    boolean client = analysis.fromClient(row);
    KernelCounts.Change change =
        KernelCounts.around(
            analysis.trace(),
            row,
            client ? connection.client() : connection.server(),
            client ? connection.server() : connection.client());
    if (change == null || change.grew() != more) {
      return "";
    }
    return more
        ? texts.get("counted.more", String.valueOf(change.before()), String.valueOf(change.after()))
        : texts.get("counted.none");
  }

  private String frame(int row) {
    return texts.get("frame", Integer.toString(row + 1));
  }
}
