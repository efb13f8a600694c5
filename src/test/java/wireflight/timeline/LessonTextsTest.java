package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.language.Language;
import wireflight.trace.Recording;

/** A lesson recorded in English is told in the reader's language. */
class LessonTextsTest {
  static Stream<Path> recordings() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets/recordings"))) {
      return files.filter(file -> file.toString().endsWith(".pcapng")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void everyPassageOfABuiltInLessonIsTranslated(Path file) throws IOException {
    Analysis analysis = Analyzer.analyze(Recording.open(file));
    Timeline english = TimelineBuilder.build(analysis);
    Timeline german = TimelineBuilder.build(analysis.in(Language.GERMAN));
    assertThat(german.language()).isEqualTo(Language.GERMAN);
    assertThat(german.steps()).isEqualTo(english.steps());
    for (int step = 1; step <= english.steps(); step++) {
      if (english.kindOf(step) == StepKind.NARRATION) {
        assertThat(german.narration(step))
            .as("step %d: %s", step, english.narration(step))
            .isNotBlank()
            .isNotEqualTo(english.narration(step));
        assertThat(german.sentence(step)).isNotEqualTo(english.sentence(step));
      }
    }
  }

  @Test
  void whatNoBuiltInLessonSaysStaysAsItWasRecorded() {
    assertThat(LessonTexts.in(Language.GERMAN, "Words of a lesson of one's own."))
        .isEqualTo("Words of a lesson of one's own.");
    assertThat(LessonTexts.in(Language.GERMAN, "The client's bytes\nwake it up."))
        .isEqualTo("Die Bytes des Clients wecken ihn.");
    assertThat(LessonTexts.in(Language.ENGLISH, "The client's bytes wake it up."))
        .isEqualTo("The client's bytes wake it up.");
  }
}
