package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RecordingWriterTest {
  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Trace trace = Samples.read(Samples.recording());

    assertThat(trace.problems()).isEmpty();
    assertThat(trace.size()).isEqualTo(10);
    assertThat(trace.capturePoints())
        .containsExactly(
            new CapturePoint(0, "lo", "loopback", LinkType.ETHERNET, 0),
            new CapturePoint(1, "tun0", "", LinkType.RAW, 96));
    assertThat(trace.statistics())
        .containsExactly(new CaptureStatistics(1, Samples.T0 + 20_000, 5, 2));
    for (int i = 0; i < Samples.EVENTS.size(); i++) {
      assertThat(trace.event(2 * i)).isEqualTo(Samples.EVENTS.get(i));
      Frame frame = trace.frame(2 * i + 1);
      assertThat(frame.number()).isEqualTo(2 * i + 2);
      assertThat(frame.time()).isEqualTo(Samples.EVENTS.get(i).time() + 1);
      assertThat(frame.capturePoint()).isEqualTo(i % 2);
      assertThat(frame.linkType()).isEqualTo(i % 2 == 0 ? LinkType.ETHERNET : LinkType.RAW);
      assertThat(frame.originalLength()).isEqualTo(100);
      assertThat(frame.bytes()).isEqualTo(Samples.packet(i, 60 + i));
    }
  }

  @Property(tries = 300)
  void everyEventComesBackAsItWas(@ForAll("events") Event event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordingWriter writer = new RecordingWriter(out)) {
      writer.write(event);
    }
    Trace trace = Samples.read(out.toByteArray());
    assertThat(trace.problems()).isEmpty();
    assertThat(trace.event(0)).isEqualTo(event);
    assertThat(trace.time(0)).isEqualTo(event.time());
  }

  @Provide
  Arbitrary<Event> events() {
    Arbitrary<String> text =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                3,
                Arbitraries.strings().withChars("ab=\n\t\r\0 =é€😀".toCharArray()).ofMaxLength(12)),
            net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(40)));
    Arbitrary<String> sound = text.map(RecordingWriterTest::withoutLoneSurrogates);
    Arbitrary<Long> time = Arbitraries.longs().greaterOrEqual(Long.MIN_VALUE + 1);
    Arbitrary<Integer> count = Arbitraries.integers();
    Arbitrary<SocketName> socket =
        Combinators.combine(sound, count, sound, sound, sound, sound).as(SocketName::new);
    Arbitrary<Event> entered =
        Combinators.combine(time, Arbitraries.longs(), socket, sound, sound).as(CallEntered::new);
    Arbitrary<Event> returned =
        Combinators.combine(time, Arbitraries.longs(), socket, sound, sound, sound, sound, sound)
            .as(CallReturned::new);
    Arbitrary<Event> sample =
        Combinators.combine(time, time, socket, sound, count, count, count, count)
            .as(
                (at, until, of, state, a, b, c, d) ->
                    new KernelSample(at, until, of, state, a, b, c, d, a, b));
    Arbitrary<Event> step = Combinators.combine(time, sound, count, sound).as(LessonStep::new);
    Arbitrary<String> key =
        Arbitraries.strings().withCharRange('A', 'L').withChars('_').ofMinLength(1).ofMaxLength(8);
    Arbitrary<Event> note =
        Combinators.combine(
                Arbitraries.oneOf(time, Arbitraries.just(Trace.NO_TIME)),
                sound,
                Arbitraries.maps(key, sound).ofMaxSize(4))
            .as((at, message, fields) -> new Note(at, message, new LinkedHashMap<>(fields)));
    return Arbitraries.oneOf(entered, returned, sample, step, note);
  }

  private static String withoutLoneSurrogates(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void aCallThatLacksAFieldIsANoteWithAllItsFields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("__REALTIME_TIMESTAMP", "1700000000123456");
    fields.put("MESSAGE", "client: connect()");
    fields.put("WIREFLIGHT_EVENT", "call");
    fields.put("WIREFLIGHT_CALL", "seven");

    assertThat(EventFields.event(new JournalEntry(JournalFormat.encode(fields))))
        .isEqualTo(
            new Note(
                1_700_000_000_123_456_000L,
                "client: connect()",
                Map.of("WIREFLIGHT_EVENT", "call", "WIREFLIGHT_CALL", "seven")));
  }

  @Test
  void aFieldThatCannotBeWrittenIsRefused() {
    RecordingWriter writer = new RecordingWriter(new ByteArrayOutputStream());
    for (String key : List.of("", "A=B", "A\nB", "MESSAGE", "__REALTIME_TIMESTAMP")) {
      assertThatThrownBy(() -> writer.write(new Note(1, "m", Map.of(key, "v"))))
          .as(key)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPacketWithoutATimeComesBackWithoutOneWherePcapngCanSaySo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer data = ByteBuffer.wrap(Samples.packet(0, 40));
    try (RecordingWriter writer = new RecordingWriter(out)) {
      writer.addCapturePoint("", "", LinkType.RAW, 32);
      writer.addCapturePoint("", "", LinkType.RAW, 0);
      writer.write(Trace.NO_TIME, 0, 40, data, 0, 32);
      writer.write(Trace.NO_TIME, 1, 40, data, 0, 40);
    }
    Trace trace = Samples.read(out.toByteArray());
    assertThat(trace.problems()).isEmpty();
    assertThat(trace.time(0)).isEqualTo(Trace.NO_TIME);
    assertThat(trace.frame(0).length()).isEqualTo(32);
    assertThat(trace.frame(0).originalLength()).isEqualTo(40);
    assertThat(trace.time(1)).isZero();
  }
}
