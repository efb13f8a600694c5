package wireflight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wireflight.lab.ProgramProcess;
import wireflight.lab.ThisMachine;

/** Runs somebody's own program in a network of its own and records what its sockets do. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a program of your own in a network of its own, and records its packets, its sockets and,"
          + " where strace is installed, its socket calls (pcapng).",
      "The program reaches nothing but itself; it is ended with Ctrl-C, as without Wireflight.",
      "Example: wireflight run -o mine.pcapng -- python3 chat.py"
    })
final class RunCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "the file to write, - for standard output; what the program writes there then goes to"
              + " standard error (default: PROGRAM.pcapng)")
  private @Nullable String output;

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "the program and its arguments, after --")
  private List<String> command = new ArrayList<>();

  @Override
  public Integer call() {
    String program = command.getFirst();
    if (!isProgram(program)) {
      throw new Failure(
          "there is no program “" + program + "” here: name it as you would to start it yourself.");
    }
    String file = output == null ? fileName(program) : output;
    if (output == null && Files.exists(Path.of(file))) {
      throw new Failure(file + " is already there: remove it, or name another file with -o.");
    }
    Path folder = Path.of(file).toAbsolutePath().getParent();
    if (!file.equals(STANDARD_OUTPUT) && (folder == null || !Files.isWritable(folder))) {
      throw new Failure(file + " cannot be written: choose a file in a folder you may write to.");
    }
    try {
      return ProgramProcess.run(command, file);
    } catch (IOException e) {
      throw new Failure(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Recording was interrupted.", e);
    }
  }

  private static String fileName(String program) {
    return Objects.requireNonNull(Path.of(program).getFileName()) + ".pcapng";
  }

  private static boolean isProgram(String program) {
    if (program.contains("/")) {
      return Files.isRegularFile(Path.of(program)) && Files.isExecutable(Path.of(program));
    }
    return new ThisMachine().hasCommand(program);
  }
}
