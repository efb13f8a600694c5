package wireflight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import wireflight.trace.TemporaryFolder;
import wireflight.ui.Launcher;

/**
 * The program's entry point.
 *
 * <p>Standard output is data, standard error is for people; the exit code is 0 for done, 1 for
 * failed, 2 for misused.
 */
@Command(
    name = "wireflight",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Shows what sockets really do: real connections, captured and played back.")
public final class Main implements Callable<Integer> {
  private static final List<Class<?>> COMMANDS =
      List.of(
          AnalyzeCommand.class,
          ConnectionsCommand.class,
          DoctorCommand.class,
          LessonsCommand.class,
          RecordCommand.class,
          RenderCommand.class,
          SaveCommand.class,
          RunCommand.class,
          WatchCommand.class,
          MessagesCommand.class);

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "a recording or capture to open in the window")
  private @Nullable Path file;

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter complaints = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    try {
      TemporaryFolder.takeGiven();
    } catch (IOException e) {
      complaints.println("wireflight: no temporary files can be made: " + e.getMessage());
    }
    System.exit(run(args, complaints));
  }

  static int run(String[] args, PrintWriter complaints) {
    // The window needs no command line; leaving picocli out, it comes up a good deal sooner.
    if (args.length == 0 && Display.whatIsMissing().isEmpty()) {
      Launcher.open(Optional.empty());
      return 0;
    }
    CommandLine line = new CommandLine(new Main());
    commands(args).forEach(line::addSubcommand);
    line.setErr(complaints);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (exception, command, result) -> {
          if (exception instanceof Failure failure) {
            complaints.println("wireflight: " + failure.getMessage());
            return 1;
          }
          throw exception;
        });
    return line.execute(args);
  }

  /** The command that is asked for by name, which is ready sooner than all are; else all. */
  private static List<Class<?>> commands(String[] args) {
    for (Class<?> command : COMMANDS) {
      if (args.length > 0 && args[0].equals(command.getAnnotation(Command.class).name())) {
        return List.of(command);
      }
    }
    return COMMANDS;
  }

  /** Without a command: the window, or what can be done where none can be opened. */
  @Override
  public Integer call() {
    Optional<Path> opened = Optional.ofNullable(file);
    if (opened.isPresent() && !Files.exists(opened.get())) {
      throw new Failure(
          opened.get() + " is neither a file nor a command: wireflight --help lists the commands");
    }
    Optional<String> missing = Display.whatIsMissing();
    if (missing.isEmpty()) {
      Launcher.open(opened);
      return 0;
    }
    if (opened.isPresent()) {
      throw new Failure(
          missing.get()
              + ", so no window can show the file: wireflight render "
              + opened.get()
              + " -o picture.svg draws it");
    }
    PrintWriter people = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return new WithoutDisplay(people, command -> run(command, people))
        .run(missing.get(), Path.of("wireflight-out"));
  }

  /** The version that the build wrote into the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Wireflight " + (version == null ? "(not packaged)" : version)};
    }
  }
}
