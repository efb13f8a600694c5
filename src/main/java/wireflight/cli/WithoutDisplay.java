package wireflight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntFunction;

/**
 * What the program does where it cannot open its window: it records the handshake lesson and draws
 * it, with the same commands a person would type.
 */
final class WithoutDisplay {
  private static final String LESSON = "handshake";

  private final PrintWriter people;
  private final ToIntFunction<String[]> commands;

  /**
   * A run that reports to people and works through commands.
   *
   * @param commands runs a command line and gives its exit code
   */
  WithoutDisplay(PrintWriter people, ToIntFunction<String[]> commands) {
    this.people = people;
    this.commands = commands;
  }

  /**
   * Leaves {@code handshake.pcapng}, {@code .svg} and {@code .png} in a folder.
   *
   * @param why the start of the sentence: what is missing for a window
   * @return the exit code of the first command that failed, else 0
   */
  int run(String why, Path folder) {
    people.println(
        why
            + ", so Wireflight records the lesson \""
            + LESSON
            + "\" into "
            + folder
            + " instead of opening its window.");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Failure(folder + " cannot be created: choose a folder you may write to", e);
    }
    Path recording = folder.resolve(LESSON + ".pcapng");
    int code = commands.applyAsInt(new String[] {"record", LESSON, "-o", recording.toString()});
    for (String format : new String[] {"svg", "png"}) {
      if (code == 0) {
        String picture = folder.resolve(LESSON + "." + format).toString();
        code = commands.applyAsInt(new String[] {"render", recording.toString(), "-o", picture});
      }
    }
    return code;
  }
}
