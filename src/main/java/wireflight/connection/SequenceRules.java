package wireflight.connection;

import wireflight.packet.Scan;
import wireflight.packet.SequenceNumber;
import wireflight.packet.TcpFlags;

/**
 * The rules of sequence analysis, compatible with the published ones of Wireshark 4.0 (User's
 * Guide, "TCP Analysis").
 *
 * <p>A segment is judged by what was seen before it, in its own direction ({@code from}) and in the
 * other ({@code back}); then both are brought up to date.
 */
final class SequenceRules {
  private static final int SFR = TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST;

  /** The out-of-order threshold where the handshake did not show the round trip: 3 ms. */
  private static final long USUAL_ROUND_TRIP = 3_000_000;

  /** How long after the last acknowledgment a fast retransmission may come: 20 ms. */
  private static final long FAST = 20_000_000;

  private SequenceRules() {}

  static void judge(Scan s, Side from, Side back, long initialRoundTrip, Outcome out) {
    int length = s.length();
    int flags = s.flags();
    boolean opens = (flags & (TcpFlags.SYN | TcpFlags.FIN)) != 0;
    int seq = s.sequenceNumber();
    int end = seq + length + (opens ? 1 : 0);
    if ((flags & (TcpFlags.SYN | TcpFlags.ACK)) == TcpFlags.SYN && from.contiguousKnown) {
      // A SYN that comes again: what stood above a hole was of another connection.
      from.next = from.contiguous;
    }
    acknowledgments(s, from, back, out);
    if ((flags & TcpFlags.ACK) != 0) {
      tooFar(s, back, out);
    }
    if ((length > 0 || opens) && !out.is(Verdict.KEEP_ALIVE)) {
      repeats(s, from, back, initialRoundTrip, end, out);
    }
    update(s, from, back, end, out);
  }

  /** Rules 1 to 9. */
  private static void acknowledgments(Scan s, Side from, Side back, Outcome out) {
    int length = s.length();
    int seq = s.sequenceNumber();
    int window = s.window();
    boolean plain = (s.flags() & SFR) == 0;
    // As in Wireshark, the next expected number is 0 while nothing was seen.
    boolean atNext = seq == from.next;
    if (length == 1 && atNext && back.windowKnown && back.lastWindow == 0) {
      out.say(Verdict.ZERO_WINDOW_PROBE, back.lastRow, Columns.NONE, 0);
      return;
    }
    if (window == 0 && plain) {
      out.say(Verdict.ZERO_WINDOW, Columns.NONE, asked(s, from, back), 0);
    }
    if (from.nextKnown
        && SequenceNumber.isAfter(seq, from.next)
        && (s.flags() & TcpFlags.RST) == 0) {
      out.say(Verdict.LOST_SEGMENT, from.lastRow, Columns.NONE, from.next - from.base);
    }
    if (length <= 1 && seq == from.next - 1 && plain) {
      boolean closed = back.windowKnown && back.lastWindow == 0;
      boolean awaited = length > 0 && SequenceNumber.isAfter(from.next, back.lastAck);
      int probed = closed ? back.lastRow : Columns.NONE;
      out.say(Verdict.KEEP_ALIVE, from.nextRow, probed, awaited && back.lastAckKnown ? 1 : 0);
    }
    if (length > 0) {
      full(s, back, plain, out);
    } else if (plain && atNext && from.lastAckKnown && s.acknowledgmentNumber() == from.lastAck) {
      repeatedAck(from, back, window, out);
    }
  }

  /** The probe that an empty segment with a closed window answers, or {@link Columns#NONE}. */
  private static int asked(Scan s, Side from, Side back) {
    boolean repeats =
        s.length() == 0 && from.lastAckKnown && s.acknowledgmentNumber() == from.lastAck;
    return repeats && from.lastWindow == 0 && back.lastWasKeepAlive ? back.lastRow : Columns.NONE;
  }

  private static void full(Scan s, Side back, boolean plain, Outcome out) {
    if (!plain || back.scale == Side.SCALE_UNKNOWN || !back.lastAckKnown) {
      return;
    }
    int edge = back.lastAck + (back.lastWindow << (back.nonSynSeen ? back.shift() : 0));
    if (s.sequenceNumber() + s.length() == edge) {
      out.say(Verdict.WINDOW_FULL, back.lastRow, Columns.NONE, edge - s.length());
    }
  }

  /** An empty segment that repeats the last acknowledgment. */
  private static void repeatedAck(Side from, Side back, int window, Outcome out) {
    if (window != from.lastWindow) {
      if (window != 0) {
        int keepAlive = back.lastWasKeepAlive ? back.lastRow : Columns.NONE;
        out.say(Verdict.WINDOW_UPDATE, from.lastRow, keepAlive, from.lastWindow);
      }
    } else if (window == 0) {
      if (back.lastWasProbe) {
        out.say(Verdict.ZERO_WINDOW_PROBE_ACK, back.lastRow, Columns.NONE, 0);
      }
    } else if (back.lastWasKeepAlive) {
      out.say(Verdict.KEEP_ALIVE_ACK, back.lastRow, Columns.NONE, 0);
    } else {
      from.duplicateAcks++;
      // Counted afresh, whatever an acknowledgment of unseen bytes allowed.
      from.beyondSaid = false;
      out.say(Verdict.DUPLICATE_ACK, from.freshAckRow, from.lastRow, from.duplicateAcks);
    }
  }

