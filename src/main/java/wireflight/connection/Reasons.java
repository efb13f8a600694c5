package wireflight.connection;

import java.util.Locale;
import wireflight.packet.Packet;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;
import wireflight.trace.Trace;

/** The sentences that explain verdicts from their evidence. */
final class Reasons {
  private Reasons() {}

  /** One sentence for all verdicts of a row; empty without any. */
  static String of(Snapshot analysis, int row) {
    Evidence.View evidence = analysis.evidence();
    StringBuilder sentence = new StringBuilder();
    for (int i = evidence.first(row); i < evidence.size() && evidence.row(i) == row; i++) {
      sentence.append(sentence.isEmpty() ? "" : "; ").append(clause(analysis, row, evidence, i));
    }
    if (sentence.isEmpty()) {
      return "";
    }
    sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    return sentence.append('.').toString();
  }

  private static String clause(Snapshot analysis, int row, Evidence.View evidence, int entry) {
    int first = evidence.firstRow(entry);
    int second = evidence.secondRow(entry);
    long x = evidence.number(entry) & 0xffff_ffffL;
    return switch (evidence.verdict(entry)) {
      case RETRANSMISSION -> retransmission(analysis, row, first, second);
      case FAST_RETRANSMISSION -> fast(analysis, row, first, second, x);
      case SPURIOUS_RETRANSMISSION ->
          bytes(analysis, row) + were(analysis, row) + " already acknowledged in " + frame(first);
      case OUT_OF_ORDER -> outOfOrder(analysis, row, first, second);
      case LOST_SEGMENT ->
          missing(x, analysis.relativeSequence(row) - 1)
              + " between frame "
              + (first + 1)
              + " and this one "
              + (x == analysis.relativeSequence(row) - 1 ? "is" : "are")
              + " not in the capture";
      case ACK_LOST_SEGMENT ->
          "it acknowledges up to byte "
              + (analysis.relativeAcknowledgment(row) - 1 & 0xffff_ffffL)
              + ", but "
              + missing(x, analysis.relativeAcknowledgment(row) - 1)
              + " of the other direction "
              + (x == analysis.relativeAcknowledgment(row) - 1 ? "is" : "are")
              + " not in the capture";
      case DUPLICATE_ACK ->
          "duplicate "
              + x
              + " of the acknowledgment in "
              + frame(first)
              + ": still waiting for byte "
              + analysis.relativeAcknowledgment(row);
      case ZERO_WINDOW -> "its receive window is 0, so the other end must stop sending";
      case WINDOW_UPDATE ->
          "it only changes the window field, which was " + x + " in " + frame(first);
      case WINDOW_FULL ->
          "its last byte is the last one that the window in " + frame(first) + " allows";
      case KEEP_ALIVE ->
          "it starts one byte before the next expected one after "
              + frame(first)
              + ", only to get an answer";
      case KEEP_ALIVE_ACK -> "it answers the keep-alive in " + frame(first);
      case ZERO_WINDOW_PROBE -> "one byte is sent against the zero window of " + frame(first);
      case ZERO_WINDOW_PROBE_ACK ->
          "it answers the probe in " + frame(first) + ": the window is still 0";
      case REUSED_PORTS ->
          "a SYN with another initial sequence number between sockets that had a connection up to "
              + frame(first)
              + " opens a new one";
    };
  }

  private static String fast(Snapshot analysis, int row, int original, int last, long copies) {
    String asked =
        copies < 2
            ? frame(last) + ", less than 20 ms before, still asked for "
            : copies + " duplicate ACKs, the last in " + frame(last) + ", asked for ";
    return asked
        + bytes(analysis, row)
        + (original < 0 ? "" : ", first sent in " + frame(original));
  }

  private static String retransmission(Snapshot analysis, int row, int original, int highest) {
    if (original < 0) {
      return frame(highest)
          + " had already come past the end of "
          + bytes(analysis, row)
          + ", too late for a mere change of order";
    }
    return bytes(analysis, row)
        + were(analysis, row)
        + " already sent in "
        + frame(original)
        + since(analysis.trace(), original, row);
  }

  private static String outOfOrder(Snapshot analysis, int row, int highest, int original) {
    long limit = analysis.flow(row).initialRoundTrip();
    String within =
        limit > 0 ? ", within the initial round trip of " + span(limit) : ", within 3 ms";
    String seen = original < 0 ? "" : ", though frame " + (original + 1) + " holds them too";
    return bytes(analysis, row)
        + (original < 0
            ? (analysis.length(row) > 1 ? " come after " : " comes after ")
            : were(analysis, row) + " overtaken by ")
        + frame(highest)
        + ", which holds later ones"
        + since(analysis.trace(), highest, row)
        + within
        + seen;
  }

  private static String bytes(Snapshot analysis, int row) {
    long from = analysis.relativeSequence(row);
    int length = analysis.length(row);
    Packet packet = analysis.packet(row);
    int flags = packet instanceof TcpSegment segment ? segment.flags() : 0;
    if (length <= 0) {
      return (flags & TcpFlags.SYN) != 0 ? "the SYN" : "the FIN";
    }
    return length == 1
        ? "byte " + from
        : "bytes " + from + "-" + (from + length - 1 & 0xffff_ffffL);
  }

  private static String were(Snapshot analysis, int row) {
    return analysis.length(row) > 1 ? " were" : " was";
  }

  private static String missing(long first, long last) {
    return first == last ? "byte " + first : "bytes " + first + "-" + (last & 0xffff_ffffL);
  }

  private static String frame(int row) {
    return row < 0 ? "an earlier frame" : "frame " + (row + 1);
  }

  private static String since(Trace trace, int earlier, int row) {
    if (trace.time(earlier) == Trace.NO_TIME || trace.time(row) == Trace.NO_TIME) {
      return "";
    }
    long span = trace.time(row) - trace.time(earlier);
    return span < 0 ? "" : ", " + span(span) + " before";
  }

  /** A span of time with three digits and the unit that suits it. */
  private static String span(long nanos) {
    if (nanos < 1_000_000) {
      return String.format(Locale.ROOT, "%.0f us", nanos / 1e3);
    }
    return nanos < 1_000_000_000
        ? String.format(Locale.ROOT, "%.3g ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }
}
