package wireflight.connection;

import java.util.Locale;
import wireflight.language.Texts;
import wireflight.packet.TcpFlags;
import wireflight.trace.Trace;

/** The sentences that explain verdicts from their evidence, in the language of an analysis. */
final class Reasons {
  private final Snapshot analysis;
  private final Texts texts;

  Reasons(Snapshot analysis) {
    this.analysis = analysis;
    this.texts = analysis.language().texts(Reasons.class);
  }

  /** One sentence for all verdicts of a row; empty without any. */
  String of(int row) {
    Evidence.View evidence = analysis.evidence();
    StringBuilder sentence = new StringBuilder();
    for (int i = evidence.first(row); i < evidence.size() && evidence.row(i) == row; i++) {
      sentence.append(sentence.isEmpty() ? "" : "; ").append(clause(row, evidence, i));
    }
    if (sentence.isEmpty()) {
      return "";
    }
    sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    return sentence.append('.').toString();
  }

  private String clause(int row, Evidence.View evidence, int entry) {
    int first = evidence.firstRow(entry);
    int second = evidence.secondRow(entry);
    long x = evidence.number(entry) & 0xffff_ffffL;
    return switch (evidence.verdict(entry)) {
      case RETRANSMISSION -> retransmission(row, first, second);
      case FAST_RETRANSMISSION -> fast(row, first, second, x);
      case SPURIOUS_RETRANSMISSION ->
          texts.get("reason.spurious", bytes(row), analysis.length(row), frame(first));
      case OUT_OF_ORDER -> outOfOrder(row, first, second, x != 0);
      case LOST_SEGMENT -> {
        long last = analysis.relativeSequence(row) - 1;
        yield texts.get("reason.missing", missing(x, last), x == last ? 1 : 2, plain(first + 1));
      }
      case ACK_LOST_SEGMENT -> {
        long last = analysis.relativeAcknowledgment(row) - 1;
        String what = missing(x, last);
        String upTo = plain(last & 0xffff_ffffL);
        yield texts.get("reason.missing.acknowledged", what, x == last ? 1 : 2, upTo);
      }
      case DUPLICATE_ACK -> {
        String next = plain(analysis.relativeAcknowledgment(row));
        yield texts.get("reason.duplicate", plain(x), frame(first), next);
      }
      case ZERO_WINDOW -> texts.get("reason.window.zero");
      case WINDOW_UPDATE -> texts.get("reason.window.update", plain(x), frame(first));
      case WINDOW_FULL -> texts.get("reason.window.full", frame(first));
      case KEEP_ALIVE ->
          first < 0
              ? texts.get("reason.keepAlive.first")
              : texts.get("reason.keepAlive", frame(first));
      case KEEP_ALIVE_ACK -> texts.get("reason.keepAlive.ack", frame(first));
      case ZERO_WINDOW_PROBE -> texts.get("reason.probe", frame(first));
      case ZERO_WINDOW_PROBE_ACK -> texts.get("reason.probe.ack", frame(first));
      case REUSED_PORTS -> texts.get("reason.reused", frame(first));
    };
  }

  private String fast(int row, int original, int last, long copies) {
    String sent = original < 0 ? "" : ".sent";
    String first = original < 0 ? "" : frame(original);
    return copies < 2
        ? texts.get("reason.fast.recent" + sent, bytes(row), "", subject(last), first)
        : texts.get("reason.fast" + sent, bytes(row), plain(copies), frame(last), first);
  }

  private String retransmission(int row, int original, int highest) {
    if (original < 0) {
      return texts.get("reason.retransmission.late", bytes(row), "", subject(highest));
    }
    String since = since(original, row);
    return texts.get(
        since.isEmpty() ? "reason.retransmission" : "reason.retransmission.since",
        bytes(row),
        analysis.length(row),
        frame(original),
        since);
  }

  private String outOfOrder(int row, int highest, int original, boolean measured) {
    long limit = measured ? analysis.flow(row).initialRoundTrip() : 0;
    String within =
        limit > 0 ? texts.get("reason.limit.roundTrip", span(limit)) : texts.get("reason.limit");
    String since = since(highest, row);
    String key =
        (original < 0 ? "reason.order" : "reason.order.seen") + (since.isEmpty() ? "" : ".since");
    int length = analysis.length(row);
    return texts.get(key, bytes(row), length, frame(highest), within, since, plain(original + 1));
  }

  private String bytes(int row) {
    long from = analysis.relativeSequence(row);
    int length = analysis.length(row);
    return length <= 0
        ? texts.get((analysis.flags(row) & TcpFlags.SYN) != 0 ? "range.syn" : "range.fin")
        : missing(from, from + length - 1);
  }

  private String missing(long first, long last) {
    return first == last
        ? texts.get("range.byte", plain(first))
        : texts.get("range.bytes", plain(first), plain(last & 0xffff_ffffL));
  }

  private String frame(int row) {
    return row < 0 ? texts.get("frame.earlier") : texts.get("frame", plain(row + 1));
  }

  private String subject(int row) {
    return row < 0 ? texts.get("frame.earlier.subject") : frame(row);
  }

  /** How long before a row an earlier one was; empty where that is not known. */
  private String since(int earlier, int row) {
    Trace trace = analysis.trace();
    if (trace.time(earlier) == Trace.NO_TIME || trace.time(row) == Trace.NO_TIME) {
      return "";
    }
    long span = trace.time(row) - trace.time(earlier);
    return span < 0 ? "" : span(span);
  }

  /** A span of time with three digits and the unit that suits it. */
  private String span(long nanos) {
    Locale locale = texts.locale();
    if (nanos < 1_000_000) {
      return texts.get("span.micros", String.format(locale, "%.0f", nanos / 1e3));
    }
    return nanos < 1_000_000_000
        ? texts.get("span.millis", String.format(locale, "%.3g", nanos / 1e6))
        : texts.get("span.seconds", String.format(locale, "%.2f", nanos / 1e9));
  }

  private static String plain(long number) {
    return Long.toString(number);
  }
}
