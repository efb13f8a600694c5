package wireflight.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.trace.CapturePoint;
import wireflight.trace.Frame;
import wireflight.trace.Recording;
import wireflight.trace.RecordingWriter;
import wireflight.trace.Trace;

/** Two captures of the same packets, as a client's and a server's merged into one file. */
class SightingsTest {
  private static final long MILLI = 1_000_000;
  private static final Path RECORDING = Path.of("assets/recordings/wire-fast-retransmit.pcapng");

  @Test
  void sightingsAreMatchedWithoutTheWiresWord() throws IOException {
    Trace trace = merged(0);
    Sightings sightings = Sightings.of(Analyzer.analyze(trace));
    int departed = 0;
    List<Integer> lost = new ArrayList<>();
    for (int row = 0; row < trace.size(); row++) {
      if (sightings.isDeparture(row)) {
        departed++;
        int arrival = sightings.arrivalOf(row);
        assertThat(arrival >= 0).isNotEqualTo(sightings.isLost(row));
        if (arrival >= 0) {
          assertThat(sightings.departureOf(arrival)).isEqualTo(row);
          assertThat(trace.time(arrival) - trace.time(row)).isBetween(39_000_000L, 200_000_000L);
        } else {
          lost.add(row);
        }
      } else {
        assertThat(sightings.isArrival(row)).isTrue();
      }
    }
    assertThat(lost).hasSize(1);
    assertThat(departed).isEqualTo(trace.size() - departed + 1);
  }

  @Test
  void oneConnectionIsShownOnce() throws IOException {
    Analysis analysis = Analyzer.analyze(merged(0));
    Sightings sightings = Sightings.of(analysis);
    assertThat(analysis.connections()).hasSize(2);
    assertThat(sightings.twin(0)).isEqualTo(1);
    assertThat(sightings.isPrimary(0)).isNotEqualTo(sightings.isPrimary(1));
  }

  @Test
  void theDifferenceOfTwoClocksIsEstimated() throws IOException {
    Trace even = merged(0);
    Trace ahead = merged(10_000_000);
    long none = Sightings.of(Analyzer.analyze(even)).clockOffset();
    long some = Sightings.of(Analyzer.analyze(ahead)).clockOffset();
    assertThat(Math.abs(none)).isLessThan(1_000_000);
    assertThat(some - none).isBetween(9_900_000L, 10_100_000L);
  }

  /** What a device's capture has of it, in milliseconds, and how many packets are known lost. */
  @ParameterizedTest
  @CsvSource({
    "2, 0, 1000, 1",
    "2, 0, 300, 1",
    "2, 0, 200, 0",
    "2, 200, 1000, 1",
    "2, 300, 1000, 0",
    "1, 0, 200, 1",
    "1, 200, 1000, 0"
  })
  void whatOneEndDidNotWatchIsNotLost(int device, long from, long to, int lost) throws IOException {
    long began = Recording.open(RECORDING).time(0);
    for (long ahead : new long[] {0, 10, -10, 1500, -800}) {
      Trace trace =
          merged(
              RECORDING,
              ahead * MILLI,
              frame ->
                  frame.capturePoint() != device - 1
                      || frame.time() >= began + from * MILLI
                          && frame.time() <= began + to * MILLI);
      Sightings sightings = Sightings.of(Analyzer.analyze(trace));
      assertThat(rows(trace, sightings::isLost))
          .as("the second clock ahead by %d ms", ahead)
          .hasSize(lost);
      assertThat(rows(trace, sightings::isDeparture))
          .isNotEmpty()
          .allMatch(row -> sightings.arrivalOf(row) >= 0 || sightings.isLost(row));
    }
  }

  /** Four that were lost before the other capture begins, with the fifth one. */
  @Test
  void whatWasLostBeforeTheOtherEndSawTheConnectionOpenIsLost() throws IOException {
    Trace trace = merged(Path.of("assets/recordings/wire-black-hole.pcapng"), 0, frame -> true);
    assertThat(trace.frame(4).capturePoint()).isZero();
    assertThat(trace.frame(5).capturePoint()).isEqualTo(1);
    Sightings sightings = Sightings.of(Analyzer.analyze(trace));
    assertThat(rows(trace, sightings::isLost)).startsWith(0, 1, 2, 3).doesNotContain(4);
  }

  private static List<Integer> rows(Trace trace, IntPredicate which) {
    return IntStream.range(0, trace.size()).filter(which).boxed().toList();
  }

  @Test
  void oneCapturePointHasNoFlights() throws IOException {
    Trace trace = Recording.open(Path.of("assets/recordings/handshake.pcapng"));
    Sightings sightings = Sightings.of(Analyzer.analyze(trace));
    assertThat(sightings.any()).isFalse();
    assertThat(sightings.isPrimary(0)).isTrue();
    assertThat(sightings.arrivalOf(3)).isEqualTo(-1);
  }

  /** Only the packets of a recording on the wire, the second device's clock ahead by so much. */
  private static Trace merged(long ahead) throws IOException {
    return merged(RECORDING, ahead, frame -> true);
  }

  private static Trace merged(Path recording, long ahead, Predicate<Frame> kept)
      throws IOException {
    Trace trace = Recording.open(recording);
    List<Frame> frames = new ArrayList<>();
    for (int row = 0; row < trace.size(); row++) {
      if (trace.isFrame(row) && kept.test(trace.frame(row))) {
        Frame frame = trace.frame(row);
        frames.add(
            new Frame(
                frame.number(),
                frame.time() + (frame.capturePoint() == 1 ? ahead : 0),
                frame.capturePoint(),
                frame.linkType(),
                frame.originalLength(),
                frame.data(),
                frame.offset(),
                frame.length()));
      }
    }
    frames.sort(Comparator.comparingLong(Frame::time));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordingWriter writer = new RecordingWriter(out)) {
      for (CapturePoint point : trace.capturePoints()) {
        writer.addCapturePoint(point.name(), "", point.linkType(), point.snapLength());
      }
      for (Frame frame : frames) {
        writer.write(frame);
      }
    }
    Recording merged = Recording.follow("merged");
    merged.append(out.toByteArray());
    merged.finish();
    return merged.snapshot();
  }
}
