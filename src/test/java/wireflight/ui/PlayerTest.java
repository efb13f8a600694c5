package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wireflight.timeline.Recordings;
import wireflight.timeline.Timeline;

class PlayerTest {
  private static final long SECOND = 1_000_000_000;

  private final Timeline timeline = Recordings.handshake().timeline();
  private final Player player = new Player();

  @Test
  void aStepForwardStopsAfterExactlyOneStep() {
    player.restart(timeline.steps(), false);
    player.forward();
    assertThat(player.moving()).isTrue();
    assertThat(player.playing()).isFalse();
    player.advance(60 * SECOND, timeline);
    assertThat(player.position()).isEqualTo(1);
    assertThat(player.moving()).isFalse();
  }

  @Test
  void aStepForwardAtTheEndStaysThere() {
    player.restart(3, false);
    player.seek(3);
    player.forward();
    assertThat(player.position()).isEqualTo(3);
    assertThat(player.moving()).isFalse();
  }

  @Test
  void aStepBackInMidFlightTakesTheFlightBack() {
    player.restart(timeline.steps(), false);
    player.seek(8);
    player.forward();
    player.advance(SECOND / 10, timeline);
    assertThat(player.position()).isGreaterThan(8);
    player.back();
    assertThat(player.position()).isEqualTo(8);
    player.back();
    assertThat(player.position()).isEqualTo(7);
  }

  @Test
  void whatGrowsIsWaitedForAndThenPlayedOn() {
    player.restart(0, true);
    player.play();
    player.grow(2, true);
    for (int i = 0; i < 200; i++) {
      player.advance(SECOND / 10, timeline);
    }
    assertThat(player.position()).isEqualTo(2);
    assertThat(player.moving()).isFalse();
    assertThat(player.playing()).isTrue();
    player.grow(3, true);
    assertThat(player.moving()).isTrue();
    player.seek(3);
    player.grow(3, false);
    assertThat(player.playing()).isFalse();
  }

  @Test
  void speedHolds() {
    player.speed(2);
    player.restart(timeline.steps(), false);
    assertThat(player.speed()).isEqualTo(2);
  }
}
