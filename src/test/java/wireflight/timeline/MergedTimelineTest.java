package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.connection.Analyzer;
import wireflight.trace.Recording;
import wireflight.trace.Trace;
import wireflight.trace.TraceCopy;

/** Captures of both ends in one file, one of which began late or ended early. */
class MergedTimelineTest {
  private static final long MILLI = 1_000_000;

  @ParameterizedTest
  @CsvSource({"0, 0, 1000", "0, 250, 1000", "1, 250, 1000", "0, 0, 260", "1, 0, 260"})
  void hasOneClientAndOneServer(int device, long from, long to) throws IOException {
    Trace wire = Recording.open(Path.of("assets/recordings/wire-fast-retransmit.pcapng"));
    long began = wire.time(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TraceCopy.write(
        wire,
        row ->
            wire.isFrame(row)
                && (wire.frame(row).capturePoint() != device
                    || wire.time(row) >= began + from * MILLI
                        && wire.time(row) <= began + to * MILLI),
        out);
    Recording recording = Recording.follow("merged");
    recording.append(out.toByteArray());
    recording.finish();
    Timeline timeline = TimelineBuilder.build(Analyzer.analyze(recording.snapshot()));
    assertThat(timeline.measured()).isTrue();
    assertThat(timeline.lifelines()).extracting(Lifeline::name).containsExactly("client", "server");
    assertThat(timeline.lifelines().getLast().address()).isEqualTo("10.0.0.2:8080");
    assertThat(timeline.connections()).hasSize(1);
    assertThat(timeline.connections().getFirst().server()).hasToString("10.0.0.2:8080");
  }
}
