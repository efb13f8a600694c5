package wireflight.lab;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import wireflight.lab.Words.Word;
import wireflight.language.Saying;

/** Understands what stands after {@code lose}. */
final class LossWords {
  private static final int MOST = 1000;
  private static final List<String> OF_TCP =
      List.of("data", "ack", "syn", "syn-ack", "fin", "nothing");
  private static final List<String> OF_UDP = List.of("datagram", "nothing");

  private final LineWords words;
  private final SocketKind socket;

  LossWords(LineWords words, SocketKind socket) {
    this.words = words;
    this.socket = socket;
  }

  /** The loss that a line asks for; empty for none from now on. */
  Optional<Loss> loss() throws LessonError {
    String expected = socket.stream() ? "expected.loss" : "expected.loss.udp";
    Word what = words.word(2, expected);
    String word = what.quoted() ? "" : what.text().toLowerCase(Locale.ROOT);
    if (word.equals("nothing")) {
      words.last(3);
      return Optional.empty();
    }
    Loss loss = word.endsWith("%") ? byChance(word) : chosen(what, word);
    if (socket.stream() && socket.ipv6() && needsNumbers(loss)) {
      throw words.error(3, "needsIpv4");
    }
    return Optional.of(loss);
  }

  private static boolean needsNumbers(Loss loss) {
    return switch (loss) {
      case Loss.ByChance _ -> true;
      case Loss.Chosen chosen -> chosen.kind() == Loss.Kind.DATA || chosen.kind() == Loss.Kind.ACK;
    };
  }

  private Loss byChance(String word) throws LessonError {
    String number = word.substring(0, word.length() - 1);
    if (!number.matches("[1-9]\\d?")) {
      throw words.error(3, "lossShare");
    }
    int seed = 1;
    if (words.count() > 3) {
      Word other = words.word(3, "expected.seed");
      if (!other.is("seed")) {
        throw words.error(
            4, Nearest.hinted(Saying.of(LossWords.class, "noSeed"), other.text(), List.of("seed")));
      }
      seed = words.number(4, Integer.MAX_VALUE);
    }
    return new Loss.ByChance(new Dice(Integer.parseInt(number), seed));
  }

  private Loss chosen(Word what, String word) throws LessonError {
    for (Loss.Kind kind : Loss.Kind.values()) {
      boolean fits = socket.stream() != (kind == Loss.Kind.DATAGRAM);
      if (fits && (word.equals(kind.word()) || word.equals(kind.word() + "s"))) {
        return new Loss.Chosen(kind, numbers());
      }
    }
    List<String> possible = socket.stream() ? OF_TCP : OF_UDP;
    Saying wrong =
        Saying.of(
            LossWords.class,
            "noLoss",
            socket.stream() ? "TCP" : "UDP",
            String.join(", ", possible),
            what.text());
    throw words.error(3, Nearest.hinted(wrong, what.text(), possible));
  }

  /** Which of them, counted from 1 as they come: the first if nothing is said. */
  private List<Integer> numbers() throws LessonError {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (int index = 3; index < words.count(); index++) {
      Word word = words.word(index, "expected.number");
      if (word.quoted() || !word.text().matches("\\d{1,9}")) {
        throw words.error(index + 1, "notNumber", word.text());
      }
      int number = Integer.parseInt(word.text());
      if (number < 1 || number > MOST) {
        throw words.error(index + 1, "counted", MOST);
      }
      numbers.add(number);
    }
    return numbers.isEmpty() ? List.of(1) : List.copyOf(numbers);
  }
}
