package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wireflight.language.Language;

class LessonsTest {
  @Test
  void theIndexNamesEveryLessonFile() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets/lessons"))) {
      assertThat(new Lessons().builtIn())
          .extracting(lesson -> lesson.id() + ".md")
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(n -> n.endsWith(".md"))
                  .toList());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aBuiltInLessonMakesTheSameCallsInEveryLanguage(Language language) {
    List<Lesson> english = new Lessons().builtIn();
    List<Lesson> translated = new Lessons(null, language).builtIn();
    assertThat(translated).hasSameSizeAs(english);
    for (int i = 0; i < english.size(); i++) {
      assertThat(calls(translated.get(i))).as(english.get(i).id()).isEqualTo(calls(english.get(i)));
      assertThat(translated.get(i).title().equals(english.get(i).title()))
          .as(english.get(i).title())
          .isEqualTo(language == Language.ENGLISH);
    }
  }

  private static List<List<String>> calls(Lesson lesson) {
    return lesson.steps().stream()
        .map(step -> step.lines().stream().map(Lesson.Line::text).toList())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyBuiltInLessonTellsSomethingBeforeItsCalls(Language language) {
    for (Lesson lesson : new Lessons(null, language).builtIn()) {
      assertThat(lesson.title()).isNotBlank();
      assertThat(lesson.summary()).as(lesson.id()).endsWith(".");
      assertThat(lesson.steps())
          .as(lesson.id())
          .allSatisfy(step -> assertThat(step.narration()).isNotBlank());
    }
  }

  @Test
  void aFolderOfTheUsersIsReadFileByFile(@TempDir Path folder) throws IOException, LessonError {
    Files.writeString(folder.resolve("a.md"), "# Mine\nText.\n```sockets\na = socket tcp\n```\n");
    Files.writeString(folder.resolve("b.md"), "# Broken\n```sockets\nx = sockt tcp\n```\n");
    Lessons lessons = new Lessons(folder);
    assertThat(lessons.ofFolder())
        .satisfiesExactly(
            found -> assertThat(found.lesson()).isNotNull(),
            found -> assertThat(found.error()).hasMessageContaining("b.md, line 3, word 3"));
    assertThat(lessons.find("a").title()).isEqualTo("Mine");
    assertThat(lessons.find(folder.resolve("a.md").toString()).title()).isEqualTo("Mine");
  }

  @Test
  void aPipeInTheFolderKeepsNobodyWaiting(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.md"), "# Mine\nText.\n```sockets\na = socket tcp\n```\n");
    Path pipe = folder.resolve("b.md");
    assumeTrue(
        new ThisMachine().run(List.of("mkfifo", pipe.toString())).code() == 0, "needs mkfifo");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(new Lessons(folder).ofFolder()).hasSize(1));
  }

  @Test
  void anUnknownLessonIsNamedWithTheNearest() {
    assertThatThrownBy(() -> new Lessons().find("handshak"))
        .isInstanceOf(LessonError.class)
        .hasMessageContaining("did you mean “handshake”?");
    assertThatThrownBy(() -> new Lessons().find("../../../etc/passwd\0"))
        .isInstanceOf(LessonError.class);
  }
}
