package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analyzer;
import wireflight.trace.Recording;

/** What is said of packets on the wire, beyond what one capture could tell. */
class WireSentencesTest {
  @Test
  void whatIsSentAgainByATimerSaysHowLongNothingHadComeBack() throws IOException {
    List<String> again =
        sentences("wire-black-hole").stream().filter(each -> each.contains("a timer")).toList();
    assertThat(again).hasSizeGreaterThan(2);
    assertThat(again).allMatch(each -> each.startsWith("The client asks to connect."));
    assertThat(again).allMatch(each -> each.matches(".*had come back for 1\\.\\d+ s: a timer.*"));
  }

  @Test
  void whatDuplicateAcknowledgmentsAskedForIsNotATimers() throws IOException {
    assertThat(sentences("wire-fast-retransmit")).noneMatch(each -> each.contains("a timer"));
  }

  @Test
  void whatTheWireKeptLongerIsSaidToBeDelayed() throws IOException {
    Timeline timeline = timeline("wire-reordering");
    assertThat(timeline.momentsBetween(1, timeline.steps()))
        .anyMatch(
            moment ->
                moment instanceof Moment.Flight flight
                    && flight.note().equals("delayed: data segment 2, as asked"));
  }

  private static List<String> sentences(String lesson) throws IOException {
    Timeline timeline = timeline(lesson);
    return IntStream.rangeClosed(1, timeline.steps()).mapToObj(timeline::sentence).toList();
  }

  private static Timeline timeline(String lesson) throws IOException {
    return TimelineBuilder.build(
        Analyzer.analyze(Recording.open(Path.of("assets/recordings", lesson + ".pcapng"))));
  }
}
