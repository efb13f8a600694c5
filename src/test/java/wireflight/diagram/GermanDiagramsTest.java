package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.language.Language;
import wireflight.packet.HeaderField;
import wireflight.packet.HeaderLayout;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/** Every diagram in German: no English is left in it, and the longer words find room. */
class GermanDiagramsTest {
  private static final List<String> RECORDINGS =
      List.of(
          "handshake",
          "four-clients",
          "datagrams",
          "lost-data",
          "wire-sack",
          "refused",
          "fragments",
          "waiting-line",
          "time-wait",
          "rest");

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?<![\\p{L}.-])(the|of|and|is|are|no|with|by|to|from|sent|received|lost|yet|after"
              + "|before|not|this|that|its|it|how|what|who|which|for|than|waiting|waits|every|more"
              + "|steps?|time|calls?|state|address|process|new|gone|changed|closed)(?![\\p{L}-])");

  /** What the state diagram of RFC 9293 says on its lines. */
  private static final Pattern TRANSITION =
      Pattern.compile("(rcv|snd|create|delete|passive|active|Timeout|CLOSE|SEND).*");

  @ParameterizedTest
  @EnumSource(View.class)
  void nothingEnglishIsLeftAndNothingOverlaps(View view) throws IOException {
    Set<String> left = new TreeSet<>();
    for (String name : RECORDINGS) {
      Path file = DiagramChecks.RECORDINGS.resolve(name + ".pcapng");
      Analysis analysis = Analyzer.analyze(Recording.open(file)).in(Language.GERMAN);
      Timeline timeline = TimelineBuilder.build(analysis);
      assertThat(timeline.language()).isEqualTo(Language.GERMAN);
      Subject subject = new Subject(analysis, timeline, -1, -1);
      LadderStyle style = new LadderStyle(Palette.LIGHT);
      Diagram diagram = view.of(subject, DiagramChecks.TYPE, style);
      List<String> given = given(analysis, timeline);
      DiagramChecks.holds(diagram, 1280, timeline.steps(), name);
      DiagramChecks.holds(diagram, 900, timeline.steps(), name);
      int stride = Math.max(1, timeline.steps() / 12);
      for (int step = 0; step <= timeline.steps(); step += stride) {
        double position = Math.min(timeline.steps(), step + (step == 0 ? 0 : 0.5));
        double high = Math.clamp(diagram.contentHeight(1280), 100, 6000);
        Picture picture = diagram.picture(new Viewport(1280, high), position);
        for (String text : said(picture)) {
          if (ENGLISH.matcher(without(text, given)).find()) {
            left.add(name + ": " + text);
          }
        }
      }
    }
    assertThat(left).isEmpty();
  }

  /** All that a picture says, to those who see it and to those who do not. */
  private static List<String> said(Picture picture) {
    List<String> said = new ArrayList<>(DiagramChecks.strings(picture));
    said.add(picture.drawing().title());
    said.add(picture.drawing().description());
    for (Item item : picture.drawing().items()) {
      if (item instanceof Item.Group group) {
        said.add(group.description());
      }
    }
    return said.stream().filter(text -> !TRANSITION.matcher(text).matches()).toList();
  }

  /** What diagrams are given to show: names of sockets and fields, labels, calls. */
  private static List<String> given(Analysis analysis, Timeline timeline) {
    List<String> given = new ArrayList<>();
    given.add("More Fragments");
    for (int step = 1; step <= timeline.steps(); step++) {
      int row = timeline.rowOf(step);
      if (analysis.trace().isFrame(row)) {
        for (HeaderLayout layout : HeaderFacts.of(analysis, row).layouts()) {
          layout.fields().stream().map(HeaderField::name).forEach(given::add);
        }
      }
    }
    for (Lifeline lifeline : timeline.lifelines()) {
      given.add(lifeline.name());
    }
    for (Moment moment : timeline.momentsBetween(1, timeline.steps())) {
      switch (moment) {
        case Moment.Flight flight -> {
          given.add(flight.label());
          given.addAll(List.of(flight.label().split(" {2}")));
          given.add(flight.note());
        }
        case Moment.Call call -> {
          given.add(call.text());
          given.add(call.outcome());
        }
        case Moment.StateChange _, Moment.Narration _ -> {}
      }
    }
    return given.stream()
        .filter(text -> text.length() > 1)
        .distinct()
        .sorted((a, b) -> b.length() - a.length())
        .toList();
  }

  private static String without(String text, List<String> given) {
    // An excerpt of what was sent, and what a call gave, may be cut short.
    String rest = text.replaceAll("\"[^\"]*[\"…]|→ .*", "#");
    for (String each : given) {
      rest = rest.replace(each, "#");
    }
    return rest;
  }
}
