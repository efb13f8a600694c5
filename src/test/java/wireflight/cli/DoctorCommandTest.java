package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wireflight.lab.Finding;

/** How findings are printed. */
class DoctorCommandTest {
  @Test
  void aLineAFindingInColumnsAndAConclusion() {
    assertThat(
            DoctorCommand.text(
                List.of(
                    new Finding("Java", true, "25"),
                    new Finding("libpcap", false, "`sudo apt install libpcap0.8`")),
                "Lessons can run."))
        .isEqualTo(
            """
            ok  Java     25
            no  libpcap  `sudo apt install libpcap0.8`
            Lessons can run.
            """);
  }

  @Test
  void aMissingDisplayIsNoObstacleForCommands() {
    assertThat(DoctorCommand.window(Optional.of("There is no display here")))
        .isEqualTo(
            new Finding("window", false, "There is no display here; commands work without it."));
    assertThat(DoctorCommand.window(Optional.empty()).ok()).isTrue();
  }
}
