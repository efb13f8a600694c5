package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.diagram.Subject;
import wireflight.timeline.Moment;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

class RecordedPartTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Subject subject;

  @BeforeEach
  void open() throws IOException {
    Path file = Path.of("assets", "recordings", "wire-slow-start.pcapng");
    Analysis analysis = Analyzer.analyze(Recording.open(file));
    subject = new Subject(analysis, TimelineBuilder.build(analysis), -1, -1);
  }

  private Timeline part(Range range) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordedPart.pcapng(subject, range, out);
    Path file = Files.write(folder.resolve("part.pcapng"), out.toByteArray());
    return TimelineBuilder.build(Analyzer.analyze(Recording.open(file)));
  }

  @Test
  void allStepsAreTheWholeRecording() throws IOException {
    Timeline all = subject.timeline();
    Timeline again = part(new Range(1, all.steps()));
    assertThat(again.steps()).isEqualTo(all.steps());
    assertThat(again.sentence(all.steps())).isEqualTo(all.sentence(all.steps()));
  }

  @Test
  void whatDepartsInTheRangeIsNotLostOnlyBecauseItArrivesLater() throws IOException {
    Timeline all = subject.timeline();
    int last = 1;
    while (!isUnderWayAfter(all, last)) {
      last++;
    }
    Timeline part = part(new Range(1, last));
    assertThat(part.losses()).isFalse();
    assertThat(part.steps()).isGreaterThan(last);
  }

  private static boolean isUnderWayAfter(Timeline all, int step) {
    return all.momentsAt(all.rowOf(step)).stream()
        .anyMatch(
            moment ->
                moment instanceof Moment.Flight flight
                    && flight.arrivalRow() > all.rowOf(step + 1));
  }

  @Test
  void aPlainCaptureHasThePacketsOfTheSteps() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int from = 1;
    while (subject.timeline().kindOf(from) != StepKind.DEPARTURE) {
      from++;
    }
    RecordedPart.pcap(subject, new Range(from, from), out);
    Path file = Files.write(folder.resolve("part.pcap"), out.toByteArray());
    Trace one = Recording.open(file);
    Trace whole = subject.analysis().trace();
    int row = subject.timeline().rowOf(from);
    assertThat(one.frame(0).bytes()).isEqualTo(whole.frame(row).bytes());
    assertThat(one.time(0)).isEqualTo(whole.time(row));
    assertThat(one.size()).isEqualTo(2); // where it departs and where it arrives
  }
}
