package wireflight.lab;

import java.util.ArrayList;
import java.util.List;
import wireflight.lab.Words.Word;
import wireflight.language.Saying;
import wireflight.wire.PacketKind;

/**
 * Which packets a wish for the wire is about: {@code data 3}, {@code data 3 5}, {@code syn}, {@code
 * every fin}.
 *
 * @param numbers which of the kind, counted from 1 upwards; empty for every one
 */
record PacketSelection(PacketKind kind, List<Integer> numbers) {

  /** Reads it from where the words of a line have come to. */
  static PacketSelection read(WireWords values) throws LessonError {
    boolean every = values.skip("every");
    PacketKind kind = kind(values);
    List<Integer> numbers = new ArrayList<>();
    while (!every && values.isNumber()) {
      int number = values.number("expected.number", 1, Integer.MAX_VALUE);
      if (!numbers.isEmpty() && number <= numbers.getLast()) {
        throw values.errorBefore("upwards");
      }
      numbers.add(number);
    }
    if (!every && numbers.isEmpty()) {
      numbers.add(1);
    }
    return new PacketSelection(kind, List.copyOf(numbers));
  }

  private static PacketKind kind(WireWords values) throws LessonError {
    String known = String.join(", ", PacketKind.words());
    Word word = values.word(Saying.of(PacketSelection.class, "expected.packetKind", known));
    PacketKind kind =
        PacketKind.of(word.text())
            .orElseThrow(
                () ->
                    values.hinted(
                        word.text(), PacketKind.words(), "noPacketKind", word.text(), known));
    values.next();
    return kind;
  }
}
