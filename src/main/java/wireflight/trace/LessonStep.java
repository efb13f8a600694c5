package wireflight.trace;

/**
 * A lesson came to its next paragraph of narration.
 *
 * @param time when
 * @param lesson the lesson's title
 * @param step counted from 1
 * @param narration the paragraph, as Markdown
 */
public record LessonStep(long time, String lesson, int step, String narration) implements Event {
  @Override
  public String message() {
    return lesson + ", step " + step + ": " + narration;
  }
}
