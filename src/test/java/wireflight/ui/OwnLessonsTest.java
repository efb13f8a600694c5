package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.lab.Lesson;
import wireflight.lab.Lessons;
import wireflight.language.Language;

/** A person's own lessons stand in the list, as they come, change and go. */
class OwnLessonsTest {
  @TempDir Path folder;

  private final WindowFixture fixture = new WindowFixture(1280, 780, false);
  private final LessonList lessons =
      fx(
          () ->
              new LessonList(
                  fixture.window.session().runs(), new Texts(Language.ENGLISH), () -> {}));

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whatIsWrittenIntoTheFolderIsOfferedAfterTheBuiltInOnes() throws IOException {
    offer();
    int builtIn = shown().size();
    fx(() -> list().getSelectionModel().select(2));
    Lesson chosen = Objects.requireNonNull(fixture.window.session().runs().lesson());
    write("mine.md", "# Mine\nText.\n```sockets\na = socket tcp\n```\n");
    offer();
    assertThat(shown()).hasSize(builtIn + 1);
    assertThat(shown().getLast()).isEqualTo("Mine");
    assertThat(fixture.window.session().runs().lesson()).isEqualTo(chosen);
    assertThat(fx(() -> list().getSelectionModel().getSelectedIndex())).isEqualTo(2);
    fx(() -> list().getSelectionModel().selectLast());
    assertThat(Objects.requireNonNull(fixture.window.session().runs().lesson()).title())
        .isEqualTo("Mine");
  }

  @Test
  void aFileThatIsNoLessonStandsThereWithWhatIsWrongAndIsNotChosen() throws IOException {
    write("broken.md", "# Broken\n```sockets\nx = sockt tcp\n```\n");
    offer();
    fx(() -> list().getSelectionModel().select(1));
    Lesson chosen = Objects.requireNonNull(fixture.window.session().runs().lesson());
    assertThat(shown().getLast()).contains("broken.md, line 3, word 3").contains("socket");
    fx(() -> list().getSelectionModel().selectLast());
    assertThat(fixture.window.session().runs().lesson()).isEqualTo(chosen);
  }

  @Test
  void whatIsWrongWithAFileIsToldInTheLanguageOfTheWindow() throws IOException {
    write("kaputt.md", "# Kaputt\n```sockets\nx = sockt tcp\n```\n");
    LessonRows german = new LessonRows(Language.GERMAN);
    german.offer(new Lessons(folder, Language.GERMAN).ofFolder());
    assertThat(german.rows("")).last().asString().contains("kaputt.md, Zeile 3, Wort 3");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void offer() {
    fx(() -> lessons.offer(new Lessons(folder).all()));
  }

  private ListView<?> list() {
    return (ListView<?>) lessons.lookup("#lessons");
  }

  /** What the cells say, all of them made visible. */
  private List<String> shown() {
    return fx(
        () -> {
          if (lessons.getScene() == null) {
            lessons.setPrefHeight(6000);
            new Scene(lessons, 260, 6000);
          }
          lessons.applyCss();
          lessons.layout();
          return lessons.lookupAll(".lesson-title").stream()
              .map(node -> (Labeled) node)
              .filter(label -> label.getScene() != null && !label.getText().isEmpty())
              .sorted(
                  (a, b) ->
                      Double.compare(a.localToScene(0, 0).getY(), b.localToScene(0, 0).getY()))
              .map(Labeled::getText)
              .toList();
        });
  }
}
