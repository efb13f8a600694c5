package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.Transport;
import wireflight.diagram.Subject;
import wireflight.drawing.Visible;
import wireflight.export.Story.Called;
import wireflight.export.Story.Event;
import wireflight.export.Story.Message;
import wireflight.export.Story.State;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Recordings;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

class TextFormatsTest {
  /** What each of the languages would take for something else. */
  static final List<String> MORE =
      List.of(
          "end",
          "wrap: nowrap: x",
          "a->>b: c; d",
          "%getenv(\"HOME\") %%comment !include x",
          "**bold** //it// __u__ ~~s~~ --x-- \"\"m\"\" <img:/etc/passwd> <b>",
          "\\input{/etc/passwd} ^^41 $x$ #1 {a}_b~ ?` !` -- ---",
          "| a | b | `c` [d](e) &lt; \\",
          "=1+1",
          "@enduml");

  static List<String> hostile() {
    List<String> all = new ArrayList<>(Samples.HOSTILE);
    all.addAll(MORE);
    return all;
  }

  static Story hostileStory() {
    List<Event> events = new ArrayList<>();
    for (String text : hostile()) {
      String shown = Visible.of(text);
      events.add(new Message(0, 1, shown, "", false));
      events.add(new Message(1, 0, shown, "noted", true));
      events.add(new Called(0, shown));
    }
    events.add(new Message(1, 1, "to itself", "", false));
    events.add(new State(1, "FIN-WAIT-1"));
    return new Story(List.of(lifeline(0, "<b>client</b>"), lifeline(1, "end; \\server")), events);
  }

  private static Lifeline lifeline(int index, String name) {
    return new Lifeline(index, name, "127.0.0.1:808" + index, "http", "", 0, Transport.TCP);
  }

  private static Subject export() {
    Analysis analysis = Analyzer.analyze(Recordings.handshake().trace());
    Timeline timeline = TimelineBuilder.build(analysis);
    return new Subject(analysis, timeline, -1, -1);
  }

  @Test
  void aLadderOfCharactersHasEveryArrowBetweenItsLifelines() {
    Story story = Story.of(export().timeline(), new Range(1, export().timeline().steps()));
    List<String> lines = TextLadder.of(story, false).lines().toList();
    List<String> packets = lines.stream().filter(l -> l.contains("▶") || l.contains("◀")).toList();
    assertThat(packets).hasSize(9);
    assertThat(packets.getFirst()).contains("│─", "SYN  Seq=0", "─▶│");
    assertThat(packets.get(1)).contains("│◀─", "SYN, ACK", "─│");
    assertThat(lines).anyMatch(line -> line.contains("[SYN-SENT] │"));
    int first = packets.getFirst().indexOf('│');
    assertThat(packets).allMatch(line -> line.charAt(first) == '│');
  }

  @Test
  void anAsciiLadderIsAscii() {
    String ladder = TextLadder.of(hostileStory(), true);
    assertThat(ladder.codePoints()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
    assertThat(ladder).contains("|-", "->|", "x", "--) to itself");
  }

  @Test
  void aLadderOfCharactersKeepsItsColumnsWhateverItHolds() {
    for (String line : TextLadder.of(hostileStory(), false).lines().skip(2).toList()) {
      String plain = line.replaceAll("[\\u2068\\u2069]", "");
      int bar = plain.indexOf('│');
      assertThat(TextCells.width(plain.substring(0, bar))).as(line).isEqualTo(48);
    }
  }

  @Test
  void aPacketSeenAtBothEndsOfItsWayIsOneLineOfTheTable() throws IOException {
    Analysis analysis =
        Analyzer.analyze(Recording.open(Path.of("assets/recordings/wire-rtt.pcapng")));
    Timeline timeline = TimelineBuilder.build(analysis);
    Range all = new Range(1, timeline.steps());
    List<String> lines = new PacketTable(timeline, analysis, all).csv().lines().toList();
    long left =
        IntStream.rangeClosed(1, timeline.steps())
            .filter(step -> timeline.kindOf(step) == StepKind.DEPARTURE)
            .count();
    assertThat(lines).hasSize((int) left + 1);
    assertThat(lines.get(1)).contains(",SYN  ");
    assertThat(lines.stream().filter(line -> line.contains("SYN, ACK"))).hasSize(1);
  }

  @Test
  void jsonIsReadAsItWasWrittenAndHoldsNoMarkup() {
    for (String text : hostile()) {
      String json = Escape.json(text);
      assertThat(json).doesNotContain("<", ">", "&", "\u202e", "\u0007", "\n");
      assertThat(unquoted(json)).isEqualTo(text);
    }
  }

  /** A JSON string read by the rules of RFC 8259. */
  private static String unquoted(String json) {
    StringBuilder out = new StringBuilder();
    for (int at = 1; at < json.length() - 1; at++) {
      char unit = json.charAt(at);
      if (unit != '\\') {
        out.append(unit);
      } else if (json.charAt(at + 1) == 'u') {
        out.append((char) Integer.parseInt(json.substring(at + 2, at + 6), 16));
        at += 5;
      } else {
        out.append(json.charAt(++at));
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aCellOfMarkdownIsTextAndOneCell(String text) {
    String cell = Escape.markdown(text);
    assertThat(cell).doesNotContain("|", "\n");
    Node parsed = Parser.builder().build().parse("x " + cell);
    String read = TextContentRenderer.builder().build().render(parsed);
    assertThat(read.replaceAll("\\s+", " "))
        .isEqualTo("x " + Visible.of(text).replaceAll("\\s+", " "));
  }

  @Test
  void aCellOfCsvIsOneCellAndNoFormula() {
    for (String text : hostile()) {
      String cell = Escape.csv(text);
      String read =
          cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
      assertThat(cell).doesNotContain("\n", "\r").doesNotStartWith("=").doesNotStartWith("\"=");
      assertThat(read.matches("'[=@].*") ? read.substring(1) : read).isEqualTo(Visible.of(text));
    }
  }

  @Test
  void tablesHaveARowAPacket() {
    Subject export = export();
    PacketTable table =
        new PacketTable(
            export.timeline(), export.analysis(), new Range(1, export.timeline().steps()));
    assertThat(table.csv().lines()).hasSize(10);
    assertThat(table.csv().lines().skip(1).findFirst().orElseThrow())
        .contains("127.0.0.1:40312", ",S,0,0,0,");
    assertThat(table.json()).startsWith("[\n{\"frame\":").endsWith("}\n]\n");
    assertThat(table.markdown().lines()).hasSize(11).allMatch(line -> line.matches("\\|.*\\|"));
    assertThat(table.markdown()).contains("| client | server | PSH, ACK · 5  Seq=1");
  }
}
