package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
  @Test
  void linearHeightIsInProportionToTime() {
    TimeScale scale = new TimeScale.Linear(200);
    assertThat(scale.height(500_000_000)).isEqualTo(100);
    assertThat(scale.height(-5)).isZero();
  }

  @Test
  void everyTenfoldPauseAddsTheSameHeight() {
    TimeScale scale = new TimeScale.Logarithmic(30, 10_000);
    assertThat(scale.height(10_000)).isZero();
    assertThat(scale.height(100_000)).isCloseTo(30, within(1e-9));
    assertThat(scale.height(1_000_000_000)).isCloseTo(150, within(1e-9));
  }

  @Property
  void noPauseTakesHeightAway(@ForAll long pause) {
    for (TimeScale scale :
        new TimeScale[] {
          new TimeScale.Ordinal(), new TimeScale.Linear(1), new TimeScale.Logarithmic(1, 1)
        }) {
      assertThat(scale.height(pause)).isNotNegative();
    }
  }
}
