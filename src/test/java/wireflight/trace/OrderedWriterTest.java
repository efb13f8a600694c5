package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWriterTest {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();
  private final OrderedWriter writer =
      new OrderedWriter(new RecordingWriter(file), clock::incrementAndGet);

  private static Event at(long time, String message) {
    return new Note(time, message, Map.of());
  }

  private List<String> written() {
    Recording recording = Recording.follow("test");
    recording.append(file.toByteArray());
    Trace trace = recording.snapshot();
    return IntStream.range(0, trace.size())
        .mapToObj(row -> trace.isFrame(row) ? "packet" : trace.event(row).message())
        .toList();
  }

  @Test
  void rowsAreHeldBackAndThenWrittenInTimeOrder() throws IOException {
    int point = writer.addCapturePoint("lo", "", LinkType.RAW, 0);
    writer.add(at(30, "third"));
    writer.add(20, point, 1, new byte[1]);
    writer.add(at(10, "first"));
    writer.add(at(10, "first too"));
    assertThat(written()).isEmpty();

    writer.releaseUntil(20);
    assertThat(written()).containsExactly("first", "first too", "packet");

    writer.add(at(15, "late"));
    writer.add(at(25, "second"));
    writer.close();
    assertThat(written())
        .containsExactly("first", "first too", "packet", "late", "second", "third");
  }

  @Test
  void nothingIsWrittenFromTheMomentOnWhoseRowIsStillToCome() throws IOException {
    clock.set(9);
    try (OrderedWriter.Hold returned = writer.hold()) {
      assertThat(returned.time()).isEqualTo(10);
      writer.add(at(9, "before"));
      writer.add(at(10, "at once"));
      writer.add(at(11, "packet"));
      writer.releaseUntil(1000);
      assertThat(written()).containsExactly("before");
      writer.add(at(returned.time(), "return"));
    }
    writer.releaseUntil(1000);
    assertThat(written()).containsExactly("before", "at once", "return", "packet");
  }

  @Test
  void aSourceThatGoesOnReleasesWhatItHasPassed() throws IOException {
    OrderedWriter.Hold source = writer.hold();
    writer.add(at(5, "five"));
    writer.add(at(7, "seven"));
    source.advance(6);
    source.advance(2); // a promise once made stands
    writer.releaseUntil(1000);
    assertThat(written()).containsExactly("five");
    writer.close();
    assertThat(written()).containsExactly("five", "seven");
  }

  @Test
  void rowsStampedUnderAHoldAreInOrderHoweverTheirThreadsAreScheduled() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int source = 0; source < 8; source++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 300; i++) {
                      try (OrderedWriter.Hold now = writer.hold()) {
                        Thread.onSpinWait();
                        writer.add(at(now.time(), String.format("%06d", now.time())));
                      }
                    }
                  }));
    }
    while (threads.stream().anyMatch(Thread::isAlive)) {
      writer.releaseUntil(clock.get());
    }
    writer.close();
    assertThat(written()).hasSize(2400).isSorted();
  }

  @Test
  void manyThreadsLoseNothing() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int source = 0; source < 4; source++) {
      int first = source;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = first; i < 2000; i += 4) {
                      writer.add(at(i, Integer.toString(i)));
                    }
                  }));
    }
    while (threads.stream().anyMatch(Thread::isAlive)) {
      writer.releaseUntil(1000);
    }
    writer.close();
    assertThat(written())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 2000).mapToObj(Integer::toString).toList());
    assertThat(written().subList(1001, 2000))
        .isEqualTo(IntStream.range(1001, 2000).mapToObj(Integer::toString).toList());
  }
}
