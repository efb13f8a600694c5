package wireflight.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wireflight.language.Saying;
import wireflight.trace.TemporaryFolder;

/**
 * How to start a worker: which Java, with what, in which network.
 *
 * @param words the command and its arguments
 * @param obstacle why it gets no network of its own, where it should have had one; or empty
 */
record WorkerCommand(List<String> words, String obstacle) {
  private static final Pattern FOLDERS = Pattern.compile(Pattern.quote(File.pathSeparator));

  /** What a worker is: as little of a Java machine as starts fast. */
  private static final List<String> JAVA_OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData", // a file, which a killed one would leave
          "-Xshare:auto",
          "-Xmx256m");

  /**
   * For a worker that runs lessons.
   *
   * @throws IOException if it must have a network of its own and cannot
   */
  static WorkerCommand of(Network network) throws IOException {
    String obstacle = network == Network.LOOPBACK ? "" : OwnNetwork.obstacle().orElse("");
    if (network == Network.OWN && !obstacle.isEmpty()) {
      throw new IOException(Saying.english(WorkerCommand.class, "noOwnNetwork", obstacle));
    }
    boolean own = network != Network.LOOPBACK && obstacle.isEmpty();
    List<String> command = new ArrayList<>(own ? OwnNetwork.enter() : List.of());
    command.addAll(java(Worker.class));
    command.add((own ? Network.OWN : Network.LOOPBACK).name());
    command.add(String.valueOf(ProcessHandle.current().pid()));
    return new WorkerCommand(command, obstacle);
  }

  /** The command that runs a worker's program, to which its arguments are to be added. */
  static List<String> java(Class<?> main) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    command.add("-Djava.io.tmpdir=" + TemporaryFolder.own());
    command.add("-classpath");
    // Absolute, as a worker may start in another folder.
    command.add(
        FOLDERS
            .splitAsStream(System.getProperty("java.class.path"))
            .map(each -> new File(each).getAbsolutePath())
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(main.getName());
    return command;
  }
}
