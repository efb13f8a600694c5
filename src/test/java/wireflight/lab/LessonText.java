package wireflight.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import wireflight.lab.Lesson.Line;

/** Lessons as text, read as {@code mine.md}. */
final class LessonText {
  /** The beginning of a lesson, with two sockets in lines 4 and 5. */
  static final String START = "# T\n\n```sockets\nserver = socket tcp\nclient = socket tcp\n";

  private LessonText() {}

  /** The lesson that a text is. */
  static Lesson parse(String text) throws LessonError {
    return new LessonParser(Bounds.USUAL).parse("mine.md", "mine.md", text.getBytes(UTF_8));
  }

  /** The calls of lines that follow {@link #START}. */
  static List<Call> calls(String lines) throws LessonError {
    List<Line> all = parse(START + lines + "```\n").steps().getFirst().lines();
    return all.stream().map(Line::call).skip(2).toList();
  }

  /** What is wrong with a text. */
  static LessonError errorOf(String text) {
    return catchThrowableOfType(LessonError.class, () -> parse(text));
  }
}
