package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PlaybackTest {
  private static final long HALF = Playback.STEP_NANOS / 2;

  @Test
  void timeMovesThePlayheadOnlyWhilePlaying() {
    Playback stopped = Playback.of(10);
    assertThat(stopped.advance(HALF).position()).isZero();
    assertThat(stopped.play().advance(HALF).position()).isEqualTo(0.5);
    assertThat(stopped.play().withSpeed(4).advance(HALF).position()).isEqualTo(2);
  }

  @Test
  void stoppingAtTheEndAndPlayingAgainStartsOver() {
    Playback ended = Playback.of(3).seek(2.9).play().advance(HALF);
    assertThat(ended.position()).isEqualTo(3);
    assertThat(ended.playing()).isFalse();
    assertThat(ended.play().position()).isZero();
  }

  @Test
  void aGrowingRecordingIsWaitedForAtItsEnd() {
    Playback waiting = Playback.of(2).withEnd(2, true).play().advance(10 * HALF);
    assertThat(waiting.position()).isEqualTo(2);
    assertThat(waiting.playing()).isTrue();
    assertThat(waiting.withEnd(4, true).advance(HALF).position()).isEqualTo(2.5);
  }

  @Test
  void steppingBackGoesToTheStartOfAStepAndStopsThePlaying() {
    Playback within = Playback.of(5).play().advance(5 * HALF);
    assertThat(within.position()).isEqualTo(2.5);
    assertThat(within.stepBack().position()).isEqualTo(2);
    assertThat(within.stepBack().playing()).isFalse();
    assertThat(within.stepBack().stepBack().position()).isEqualTo(1);
    assertThat(within.seek(0).stepBack().position()).isZero();
  }

  @Property
  void howTheTimeIsCutUpMakesNoDifference(
      @ForAll @IntRange(max = 50) int steps,
      @ForAll @DoubleRange(min = 0.1, max = 16) double speed,
      @ForAll @LongRange(min = 1, max = 3_000_000_000L) long first,
      @ForAll @LongRange(min = 1, max = 3_000_000_000L) long second) {
    Playback start = Playback.of(steps).withSpeed(speed).withEnd(steps, true).play();
    assertThat(start.advance(first).advance(second).position())
        .isCloseTo(start.advance(first + second).position(), within(1e-6));
  }
}
