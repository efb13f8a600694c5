package wireflight.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import wireflight.lab.Lesson;
import wireflight.lab.LessonError;
import wireflight.lab.Lessons;

/** The option that says where the user's own lessons are. */
final class UserLessons {
  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "where your own lessons are (default: wireflight-lessons in your home folder)")
  Path folder = Lessons.usualFolder();

  Lessons lessons() {
    return new Lessons(folder);
  }

  Lesson find(String idOrPath) {
    try {
      return lessons().find(idOrPath);
    } catch (LessonError e) {
      throw new Failure(e.getMessage() + ".", e);
    }
  }
}
