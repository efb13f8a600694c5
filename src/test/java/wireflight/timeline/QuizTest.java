package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.SegmentFacts;
import wireflight.trace.Recording;

/** What a class is asked, held against the recordings that ship with the program. */
class QuizTest {
  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets", "recordings"))) {
      return files.filter(file -> file.toString().endsWith(".pcapng")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyPacketIsAskedAboutWithOneRightAnswerAndOthersThatDiffer(Path file) {
    Analysis analysis = analysis(file);
    Timeline timeline = TimelineBuilder.build(analysis);
    Quiz quiz = new Quiz(analysis, timeline);
    for (int step = 0; step <= timeline.steps() + 1; step++) {
      Optional<Question> asked = quiz.of(step);
      boolean packet = step > 0 && step <= timeline.steps() && timeline.kindOf(step).showsPacket();
      assertThat(asked.isPresent()).isEqualTo(packet);
      if (asked.isPresent()) {
        Question question = asked.get();
        assertThat(question.choices()).hasSizeBetween(2, 4).doesNotHaveDuplicates();
        assertThat(question.right()).isBetween(0, question.choices().size() - 1);
        assertThat(question.reason()).isEqualTo(timeline.sentence(step));
        assertThat(quiz.of(step)).isEqualTo(asked);
        agrees(question, analysis, timeline.rowOf(step));
      }
    }
  }

  private static void agrees(Question question, Analysis analysis, int row) {
    String answer = question.choices().get(question.right());
    if (question.text().equals("What crosses the network next?")) {
      return;
    }
    SegmentFacts facts = analysis.segment(row).orElseThrow();
    if (question.text().contains("sequence number")) {
      assertThat(answer).isEqualTo(String.valueOf(facts.relativeSequence()));
    } else if (question.text().contains("acknowledgment number")) {
      assertThat(answer).isEqualTo(String.valueOf(facts.relativeAcknowledgment()));
    } else {
      assertThat(question.text()).contains("which state");
      assertThat(answer).isIn(facts.clientState().rfcName(), facts.serverState().rfcName());
    }
  }

  @Test
  void allKindsOfQuestionAreAskedOfAConnection() {
    Analysis analysis = analysis(Path.of("assets", "recordings", "handshake.pcapng"));
    Timeline timeline = TimelineBuilder.build(analysis);
    Quiz quiz = new Quiz(analysis, timeline);
    List<String> texts =
        IntStream.rangeClosed(1, timeline.steps())
            .mapToObj(quiz::of)
            .flatMap(Optional::stream)
            .map(Question::text)
            .toList();
    assertThat(texts).anyMatch(text -> text.startsWith("What crosses"));
    assertThat(texts).anyMatch(text -> text.contains("which state is the"));
    assertThat(texts).anyMatch(text -> text.contains("number"));
  }

  private static Analysis analysis(Path file) {
    try {
      return Analyzer.analyze(Recording.open(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
