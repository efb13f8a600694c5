package wireflight.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wireflight.lab.Lesson;
import wireflight.lab.Lessons;
import wireflight.language.Language;

/**
 * The rows that the lessons stand in: each under its subject, which a person opens and closes; or
 * those alone that fit what was typed. For the JavaFX thread only.
 */
final class LessonRows {
  /** One row of the list. */
  sealed interface Row {}

  /**
   * A subject, above its lessons.
   *
   * @param count how many there are
   * @param open whether they stand below
   */
  record Heading(Subject subject, int count, boolean open) implements Row {}

  /**
   * A lesson, or a file that is none.
   *
   * @param lesson null where the file is none
   * @param title the lesson's, or where in the file what is wrong
   */
  record Entry(@Nullable Lesson lesson, String title) implements Row {}

  /** What lessons are about, in teaching order; each begins with one of the built-in lessons. */
  enum Subject {
    CONNECTING("handshake"),
    SERVERS("one-server"),
    STREAM("nagle"),
    REFUSED("refused"),
    LOSS("lost-syn"),
    DATAGRAMS("datagrams"),
    APIS("rest"),
    WIRE("wire-rtt"),
    /** A person's own lessons, after all others. */
    OWN("");

    private final String first;

    Subject(String first) {
      this.first = first;
    }

    /** What the texts call it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Language language;
  private final Map<Subject, List<Entry>> known = new EnumMap<>(Subject.class);
  private final Set<Subject> open = EnumSet.of(Subject.CONNECTING, Subject.OWN);

  /** Rows of no lesson as yet, in a language. */
  LessonRows(Language language) {
    this.language = language;
  }

  /** Takes the lessons that there are now, in teaching order, a person's own last. */
  void offer(List<Lessons.Found> found) {
    known.clear();
    Subject subject = Subject.CONNECTING;
    for (Lessons.Found each : found) {
      Lesson lesson = each.lesson();
      Subject of = Subject.OWN;
      if (lesson != null && lesson.origin().equals(lesson.id())) {
        for (Subject it : Subject.values()) {
          subject = it.first.equals(lesson.id()) ? it : subject;
        }
        of = subject;
      }
      known.computeIfAbsent(of, _ -> new ArrayList<>()).add(entry(each));
    }
  }

  private Entry entry(Lessons.Found found) {
    Lesson lesson = found.lesson();
    return lesson == null
        ? new Entry(null, Objects.requireNonNull(found.error()).placed(language))
        : new Entry(lesson, lesson.title());
  }

  /** Opens a subject, or closes it. */
  void turn(Subject subject) {
    if (!open.remove(subject)) {
      open.add(subject);
    }
  }

  /** Opens the subject of a lesson; says whether it was closed. */
  boolean reveal(@Nullable Lesson lesson) {
    for (var subject : known.entrySet()) {
      for (Entry entry : subject.getValue()) {
        if (lesson != null && lesson.equals(entry.lesson())) {
          return open.add(subject.getKey());
        }
      }
    }
    return false;
  }

  /**
   * The rows to show.
   *
   * @param typed words that must all be in a lesson's title, summary or name; blank for all lessons
   */
  List<Row> rows(String typed) {
    String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    boolean all = typed.isBlank();
    List<Row> rows = new ArrayList<>();
    known.forEach(
        (subject, entries) -> {
          List<Entry> fitting = entries.stream().filter(entry -> fits(entry, words)).toList();
          boolean shown = !all || open.contains(subject);
          if (!fitting.isEmpty()) {
            rows.add(new Heading(subject, fitting.size(), shown));
          }
          if (shown) {
            rows.addAll(fitting);
          }
        });
    return rows;
  }

  private static boolean fits(Entry entry, String... words) {
    Lesson lesson = entry.lesson();
    String about = lesson == null ? "" : " " + lesson.id() + " " + lesson.summary();
    String text = (entry.title() + about).toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
