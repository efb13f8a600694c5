package wireflight.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wireflight.capture.LinuxInterface;

/** Makes every {@link Trial} in a network of its own, in a process of its own. */
final class Trials {
  /** What a child needs to start fast and make system calls. */
  private static final List<String> JAVA_OPTIONS =
      List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private Trials() {}

  /** The child's program: a line a trial, its name, a tab, and what went wrong, if anything. */
  public static void main(String[] args) throws IOException {
    new LinuxInterface("lo").bringUp();
    StringBuilder lines = new StringBuilder();
    for (Trial trial : Trial.values()) {
      lines.append(trial).append('\t').append(trial.outcome().orElse("")).append('\n');
    }
    System.out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  /**
   * Starts the child and gathers what it says.
   *
   * @param enter what to put before a command so that it runs in a network of its own
   * @return what went wrong by trial, the empty string if nothing; trials that the child did not
   *     come to are missing
   */
  static Map<Trial, String> inOwnNetwork(Machine machine, List<String> enter) {
    List<String> command = new ArrayList<>(enter);
    command.add(Path.of(machine.property("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    command.addAll(
        List.of("-classpath", machine.property("java.class.path"), Trials.class.getName()));
    Map<Trial, String> outcomes = new EnumMap<>(Trial.class);
    for (String line : machine.run(command).output().lines().toList()) {
      for (Trial trial : Trial.values()) {
        if (line.startsWith(trial + "\t")) {
          outcomes.put(trial, line.substring(trial.name().length() + 1));
        }
      }
    }
    return outcomes;
  }
}
