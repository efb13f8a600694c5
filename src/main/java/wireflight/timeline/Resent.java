package wireflight.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import wireflight.connection.SegmentFacts;
import wireflight.connection.Verdict;

/**
 * Finds segments that never arrived: those that were captured, not acknowledged, and sent again.
 *
 * <p>This is what the sender itself concludes, and the most that a capture near the sender can
 * tell. It remembers the last some ten thousand segments, far more than any window holds in flight
 * between a segment and its repetition.
 */
final class Resent {
  private static final int REMEMBERED = 1 << 16;
  private static final Set<Verdict> AGAIN =
      Set.of(Verdict.RETRANSMISSION, Verdict.FAST_RETRANSMISSION, Verdict.OUT_OF_ORDER);

  private record Start(int connection, boolean fromClient, long sequence, boolean answers) {}

  private final Map<Start, Integer> latest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Start, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Takes in a segment; the row of the earlier one that it shows to be lost, or -1. */
  int see(SegmentFacts facts) {
    boolean again = facts.verdicts().stream().anyMatch(AGAIN::contains);
    // A segment without data, SYN or FIN takes no numbers and is never sent again.
    if (facts.length() == 0 && !again && facts.relativeSequence() != 0) {
      return -1;
    }
    // In a simultaneous open a SYN is followed by a SYN-ACK with the same number, which is no
    // repetition (RFC 9293, section 3.5).
    boolean answers = facts.relativeSequence() != 0 || facts.relativeAcknowledgment() != 0;
    Start start =
        new Start(facts.connection(), facts.fromClient(), facts.relativeSequence(), answers);
    Integer earlier = latest.put(start, facts.row());
    boolean needless = facts.verdicts().contains(Verdict.SPURIOUS_RETRANSMISSION);
    return earlier != null && again && !needless ? earlier : -1;
  }
}
