package wireflight.lab;

import java.util.List;

/**
 * A lesson: what is told, and which socket calls are made meanwhile.
 *
 * @param id its file's name without {@code .md}
 * @param origin what to give {@code wireflight record} to run it: its id where it is built in, else
 *     the path of its file
 * @param title its first heading
 * @param summary the first sentence under the title
 * @param steps in order, at least one
 */
public record Lesson(String id, String origin, String title, String summary, List<Step> steps) {

  /**
   * A piece of narration and the calls that belong to it.
   *
   * @param narration as Markdown; empty where calls stand right under the title
   * @param lines the calls, none where the lesson ends with words
   */
  public record Step(String narration, List<Line> lines) {}

  /**
   * A line of a {@code sockets} block.
   *
   * @param number in its file, from 1
   * @param text as written
   * @param call what it means
   */
  public record Line(int number, String text, Call call) {}
}
