package wireflight.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import wireflight.lab.Lesson;
import wireflight.lab.Lessons;

/** Prints what can be run: name, title and summary, a line each, with tabs between. */
@Command(
    name = "lessons",
    mixinStandardHelpOptions = true,
    description = "Lists the lessons: name, title and summary, a line each.")
final class LessonsCommand implements Runnable {
  @Mixin private final UserLessons user = new UserLessons();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec command;

  @Override
  public void run() {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    Lessons lessons = user.lessons();
    lessons.builtIn().forEach(lesson -> print(out, lesson));
    for (Lessons.Found found : lessons.ofFolder()) {
      if (found.lesson() != null) {
        print(out, found.lesson());
      }
      if (found.error() != null) {
        command.commandLine().getErr().println("wireflight: " + found.error().getMessage() + ".");
      }
    }
    out.flush();
  }

  private static void print(PrintStream out, Lesson lesson) {
    out.print(lesson.origin() + "\t" + lesson.title() + "\t" + lesson.summary() + "\n");
  }
}
