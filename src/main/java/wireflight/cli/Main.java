package wireflight.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
    description = "Shows what sockets really do: real connections, captured and played back.",
    subcommands = {
      AnalyzeCommand.class,
      ConnectionsCommand.class,
      DoctorCommand.class,
      LessonsCommand.class,
      RecordCommand.class,
      RenderCommand.class,
      MessagesCommand.class
    })
public final class Main implements Runnable {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args, new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
  }

  static int run(String[] args, PrintWriter complaints) {
    CommandLine line = new CommandLine(new Main());
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

  @Override
  public void run() {}

  /** The version that the build wrote into the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Wireflight " + (version == null ? "(not packaged)" : version)};
    }
  }
}
