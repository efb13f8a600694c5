package wireflight.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.Correction;
import wireflight.language.Language;
import wireflight.trace.Recording;

/** Built-in recordings told in German have no English left in them. */
class GermanTimelineTest {
  /** What hardly an English sentence does without, and no German one has. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?<![\\w-])(the|of|and|is|are|were|it|its|to|from|with|that|this|has|have|by|for|not|but"
              + "|sends|calls|returns|gives|waits|already|before|after|packet|packets|lost|dropped"
              + "|every|asked|longer|than|full|answer|error)(?![\\w-])");

  /** Payload, and calls as a program has them, are not the timeline's own words. */
  private static final Pattern PAYLOAD = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");

  private static final Pattern CALL = Pattern.compile("[a-z]+\\([^)]*\\)");

  static Stream<Path> recordings() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets/recordings"))) {
      return files.filter(file -> file.toString().endsWith(".pcapng")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void aRecordingIsToldInGermanThroughout(Path file) throws IOException {
    Analysis english = Analyzer.analyze(Recording.open(file));
    Analysis german = english.in(Language.GERMAN);
    Timeline timeline = TimelineBuilder.build(german);
    assertThat(timeline.language()).isEqualTo(Language.GERMAN);
    assertThat(timeline.steps()).isEqualTo(TimelineBuilder.build(english).steps());
    List<String> said = new ArrayList<>();
    timeline.lifelines().forEach(line -> said.add(line.name()));
    Quiz quiz = new Quiz(german, timeline);
    for (int step = 1; step <= timeline.steps(); step++) {
      int row = timeline.rowOf(step);
      if (timeline.kindOf(step) == StepKind.NARRATION) {
        continue;
      }
      said.add(timeline.sentence(step));
      said.add(german.reason(row));
      said.add(german.correction(row).map(Correction::reason).orElse(""));
      timeline.momentsAt(row).forEach(moment -> said.addAll(written(moment)));
      quiz.of(step).map(Question::text).ifPresent(said::add);
      quiz.of(step).map(Question::choices).ifPresent(said::addAll);
    }
    assertThat(said.stream().filter(GermanTimelineTest::hasEnglish)).isEmpty();
  }

  private static List<String> written(Moment moment) {
    return switch (moment) {
      case Moment.Flight flight -> List.of(withoutExcerpt(flight.label()), flight.note());
      case Moment.Call call -> List.of(call.outcome());
      case Moment.StateChange _, Moment.Narration _ -> List.of();
    };
  }

  /** The excerpt of the payload is a label's last part, and may have quotes in it. */
  private static String withoutExcerpt(String label) {
    int quote = label.indexOf('"');
    return quote < 0 ? label : label.substring(0, quote);
  }

  private static boolean hasEnglish(String text) {
    String unquoted = PAYLOAD.matcher(text).replaceAll(" ");
    String own = CALL.matcher(unquoted).replaceAll(" ");
    return ENGLISH.matcher(own.toLowerCase(Locale.ROOT)).find();
  }
}
