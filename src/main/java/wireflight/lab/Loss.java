package wireflight.lab;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a lesson loses of the packets that come to a socket. */
public sealed interface Loss {
  /** In the words of a lesson: {@code data 3}, {@code 20% seed 7}. */
  String words();

  /** Which packets are counted. */
  enum Kind {
    SYN("syn"),
    SYN_ACK("syn-ack"),
    /** An acknowledgment that carries nothing else. */
    ACK("ack"),
    DATA("data"),
    FIN("fin"),
    DATAGRAM("datagram");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What a lesson calls it. */
    String word() {
      return word;
    }
  }

  /**
   * Some packets of a kind, each once.
   *
   * @param numbers which, counted from 1 as they come after this line; ascending, at least one
   */
  record Chosen(Kind kind, List<Integer> numbers) implements Loss {
    @Override
    public String words() {
      String which = numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
      return kind.word + (numbers.equals(List.of(1)) ? "" : " " + which);
    }
  }

  /** Every packet by chance. */
  record ByChance(Dice dice) implements Loss {
    @Override
    public String words() {
      return String.format(Locale.ROOT, "%d%% seed %d", dice.percent(), dice.seed());
    }
  }
}
