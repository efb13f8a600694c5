package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWriterTest {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final OrderedWriter writer = new OrderedWriter(new RecordingWriter(file));

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
