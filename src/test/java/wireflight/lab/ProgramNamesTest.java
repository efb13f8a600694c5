package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramNamesTest {
  @ParameterizedTest
  @CsvSource({
    "/usr/bin/curl -s http://localhost, curl",
    "python3 server.py 8080, server.py",
    "python3.11 -u -X dev /home/me/server.py, server.py",
    "python3 -m http.server 80, http.server",
    "python3 -c import.socket, python3",
    "java -cp classes:lib -Xmx64m Server, Server",
    "java -jar out/chat.jar, chat.jar",
    "sh ./both.sh, both.sh",
    "node, node",
    "./a.out, a.out",
  })
  void aProcessIsCalledByItsProgramOrScript(String command, String name) {
    assertThat(ProgramNames.program(List.of(command.split(" ", -1)))).isEqualTo(name);
  }

  @Test
  void theSecondProcessOfAProgramBearsItsNumber() {
    ProgramNames names = new ProgramNames();
    names.runs(900_000_001, List.of("python3", "peer.py"));
    names.runs(900_000_002, List.of("python3", "peer.py"));
    assertThat(names.of(900_000_001)).isEqualTo("peer.py");
    assertThat(names.of(900_000_002)).isEqualTo("peer.py[900000002]");
    names.runs(900_000_001, List.of("curl", "-s"));
    assertThat(names.of(900_000_001)).isEqualTo("curl");
  }

  @Test
  void aProcessThatIsGoneIsAProcess() {
    assertThat(new ProgramNames().of(900_000_001)).isEqualTo("process");
  }
}
