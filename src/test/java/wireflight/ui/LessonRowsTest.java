package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import wireflight.lab.Lesson;
import wireflight.lab.Lessons;
import wireflight.language.Language;
import wireflight.ui.LessonRows.Entry;
import wireflight.ui.LessonRows.Heading;
import wireflight.ui.LessonRows.Row;
import wireflight.ui.LessonRows.Subject;

/** The built-in lessons stand under their subjects, and can be looked for. */
class LessonRowsTest {
  private static final List<Lessons.Found> KNOWN = new Lessons().all();

  private final LessonRows rows = new LessonRows(Language.ENGLISH);

  LessonRowsTest() {
    rows.offer(KNOWN);
  }

  @Test
  void everyLessonStandsUnderItsSubjectInTeachingOrder() {
    for (Subject subject : EnumSet.complementOf(EnumSet.of(Subject.CONNECTING, Subject.OWN))) {
      rows.turn(subject);
    }
    List<Row> all = rows.rows("");
    assertThat(lessons(all)).isEqualTo(KNOWN.stream().map(Lessons.Found::lesson).toList());
    assertThat(headings(all))
        .extracting(Heading::subject)
        .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Subject.OWN)));
    assertThat(headings(all).stream().mapToInt(Heading::count).sum()).isEqualTo(KNOWN.size());
    assertThat(under(all, Subject.WIRE)).isNotEmpty().allMatch(id -> id.startsWith("wire-"));
    assertThat(under(all, Subject.LOSS)).contains("lost-syn", "lost-data", "random-loss");
    assertThat(under(all, Subject.DATAGRAMS)).contains("echo", "lost-datagram");
    assertThat(under(all, Subject.APIS)).containsExactly("rest", "graphql");
  }

  @Test
  void onlyTheFirstSubjectIsOpenUntilAnotherIsAskedFor() {
    assertThat(headings(rows.rows("")).stream().filter(Heading::open))
        .extracting(Heading::subject)
        .containsExactly(Subject.CONNECTING);
    Lesson wire = lessons(rows.rows("fat pipe")).getFirst();
    assertThat(rows.reveal(wire)).isTrue();
    assertThat(rows.reveal(wire)).isFalse();
    assertThat(lessons(rows.rows(""))).contains(wire);
  }

  @Test
  void allWordsThatAreTypedMustFitWhereverTheyStand() {
    assertThat(lessons(rows.rows("  LOST syn")))
        .extracting(Lesson::id)
        .contains("lost-syn", "lost-syn-ack")
        .doesNotContain("handshake", "lost-data");
    assertThat(rows.rows("no such thing at all")).isEmpty();
  }

  private static List<Lesson> lessons(List<Row> rows) {
    return rows.stream()
        .filter(Entry.class::isInstance)
        .map(row -> Objects.requireNonNull(((Entry) row).lesson()))
        .toList();
  }

  private static List<Heading> headings(List<Row> rows) {
    return rows.stream().filter(Heading.class::isInstance).map(Heading.class::cast).toList();
  }

  private static List<String> under(List<Row> rows, Subject subject) {
    List<Row> after =
        rows.stream()
            .dropWhile(row -> !(row instanceof Heading heading && heading.subject() == subject))
            .skip(1)
            .takeWhile(Entry.class::isInstance)
            .toList();
    return lessons(after).stream().map(Lesson::id).toList();
  }
}
