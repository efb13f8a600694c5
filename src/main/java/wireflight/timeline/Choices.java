package wireflight.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import wireflight.connection.SegmentFacts;
import wireflight.connection.TcpState;

/**
 * Answers to choose from: the right one among some that are wrong in the ways in which people are.
 *
 * @param all all different; numbers ascend
 * @param right which is the right one
 */
record Choices(List<String> all, int right) {
  /** What segments are, in the order of a connection's life. */
  static List<String> segments(Words words) {
    return List.of("SYN", "SYN, ACK", "ACK", withData("PSH, ACK", words), "FIN, ACK", "RST");
  }

  /** What may cross the network besides: a datagram and an error. */
  static List<String> others(Words words) {
    return List.of(datagram(words), error(words));
  }

  static String withData(String flags, Words words) {
    return words.get("choice.data", flags);
  }

  static String datagram(Words words) {
    return words.get("choice.datagram");
  }

  static String error(Words words) {
    return words.get("choice.error");
  }

  private static final int MOST = 4;

  /** The states in the order in which a connection comes to them. */
  private static final List<TcpState> LIFE =
      List.of(
          TcpState.LISTEN,
          TcpState.SYN_SENT,
          TcpState.SYN_RECEIVED,
          TcpState.ESTABLISHED,
          TcpState.FIN_WAIT_1,
          TcpState.FIN_WAIT_2,
          TcpState.CLOSE_WAIT,
          TcpState.CLOSING,
          TcpState.LAST_ACK,
          TcpState.TIME_WAIT,
          TcpState.CLOSED);

  /** Which packet: the other way round, or another kind of the same sender. */
  static Choices next(String from, String to, String head, List<String> kinds) {
    String forth = from + " → " + to + ": ";
    String back = to + " → " + from + ": ";
    List<String> wrong = new ArrayList<>();
    int at = Math.max(0, kinds.indexOf(head));
    wrong.add(back + head);
    wrong.add(forth + kinds.get((at + 1) % kinds.size()));
    wrong.add(back + kinds.get((at + 1) % kinds.size()));
    wrong.add(forth + kinds.get((at + kinds.size() - 1) % kinds.size()));
    return mixed(forth + head, wrong);
  }

  /** The number of the segment's first byte, not of its last or of the one after it. */
  static Choices sequence(SegmentFacts facts) {
    long right = facts.relativeSequence();
    long after = right + facts.length();
    return numbers(
        right, List.of(after, after - 1, facts.relativeAcknowledgment(), right - 1, right + 1));
  }

  /** The next byte expected, not the last one that came or the sender's own number. */
  static Choices acknowledgment(SegmentFacts facts) {
    long right = facts.relativeAcknowledgment();
    return numbers(right, List.of(right - 1, right + 1, facts.relativeSequence(), 0L));
  }

  /** The state, among those that come before and after it. */
  static Choices state(TcpState state) {
    int at = LIFE.indexOf(state);
    int first = Math.clamp(at - 2L, 0, LIFE.size() - MOST);
    List<String> names = new ArrayList<>();
    LIFE.subList(first, first + MOST).forEach(near -> names.add(near.rfcName()));
    if (!names.contains(state.rfcName())) {
      names.set(0, state.rfcName());
    }
    return new Choices(names, names.indexOf(state.rfcName()));
  }

  private static Choices numbers(long right, List<Long> wrong) {
    Set<Long> different = new LinkedHashSet<>();
    different.add(right);
    for (long number : wrong) {
      if (number >= 0 && different.size() < MOST) {
        different.add(number);
      }
    }
    List<Long> ascending = different.stream().sorted().toList();
    return new Choices(ascending.stream().map(String::valueOf).toList(), ascending.indexOf(right));
  }

  // The same mixture each time, so that a picture of it can be compared.
  private static Choices mixed(String right, List<String> wrong) {
    Set<String> different = new LinkedHashSet<>();
    different.add(right);
    for (String answer : wrong) {
      if (different.size() < MOST) {
        different.add(answer);
      }
    }
    List<String> all = new ArrayList<>(different);
    Collections.shuffle(all, new Random(right.hashCode()));
    return new Choices(List.copyOf(all), all.indexOf(right));
  }
}
