package wireflight.lab;

import org.jspecify.annotations.Nullable;
import wireflight.language.Language;
import wireflight.language.Saying;
import wireflight.language.Spoken;

/**
 * Something in a lesson that cannot be understood or is not allowed, and where it stands.
 *
 * <p>The message is one sentence for the lesson's author: file, line and word, what is wrong, and
 * the nearest thing that would be right where there is one.
 */
public final class LessonError extends Exception implements Spoken {
  private static final long serialVersionUID = 1;

  private final String file;
  private final int line;
  private final int word;
  private final String problem;
  private final transient @Nullable Saying saying;

  LessonError(String file, int line, int word, String problem) {
    this(file, line, word, problem, null);
  }

  /** An error that a person may meet in the window, by hand: it can be told in every language. */
  LessonError(String file, int line, int word, Saying saying) {
    this(file, line, word, saying.in(Language.ENGLISH), saying);
  }

  private LessonError(String file, int line, int word, String problem, @Nullable Saying saying) {
    super(placed(file, line, word, problem).in(Language.ENGLISH));
    this.file = file;
    this.line = line;
    this.word = word;
    this.problem = problem;
    this.saying = saying;
  }

  /** What is wrong, without the place where it stands. */
  @Override
  public String in(Language language) {
    return saying == null ? problem : saying.in(language);
  }

  private static Saying placed(String file, int line, int word, Object problem) {
    if (line == 0) {
      return word == 0
          ? Saying.of(LessonError.class, "inFile", file, problem)
          : Saying.of(LessonError.class, "inCall", file, word, problem);
    }
    return word == 0
        ? Saying.of(LessonError.class, "inLine", file, line, problem)
        : Saying.of(LessonError.class, "inWord", file, line, word, problem);
  }

  /** What is wrong, and the place where it stands. */
  public String placed(Language language) {
    return placed(file, line, word, in(language)).in(language);
  }

  /** The lesson's file name, or what else the text came from. */
  public String file() {
    return file;
  }

  /** The line, counted from 1; 0 where the trouble is the file as a whole. */
  public int line() {
    return line;
  }

  /** What is wrong, without the place where it stands. */
  public String problem() {
    return problem;
  }

  /** The word in that line, counted from 1; 0 where the trouble is the line as a whole. */
  public int word() {
    return word;
  }
}
