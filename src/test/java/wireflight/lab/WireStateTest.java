package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import wireflight.trace.Note;
import wireflight.wire.Link;

/** What a recording says of how the wire carries packets. */
class WireStateTest {
  private static final long MILLI = 1_000_000;

  private final WireState state = new WireState();

  private boolean told(String line) {
    return state.see(new Note(0, WireState.told(line), Map.of()));
  }

  @Test
  void everyLineChangesWhatItIsAbout() {
    assertThat(told("delay 40ms")).isTrue();
    assertThat(told("rate 2Mbit queue 8 from device 1")).isTrue();
    assertThat(told("loss 5% seed 7 from device 2")).isTrue();
    Link there = state.setting().there();
    Link back = state.setting().back();
    assertThat(there.delayNanos()).isEqualTo(40 * MILLI);
    assertThat(back.delayNanos()).isEqualTo(40 * MILLI);
    assertThat(there.bitsPerSecond()).isEqualTo(2_000_000);
    assertThat(there.queue()).isEqualTo(8);
    assertThat(back.bitsPerSecond()).isZero();
    assertThat(there.loss()).isZero();
    assertThat(back.loss()).isEqualTo(0.05);
    assertThat(told("rate unlimited")).isTrue();
    assertThat(state.setting().there().bitsPerSecond()).isZero();
    assertThat(told("plain")).isTrue();
    assertThat(state.setting().there()).isEqualTo(Link.PLAIN);
  }

  @Test
  void holdingLastsUntilAllMayGoOn() {
    assertThat(told("hold")).isTrue();
    assertThat(told("release 3")).isFalse();
    assertThat(state.setting().holding()).isTrue();
    assertThat(told("flow")).isTrue();
    assertThat(state.setting().holding()).isFalse();
  }

  @Test
  void whatIsExactOrUnknownLeavesTheLinkAsItIs() {
    assertThat(told("drop data 3")).isFalse();
    assertThat(told("teleport everything")).isFalse();
    assertThat(state.see(new Note(0, "Something else.", Map.of()))).isFalse();
  }
}
