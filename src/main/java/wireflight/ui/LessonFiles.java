package wireflight.ui;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import wireflight.lab.Lesson;
import wireflight.lab.LessonError;
import wireflight.lab.Lessons;
import wireflight.language.Language;
import wireflight.trace.AtomicFile;

/**
 * Lessons as files: one that is opened is run, and what was done by hand is written as one.
 *
 * <p>For the JavaFX thread only.
 */
final class LessonFiles {
  private static final String ENDING = ".md";

  private final Texts texts;
  private final Dialogs dialogs;
  private final Runs runs;
  private final Tasks tasks;

  LessonFiles(Texts texts, Dialogs dialogs, Runs runs, Tasks tasks) {
    this.texts = texts;
    this.dialogs = dialogs;
    this.runs = runs;
    this.tasks = tasks;
  }

  /** Whether a file is a lesson by its name; what else there is are recordings. */
  static boolean isLesson(Path file) {
    return file.toString().endsWith(ENDING);
  }

  /** Runs the lesson in a file, or says what is wrong with it; what was on show then stays. */
  void open(Path file) {
    tasks.tell(null);
    Language spoken = texts.language();
    tasks.begin(
        texts.get("work.opening", FileActions.name(file)),
        _ -> {
          Lesson lesson = read(file, spoken);
          return () -> {
            runs.stop();
            runs.choose(lesson);
            runs.run();
          };
        },
        failure ->
            tell(
                "problem.lesson",
                failure instanceof LessonError wrong
                    ? wrong.placed(spoken)
                    : Tasks.sentence(failure, spoken)));
  }

  /** Asks for a place and writes what was done by hand there; it is what Run runs from then on. */
  void save(ByHand hands) {
    dialogs.lesson(texts.get("hand.file")).ifPresent(to -> save(hands, to));
  }

  private void save(ByHand hands, Path to) {
    String title = FileActions.name(to).replaceFirst("\\.md$", "").replaceAll("[-_]+", " ");
    Optional<String> text = hands.lesson(title);
    if (text.isEmpty()) {
      return;
    }
    byte[] written = text.get().getBytes(StandardCharsets.UTF_8);
    boolean listed = Lessons.usualFolder().equals(to.getParent());
    Language spoken = texts.language();
    tasks.begin(
        texts.get("work.saving", FileActions.name(to)),
        _ -> {
          AtomicFile.write(to, out -> out.write(written));
          Lesson lesson = read(to, spoken);
          return () -> {
            runs.choose(lesson);
            tasks.tell(
                new Notice(
                    Notice.Kind.DONE,
                    texts.get(listed ? "done.lesson.listed" : "done.lesson", to)));
          };
        },
        failure -> tell("problem.save", to, Tasks.sentence(failure, spoken)));
  }

  private static Lesson read(Path file, Language spoken) throws LessonError {
    return new Lessons(null, spoken).find(file.toString());
  }

  private void tell(String problem, Object... arguments) {
    tasks.tell(new Notice(Notice.Kind.ERROR, texts.get(problem, arguments)));
  }
}