  /** Rule 10: an acknowledgment of bytes that the capture does not hold. */
  private static void tooFar(Scan s, Side back, Outcome out) {
    int ack = s.acknowledgmentNumber();
    if (!back.contiguousKnown || !SequenceNumber.isAfter(ack, back.contiguous)) {
      return;
    }
    if (back.contiguous != back.next) {
      sayTooFar(back, back.nextRow, out);
      back.contiguous = back.next;
    } else {
      if (!back.beyondSaid && back.duplicateAcks == 0) {
        sayTooFar(back, Columns.NONE, out);
      }
      back.beyondSaid = true;
      back.duplicateAcks = 0;
    }
  }

  /** With the row of what was captured beyond the hole, if anything was. */
  private static void sayTooFar(Side back, int beyond, Outcome out) {
    out.say(Verdict.ACK_LOST_SEGMENT, back.nextRow, beyond, back.contiguous - back.base);
  }

  /** Rules 11 to 15: bytes that were sent before, or that come late. */
  private static void repeats(
      Scan s, Side from, Side back, long initialRoundTrip, int end, Outcome out) {
    int seq = s.sequenceNumber();
    int length = s.length();
    // A number of 0 stands for none, as in Wireshark.
    if (length > 0 && back.lastAck != 0 && TcpFlow.reaches(seq + length, back.lastAck)) {
      int original = from.sent.firstSent(seq, end);
      out.say(Verdict.SPURIOUS_RETRANSMISSION, back.freshAckRow, original, 0);
      out.also(Verdict.RETRANSMISSION);
      return;
    }
    boolean late = from.nextKnown && SequenceNumber.isBefore(seq, from.next);
    // The byte of an unanswered window probe may be sent again with more.
    if (!late || length > 1 && seq == from.next - 1) {
      return;
    }
    int original = from.sent.firstSent(seq, end);
    if ((back.duplicateAcks >= 2 || back.beyondSaid)
        && seq == back.lastAck
        && isWithin(out.time - back.lastAckTime, FAST)) {
      out.say(Verdict.FAST_RETRANSMISSION, original, back.lastAckRow, back.duplicateAcks);
      out.also(Verdict.RETRANSMISSION);
      return;
    }
    long threshold = initialRoundTrip > 0 ? initialRoundTrip : USUAL_ROUND_TRIP;
    if (isWithin(out.time - from.nextTime, threshold) && from.next != end) {
      out.say(Verdict.OUT_OF_ORDER, from.nextRow, original, initialRoundTrip > 0 ? 1 : 0);
      return;
    }
    out.say(Verdict.RETRANSMISSION, original, from.nextRow, 0);
  }

  /** Whether time went forward, and by less than a limit. */
  private static boolean isWithin(long span, long limit) {
    return span >= 0 && span < limit;
  }

  private static void update(Scan s, Side from, Side back, int end, Outcome out) {
    boolean probe = out.is(Verdict.ZERO_WINDOW_PROBE);
    boolean ack = (s.flags() & TcpFlags.ACK) != 0;
    int seq = s.sequenceNumber();
    if ((!from.nextKnown || SequenceNumber.isAfter(end, from.next)) && !probe) {
      from.next = end;
      from.nextRow = out.row;
      from.nextTime = out.time;
      // A number of 0 stands for none, as in Wireshark.
      from.nextKnown = end != 0;
    }
    if (!from.contiguousKnown || seq == from.contiguous && !probe) {
      from.contiguous = from.next;
      from.contiguousKnown = from.contiguous != 0;
    }
    if (end != seq) {
      from.sent.add(seq, end, out.row);
    }
    int number = s.acknowledgmentNumber();
    if (!from.lastAckKnown || number != from.lastAck) {
      from.duplicateAcks = 0;
      from.freshAckRow = out.row;
      from.beyondSaid = false;
    }
    if (ack) {
      out.acknowledged = back.sent.acknowledge(number);
    }
    // Without the ACK flag the field means nothing, but Wireshark compares it all the same.
    from.lastAck = number;
    from.lastAckKnown = true;
    from.lastAckRow = out.row;
    from.lastAckTime = out.time;
    from.lastWindow = s.window();
    from.windowKnown = true;
    from.lastRow = out.row;
    from.nonSynSeen |= (s.flags() & TcpFlags.SYN) == 0;
    from.lastWasKeepAlive = out.is(Verdict.KEEP_ALIVE);
    from.lastWasProbe = probe;
    if (s.length() > 0) {
      int flying = from.sent.inFlight(from.next);
      out.inFlight = flying > 0 ? flying : -1;
    }
  }
}
