package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that stand twice in a file, as in one that was merged from parts of one recording. */
class SaidBeforeTest {
  private static final int MANY = 20_000;

  private static byte[] written(List<? extends Event> events) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordingWriter writer = new RecordingWriter(out)) {
      for (Event event : events) {
        writer.write(event);
      }
    }
    return out.toByteArray();
  }

  private static List<Event> events(Trace trace) {
    return IntStream.range(0, trace.size()).mapToObj(trace::event).toList();
  }

  private static Note again(Event event) {
    return new Note(
        event.time(), "An earlier row says this, too.", Map.of("WIREFLIGHT_EVENT", "repeated"));
  }

  @Test
  void countAsRowsButHappenOnce() throws IOException {
    List<Event> twice = new ArrayList<>();
    List<Event> expected = new ArrayList<>();
    for (Event event : Samples.EVENTS) {
      twice.addAll(List.of(event, event, event));
      expected.addAll(List.of(event, again(event), again(event)));
    }
    Trace trace = Samples.read(written(twice));
    assertThat(events(trace)).isEqualTo(expected);
    for (int row = 0; row < trace.size(); row++) {
      Event event = expected.get(row);
      assertThat(trace.event(row, event.getClass())).isEqualTo(event);
      assertThat(trace.event(row, CallEntered.class) != null).isEqualTo(row == 3);
    }
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    TraceCopy.write(trace, row -> true, copy);
    assertThat(events(Samples.read(copy.toByteArray()))).isEqualTo(expected);
  }

  @Test
  void areFoundHoweverFarApart(@TempDir Path folder) throws IOException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      events.add(new Note(Samples.T0 + i / 4, "step " + i, Map.of("PRIORITY", "6")));
    }
    List<Event> expected = new ArrayList<>(events);
    events.forEach(event -> expected.add(again(event)));
    events.addAll(List.copyOf(events));
    byte[] bytes = written(events);
    assertThat(events(Samples.read(bytes))).isEqualTo(expected);
    Path file = Files.write(folder.resolve("twice.pcapng"), bytes);
    Trace inWindows = Recording.read(file, ReadProgress.UNHEARD, 1 << 16).snapshot();
    assertThat(events(inWindows)).isEqualTo(expected);
  }

  @Test
  void withoutATimeAreAsTheyStand() throws IOException {
    Note note = new Note(Trace.NO_TIME, "hello", Map.of());
    assertThat(events(Samples.read(written(List.of(note, note))))).containsExactly(note, note);
  }

  /** Texts whose bytes have one and the same hash. */
  @Test
  void areNotTakenFromWhatOnlyLooksAlike() throws IOException {
    List<Event> events =
        IntStream.range(0, 1 << 13)
            .mapToObj(i -> (Event) new Note(Samples.T0, alike(i), Map.of()))
            .toList();
    assertThat(events(Samples.read(written(events)))).isEqualTo(events);
  }

  private static String alike(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 13; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }
}
