package wireflight.connection;

import java.util.List;
import java.util.Locale;
import wireflight.language.Texts;
import wireflight.packet.SequenceNumber;
import wireflight.packet.TcpFlags;
import wireflight.trace.Trace;

/** The sentences that explain verdicts from their evidence, in the language of an analysis. */
final class Reasons {
  /** More frames than a sentence names. */
  private static final int MOST_FRAMES = 4;

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
      case LOST_SEGMENT -> lost(row, first, x);
      case ACK_LOST_SEGMENT -> tooFar(row, second, x);
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
              : texts.get(x == 0 ? "reason.keepAlive" : "reason.keepAlive.byte", frame(first));
      case KEEP_ALIVE_ACK -> texts.get("reason.keepAlive.ack", frame(first));
      case ZERO_WINDOW_PROBE -> texts.get("reason.probe", frame(first));
      case ZERO_WINDOW_PROBE_ACK -> texts.get("reason.probe.ack", frame(first));
      case REUSED_PORTS ->
          texts.get(
              (analysis.flags(row) & TcpFlags.ACK) == 0 ? "reason.reused" : "reason.reused.answer",
              frame(first));
    };
  }

  private String lost(int row, int before, long next) {
    if ((analysis.flags(row) & TcpFlags.SYN) != 0) {
      // What opens begins where it likes: no bytes lie between.
      return texts.get("reason.missing.opening", frame(before));
    }
    long last = analysis.relativeSequence(row) - 1;
    return texts.get(
        "reason.missing", missing(next, last), next == last ? 1 : 2, plain(before + 1));
  }

  /** Acknowledges more than is known to have come in one run, which ends before a byte. */
  private String tooFar(int row, int beyond, long run) {
    long last = analysis.relativeAcknowledgment(row) - 1;
    String upTo = last == 0 ? texts.get("range.syn") : missing(last, last);
    // What lies beyond a hole, or overlaps, may have filled it.
    Hole hole = beyond < 0 ? new Hole(run, last) : Hole.find(analysis, row, run, last);
    if (hole == null) {
      return texts.get("reason.missing.none", upTo);
    }
    boolean one = hole.first() == hole.last();
    String what = missing(hole.first(), hole.last());
    return texts.get("reason.missing.acknowledged", what, one ? 1 : 2, upTo);
  }

  private String fast(int row, int original, int last, long copies) {
    String sent = original < 0 ? "" : ".sent";
    String first = original < 0 ? "" : frame(original);
    Repeated repeated = repeated(row, original);
    String asked = part(row, repeated);
    String sentence =
        copies < 2
            ? texts.get("reason.fast.recent" + sent, asked, "", subject(last), first)
            : texts.get("reason.fast" + sent, asked, plain(copies), frame(last), first);
    return sentence + rest(row, repeated);
  }

  private String retransmission(int row, int original, int highest) {
    if (original < 0) {
      return texts.get("reason.retransmission.late", firstOf(row), "", frame(highest));
    }
    Repeated repeated = repeated(row, original);
    String since = since(original, row);
    String sentence =
        texts.get(
            since.isEmpty() ? "reason.retransmission" : "reason.retransmission.since",
            part(row, repeated),
            count(row, repeated),
            frame(original),
            since);
    return sentence + rest(row, repeated);
  }

  private String outOfOrder(int row, int highest, int original, boolean measured) {
    long limit = measured ? analysis.flow(row).initialRoundTrip() : 0;
    String within =
        limit > 0 ? texts.get("reason.limit.roundTrip", span(limit)) : texts.get("reason.limit");
    String since = since(highest, row);
    int length = analysis.length(row);
    if (SequenceNumber.isAfter(end(row), end(highest))) {
      return texts.get("reason.order.overlap", bytes(row), length, frame(highest), within);
    }
    String key =
        (original < 0 ? "reason.order" : "reason.order.seen") + (since.isEmpty() ? "" : ".since");
    String later =
        texts.get(analysis.length(highest) > 0 ? "reason.order.holds" : "reason.order.counts");
    Repeated repeated = repeated(row, original);
    String seen =
        length <= 1 || repeated.whole() ? texts.get("reason.order.same") : part(row, repeated);
    String again = plain(original + 1);
    return texts.get(key, bytes(row), length, frame(highest), within, since, again, later, seen);
  }

  /** Where a segment ends, as raw numbers go. */
  private int end(int row) {
    boolean opens = (analysis.flags(row) & (TcpFlags.SYN | TcpFlags.FIN)) != 0;
    return (int) analysis.rawSequence(row) + Math.max(0, analysis.length(row)) + (opens ? 1 : 0);
  }

  private Repeated repeated(int row, int original) {
    return original < 0 || analysis.length(row) <= 0
        ? new Repeated(List.of(), 0)
        : Repeated.of(analysis, row, original);
  }

  /** What the first frame had sent of a row's segment. */
  private String part(int row, Repeated repeated) {
    if (repeated.parts().isEmpty()) {
      return bytes(row);
    }
    Repeated.Part first = repeated.parts().getFirst();
    return missing(first.first(), first.last());
  }

  private int count(int row, Repeated repeated) {
    if (repeated.parts().isEmpty()) {
      return analysis.length(row);
    }
    Repeated.Part first = repeated.parts().getFirst();
    return first.first() == first.last() ? 1 : 2;
  }

  /** What other frames had sent of it, and what is new; begins with a comma or semicolon. */
  private String rest(int row, Repeated repeated) {
    List<Repeated.Part> parts = repeated.parts();
    if (parts.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    int told = parts.size() <= MOST_FRAMES ? parts.size() : MOST_FRAMES - 1;
    for (Repeated.Part part : parts.subList(1, told)) {
      String where = frame(part.row());
      text.append(texts.get("reason.again.also", missing(part.first(), part.last()), where));
    }
    if (told < parts.size()) {
      String what = missing(parts.get(told).first(), parts.getLast().last());
      text.append(texts.get("reason.again.later", what));
    }
    if (repeated.fresh() > 0) {
      long first = parts.getLast().last() + 1;
      long last = Repeated.start(analysis, row) + analysis.length(row) - 1;
      text.append(texts.get("reason.again.fresh", missing(first, last), first == last ? 1 : 2));
    }
    return text.toString();
  }

  /** The first byte of a row's segment, or its SYN or FIN. */
  private String firstOf(int row) {
    long first = Repeated.start(analysis, row);
    return analysis.length(row) <= 0 ? bytes(row) : missing(first, first);
  }

  private String bytes(int row) {
    long from = Repeated.start(analysis, row);
    int length = analysis.length(row);
    return length <= 0
        ? texts.get((analysis.flags(row) & TcpFlags.SYN) != 0 ? "range.syn" : "range.fin")
        : missing(from, from + length - 1);
  }

  private String missing(long first, long last) {
    String from = plain(first & 0xffff_ffffL);
    if (first == last) {
      return texts.get("range.byte", from);
    }
    // Numbers begin anew after 4294967295: a range across it would seem to run backwards.
    boolean wraps = (first & 0xffff_ffffL) > (last & 0xffff_ffffL);
    return wraps
        ? texts.get("range.wrapped", plain((last - first & 0xffff_ffffL) + 1), from)
        : texts.get("range.bytes", from, plain(last & 0xffff_ffffL));
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
    if (nanos < 999_500) {
      return texts.get("span.micros", String.format(locale, "%.0f", nanos / 1e3));
    }
    // What rounds to a second is written as one.
    return nanos < 999_500_000
        ? texts.get("span.millis", String.format(locale, "%.3g", nanos / 1e6))
        : texts.get("span.seconds", String.format(locale, "%.2f", nanos / 1e9));
  }

  private static String plain(long number) {
    return Long.toString(number);
  }
}
