package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class TraceCopyTest {
  private static Trace copy(Trace trace, IntPredicate wanted) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TraceCopy.write(trace, wanted, out);
    return Samples.read(out.toByteArray());
  }

  @Test
  void aCopyOfAllHasTheSameRows() throws IOException {
    Trace trace = Samples.read(Samples.recording());
    Trace copy = copy(trace, row -> true);

    assertThat(copy.problems()).isEmpty();
    assertThat(Samples.rows(copy)).isEqualTo(Samples.rows(trace));
    assertThat(copy.capturePoints()).isEqualTo(trace.capturePoints());
    assertThat(copy.statistics()).isEqualTo(trace.statistics());
  }

  @Test
  void thePacketsOfOneCapturePointMakeAFileWithThatPointOnly() throws IOException {
    Trace trace = Samples.read(Samples.recording());
    Trace copy = copy(trace, row -> trace.isFrame(row) && trace.frame(row).capturePoint() == 1);

    assertThat(copy.size()).isEqualTo(2);
    assertThat(copy.capturePoints())
        .isEqualTo(List.of(new CapturePoint(0, "tun0", "", LinkType.RAW, 96)));
    assertThat(copy.frame(1).bytes()).isEqualTo(trace.frame(7).bytes());
    assertThat(copy.time(1)).isEqualTo(trace.time(7));
    assertThat(copy.statistics())
        .containsExactly(new CaptureStatistics(0, Samples.T0 + 20_000, 5, 2));
  }
}
