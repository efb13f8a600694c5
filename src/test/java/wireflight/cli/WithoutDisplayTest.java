package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutDisplayTest {
  private final StringWriter said = new StringWriter();
  private final List<String> commands = new ArrayList<>();

  @Test
  void recordsTheLessonAndDrawsItTwice(@TempDir Path folder) {
    Path out = folder.resolve("out");
    int code = new WithoutDisplay(new PrintWriter(said, true), this::done).run("No display", out);
    assertThat(code).isZero();
    assertThat(commands)
        .containsExactly(
            "record handshake -o " + out.resolve("handshake.pcapng"),
            "render " + out.resolve("handshake.pcapng") + " -o " + out.resolve("handshake.svg"),
            "render " + out.resolve("handshake.pcapng") + " -o " + out.resolve("handshake.png"));
    assertThat(said.toString().lines()).singleElement().asString().startsWith("No display, so ");
  }

  @Test
  void drawsNothingWhenTheRecordingFailed(@TempDir Path folder) {
    int code =
        new WithoutDisplay(new PrintWriter(said, true), command -> done(command) + 1)
            .run("No display", folder);
    assertThat(code).isEqualTo(1);
    assertThat(commands).hasSize(1);
  }

  private int done(String[] command) {
    commands.add(String.join(" ", command));
    return 0;
  }
}
