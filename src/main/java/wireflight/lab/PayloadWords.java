package wireflight.lab;

import java.util.ArrayList;
import java.util.List;
import wireflight.lab.Words.Word;

/** Understands what is to be sent, and keeps account of how much that is in all. */
final class PayloadWords {
  private final Bounds bounds;
  private long sent;

  PayloadWords(Bounds bounds) {
    this.bounds = bounds;
  }

  /** The one payload that stands at an index, to the end of the line. */
  Payload one(LineWords words, int index) throws LessonError {
    Part part = part(words, index);
    words.last(part.next);
    return part.payload;
  }

  /** The payloads that stand at an index and after each {@code then}, to the end of the line. */
  List<Payload> several(LineWords words, int index) throws LessonError {
    List<Payload> payloads = new ArrayList<>();
    int at = index;
    do {
      Part part = part(words, at);
      payloads.add(part.payload);
      at = part.next + 1;
    } while (words.is(at - 1, "then"));
    words.last(at - 1);
    return List.copyOf(payloads);
  }

  private record Part(Payload payload, int next) {}

  private Part part(LineWords words, int index) throws LessonError {
    Word word = words.word(index, "expected.payload");
    Part part;
    if (word.quoted()) {
      part = new Part(new Payload.Text(word.text()), index + 1);
    } else {
      LineWords.Quantity quantity = words.quantity(index, "expected.number");
      int size = words.bytes(quantity, index, bounds.bytesPerCall());
      part = new Part(new Payload.Count(size), quantity.next());
    }
    if (part.payload.size() > bounds.bytesPerCall()) {
      throw words.error(index + 1, "mostBytes", bounds.bytesPerCall());
    }
    sent += part.payload.size();
    if (sent > bounds.bytes()) {
      throw words.error(index + 1, "mostBytesInAll", bounds.bytes());
    }
    return part;
  }
}
