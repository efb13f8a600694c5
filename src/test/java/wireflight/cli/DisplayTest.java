package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
  @Test
  void linuxWithoutDisplayVariableHasNone() {
    assertThat(Display.whatIsMissing("Linux", "", Map.of())).get().asString().contains("DISPLAY");
  }

  @Test
  void aDisplayThatDoesNotAnswerIsNone() {
    assertThat(Display.whatIsMissing("Linux", "", Map.of("DISPLAY", ":987"))).isPresent();
  }

  @Test
  void javafxOwnHeadlessPlatformNeedsNone() {
    assertThat(Display.whatIsMissing("Linux", "Headless", Map.of())).isEmpty();
  }

  @Test
  void otherSystemsAlwaysHaveOne() {
    assertThat(Display.whatIsMissing("Windows 11", "", Map.of())).isEmpty();
  }
}
