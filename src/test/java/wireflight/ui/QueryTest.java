package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.timeline.Recordings;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;

class QueryTest {
  private final Analysis analysis = Recordings.handshake().analysis();
  private final Timeline timeline = TimelineBuilder.build(analysis);

  @Test
  void flagsInCapitalsFindTheSegmentsThatHaveThemAll() {
    assertThat(found("SYN")).hasSize(2);
    assertThat(found("SYN ACK")).hasSize(1);
    assertThat(found("FIN")).hasSize(2);
    assertThat(found("RST")).isEmpty();
  }

  @Test
  void aNumberIsAPort() {
    long packets =
        IntStream.rangeClosed(1, timeline.steps())
            .filter(step -> timeline.kindOf(step) == StepKind.PACKET)
            .count();
    assertThat(found("8080")).hasSize((int) packets);
    assertThat(found(":40312")).hasSize((int) packets);
    assertThat(found("port 40312")).hasSize((int) packets);
    assertThat(found("443")).isEmpty();
  }

  @Test
  void anyOtherTextIsSoughtInWhatIsSaidAndInWhatIsSent() {
    assertThat(found("time-wait")).isNotEmpty();
    assertThat(found("hello")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(IntStream.of(found("ello")).mapToObj(timeline::kindOf)).contains(StepKind.PACKET);
    assertThat(found("xyzzy")).isEmpty();
    assertThat(new Query("  ").isEmpty()).isTrue();
  }

  private int[] found(String typed) {
    Query query = new Query(typed);
    return IntStream.rangeClosed(1, timeline.steps())
        .filter(step -> query.fits(analysis, timeline, step))
        .toArray();
  }
}
