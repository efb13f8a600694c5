package wireflight.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.trace.Frame;
import wireflight.trace.LinkType;
import wireflight.trace.Recording;
import wireflight.trace.RecordingWriter;
import wireflight.trace.Trace;

/** Two captures of one exchange that {@code mergecap} has put into one interface. */
class MergedCaptureTest {
  private static final long MILLI = 1_000_000;

  /** The packets of a wire lesson as mergecap leaves them, the second clock so much ahead. */
  private static Trace merged(String lesson, long ahead, boolean both) throws IOException {
    return merged(lesson, ahead, both, Integer.MAX_VALUE);
  }

  /** The same; of what the first end sighted no more than so many bytes. */
  private static Trace merged(String lesson, long ahead, boolean both, int snap)
      throws IOException {
    Trace wire = Recording.open(Path.of("assets/recordings", lesson + ".pcapng"));
    List<Frame> frames =
        IntStream.range(0, wire.size())
            .filter(wire::isFrame)
            .mapToObj(wire::frame)
            .filter(frame -> both || frame.capturePoint() == 0)
            .sorted(Comparator.comparingLong(frame -> seenAt(frame, ahead)))
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordingWriter writer = new RecordingWriter(out);
    int point = writer.addCapturePoint("", "", LinkType.RAW, 0);
    for (Frame frame : frames) {
      writer.write(
          seenAt(frame, ahead),
          point,
          frame.originalLength(),
          frame.data(),
          frame.offset(),
          frame.capturePoint() == 0 ? Math.min(snap, frame.length()) : frame.length());
    }
    writer.flush();
    Recording recording = Recording.follow("merged");
    recording.append(ByteBuffer.wrap(out.toByteArray()));
    recording.finish();
    return recording.snapshot();
  }

  private static long seenAt(Frame frame, long ahead) {
    return frame.time() + (frame.capturePoint() == 1 ? ahead : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "wire-rtt, 0",
    "wire-rtt, 15",
    "wire-rtt, -15",
    "wire-rtt, 1500",
    "wire-rtt, -800",
    "wire-rtt, 70",
    "wire-rtt, -70",
    "wire-fast-retransmit, 0",
    "wire-fast-retransmit, 1500",
    "wire-fast-retransmit, -90",
    "wire-sack, 20",
    "wire-slow-start, 300",
    "wire-slow-start, -300"
  })
  void isTakenApartWhateverTheClocksSay(String lesson, long ahead) throws IOException {
    Analysis analysis = Analyzer.analyze(merged(lesson, ahead * MILLI, true));
    assertThat(analysis.trace().capturePoints())
        .extracting(point -> point.name())
        .containsExactly("at 10.0.0.1", "at 10.0.0.2");
    Sightings sightings = Sightings.of(analysis);
    assertThat(sightings.clockOffset()).isCloseTo(ahead * MILLI, within(2 * MILLI));
    Trace trace = analysis.trace();
    int[] departures = IntStream.range(0, trace.size()).filter(sightings::isDeparture).toArray();
    int[] arrivals =
        IntStream.of(departures).filter(row -> sightings.arrivalOf(row) >= 0).toArray();
    Analysis measured =
        Analyzer.analyze(Recording.open(Path.of("assets/recordings", lesson + ".pcapng")));
    Sightings real = Sightings.of(measured);
    assertThat(departures)
        .hasSize(
            (int) IntStream.range(0, measured.trace().size()).filter(real::isDeparture).count());
    assertThat(arrivals)
        .hasSize(
            (int)
                IntStream.range(0, measured.trace().size())
                    .filter(row -> real.isDeparture(row) && real.arrivalOf(row) >= 0)
                    .count());
  }

  @ParameterizedTest
  @ValueSource(ints = {54, 60, 100})
  void isTakenApartThoughOneEndCapturedLessOfEachPacket(int snap) throws IOException {
    Sightings sightings =
        Sightings.of(Analyzer.analyze(merged("wire-fast-retransmit", 500 * MILLI, true, snap)));
    Sightings whole = Sightings.of(Analyzer.analyze(merged("wire-fast-retransmit", 0, true)));
    assertThat(flights(sightings)).isEqualTo(flights(whole)).isGreaterThan(20);
    assertThat(sightings.clockOffset()).isCloseTo(500 * MILLI, within(2 * MILLI));
  }

  private static long flights(Sightings sightings) {
    return IntStream.range(0, 1000)
        .filter(row -> sightings.isDeparture(row) && sightings.arrivalOf(row) >= 0)
        .count();
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 1500, -800})
  void isSetByOneClockOnRequest(long ahead) throws IOException {
    Trace aligned = Alignment.of(Analyzer.analyze(merged("wire-rtt", ahead * MILLI, true)));
    Analysis analysis = Analyzer.analyze(aligned);
    Sightings sightings = Sightings.of(analysis);
    long[] flights =
        IntStream.range(0, aligned.size())
            .filter(row -> sightings.isDeparture(row) && sightings.arrivalOf(row) >= 0)
            .mapToLong(row -> aligned.time(sightings.arrivalOf(row)) - aligned.time(row))
            .sorted()
            .toArray();
    assertThat(flights).hasSizeGreaterThan(9);
    assertThat(flights[0]).isBetween(39 * MILLI, 42 * MILLI);
    assertThat(IntStream.range(1, aligned.size()))
        .allMatch(row -> aligned.time(row) >= aligned.time(row - 1));
    assertThat(Arrays.stream(flights)).allMatch(flight -> flight > 0);
  }

  @Test
  void oneEndAloneStaysOne() throws IOException {
    Trace one = merged("wire-fast-retransmit", 0, false);
    assertThat(MergedCapture.apart(one)).isSameAs(one);
  }

  @Test
  void aLoopbackWithRetransmissionsStaysOne() throws IOException {
    Trace loopback = Recording.open(Path.of("assets/recordings/lost-data.pcapng"));
    assertThat(MergedCapture.apart(loopback)).isSameAs(loopback);
  }
}
