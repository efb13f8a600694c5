package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wireflight.build.Beside;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.timeline.Recordings;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.CapturePoint;
import wireflight.trace.Frame;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

@Beside
class SaveCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  private final StringWriter complaints = new StringWriter();

  @BeforeEach
  void record() throws IOException {
    Recordings.services().writeTo(folder.resolve("s.pcapng"));
  }

  private static List<byte[]> packets(Trace trace) {
    return IntStream.range(0, trace.size())
        .filter(trace::isFrame)
        .mapToObj(row -> trace.frame(row).bytes())
        .toList();
  }

  @Test
  void aPlainPcapHasThePacketsAndTheirTimes() throws IOException {
    assertThat(save("s.pcap")).isZero();
    Trace before = Recording.open(folder.resolve("s.pcapng"));
    Trace after = Recording.open(folder.resolve("s.pcap"));
    assertThat(after.problems()).isEmpty();
    assertThat(packets(after)).usingRecursiveComparison().isEqualTo(packets(before));
    int first = IntStream.range(0, before.size()).filter(before::isFrame).findFirst().orElseThrow();
    assertThat(after.time(0)).isEqualTo(before.time(first));
  }

  @Test
  void oneConnectionKeepsItsPacketsAndTheCalls() throws IOException {
    assertThat(save("one.pcapng", "--connection", "2")).isZero();
    Trace one = Recording.open(folder.resolve("one.pcapng"));
    assertThat(Analyzer.analyze(one).connections()).hasSize(1);
    assertThat(packets(one)).hasSize(3);
    assertThat(one.size()).isGreaterThan(10);
  }

  @Test
  void aRangeOfFramesIsKept() throws IOException {
    assertThat(save("r.pcapng", "--from", "3", "--to", "7")).isZero();
    assertThat(Recording.open(folder.resolve("r.pcapng")).size()).isEqualTo(5);
    assertThat(save("r.pcapng", "--from", "999")).isEqualTo(1);
    assertThat(complaints.toString()).contains("the frames go from 1 to");
    assertThat(save("r.txt")).isEqualTo(1);
    assertThat(complaints.toString()).contains(".pcapng or .pcap");
  }

  @Test
  void oneInterfaceKeepsItsPacketsAndTheCalls() throws IOException {
    Path wire = Path.of("assets/recordings/wire-rtt.pcapng");
    Trace both = Recording.open(wire);
    for (CapturePoint point : both.capturePoints()) {
      assertThat(saveFrom(wire, "one.pcapng", "--interface", point.name())).isZero();
      Trace one = Recording.open(folder.resolve("one.pcapng"));
      List<byte[]> expected =
          IntStream.range(0, both.size())
              .filter(both::isFrame)
              .mapToObj(both::frame)
              .filter(frame -> frame.capturePoint() == point.index())
              .map(Frame::bytes)
              .toList();
      assertThat(packets(one)).isNotEmpty().usingRecursiveComparison().isEqualTo(expected);
      assertThat(one.capturePoints()).extracting(CapturePoint::name).containsExactly(point.name());
      assertThat(one.size() - packets(one).size()).isEqualTo(both.size() - packets(both).size());
    }
    assertThat(saveFrom(wire, "one.pcap", "--interface", "1")).isZero();
    assertThat(saveFrom(wire, "one.pcapng", "--interface", "eth9")).isEqualTo(1);
    assertThat(complaints.toString()).contains("--interface: the recording has 0 (");
  }

  /** Each view has all calls; merged they stand there twice, but happened once. */
  @ParameterizedTest
  @ValueSource(strings = {"wire-rtt", "wire-fast-retransmit", "wire-udp-tcp"})
  void theViewsOfBothDevicesMergedShowWhatTheRecordingDid(String lesson) throws Exception {
    Path wire = Path.of("assets/recordings/" + lesson + ".pcapng");
    Timeline before = TimelineBuilder.build(Analyzer.analyze(Recording.open(wire)));
    for (List<String> order : List.of(List.of("0", "1"), List.of("1", "0"))) {
      for (String device : order) {
        assertThat(saveFrom(wire, device + ".pcapng", "--interface", device)).isZero();
      }
      Path both = folder.resolve("both.pcapng");
      merge(both, order.stream().map(device -> folder.resolve(device + ".pcapng")).toList());
      Trace merged = Recording.open(both);
      assertThat(merged.size()).isGreaterThan(Recording.open(wire).size() + 10);
      Timeline after = TimelineBuilder.build(Analyzer.analyze(merged));
      assertThat(after.lifelines()).isEqualTo(before.lifelines());
      assertThat(after.steps()).isEqualTo(before.steps());
      assertThat(kinds(after)).isEqualTo(kinds(before));
    }
  }

  private static List<StepKind> kinds(Timeline timeline) {
    return IntStream.rangeClosed(1, timeline.steps()).mapToObj(timeline::kindOf).toList();
  }

  private static void merge(Path to, List<Path> files) throws Exception {
    List<String> command = new ArrayList<>(List.of("mergecap", "-w", to.toString()));
    files.forEach(file -> command.add(file.toString()));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException absent) {
      assumeTrue(false, "mergecap is not installed");
      throw absent;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  /**
   * Of two devices in one file, tshark takes each packet's second sighting for a retransmission.
   */
  @Test
  void tsharkSeesNoRetransmissionInOneDevicesViewThatWasNone() throws IOException {
    assumeTrue(Tshark.version().isPresent(), "tshark is not installed");
    Map<String, Integer> sentAgain =
        Map.of("wire-rtt", 0, "wire-slow-start", 0, "wire-fast-retransmit", 1, "wire-sack", 3);
    for (Map.Entry<String, Integer> lesson : sentAgain.entrySet()) {
      Path wire = Path.of("assets/recordings/" + lesson.getKey() + ".pcapng");
      for (String ending : List.of("pcapng", "pcap")) {
        for (int device = 0; device < 2; device++) {
          String to = "device." + ending;
          assertThat(saveFrom(wire, to, "--interface", String.valueOf(device))).isZero();
          List<Map<String, String>> rows = Tshark.rows(folder.resolve(to));
          assertThat(rows).hasSize(Recording.open(folder.resolve(to)).size());
          // Where the one before was lost, what is sent again is the first that the peer sees.
          assertThat(rows.stream().filter(SaveCommandTest::isSentAgain))
              .as("%s, device %d, %s", lesson.getKey(), device + 1, ending)
              .hasSize(lesson.getValue());
        }
      }
    }
  }

  /** Whole, some rows and one connection, of every kind of recording, in both formats. */
  @Test
  void tsharkReadsWhatBelongsToAPartAndNothingElse() throws IOException {
    assumeTrue(Tshark.version().isPresent(), "tshark is not installed");
    for (String lesson : List.of("waiting-server", "lost-datagram", "wire-udp-tcp")) {
      Path from = Path.of("assets/recordings/" + lesson + ".pcapng");
      Trace all = Recording.open(from);
      Analysis analysis = Analyzer.analyze(all);
      int last = all.size() * 2 / 3;
      Map<List<String>, IntPredicate> parts = new LinkedHashMap<>();
      parts.put(List.of(), row -> true);
      parts.put(List.of("--from", "4", "--to", "" + last), row -> row >= 3 && row < last);
      int only = analysis.connections().size() - 1;
      parts.put(
          List.of("--connection", "" + only),
          row ->
              !all.isFrame(row)
                  || analysis.connectionOf(row) == only
                  || analysis.quotedConnection(row) == only);
      for (Map.Entry<List<String>, IntPredicate> part : parts.entrySet()) {
        for (String ending : List.of("pcapng", "pcap")) {
          String[] options = part.getKey().toArray(String[]::new);
          assertThat(saveFrom(from, "part." + ending, options)).isZero();
          List<String> expected = new ArrayList<>();
          for (int row = 0; row < all.size(); row++) {
            boolean kept = all.isFrame(row) || ending.equals("pcapng");
            if (kept && part.getValue().test(row)) {
              expected.add(all.isFrame(row) ? "" + all.frame(row).bytes().length : "journal");
            }
          }
          assertThat(seen(folder.resolve("part." + ending)))
              .as("%s %s as %s", lesson, part.getKey(), ending)
              .isNotEmpty()
              .isEqualTo(expected);
        }
      }
    }
  }

  /** The length of every packet and a word for every row of the journal; fails if it complains. */
  private static List<String> seen(Path capture) throws IOException {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString()));
    command.addAll(List.of("-T", "fields", "-e", "frame.len", "-e", "frame.protocols"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> seen = new ArrayList<>();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    for (String line : said.lines().toList()) {
      if (!line.startsWith("Running as user")) {
        assertThat(line).matches("\\d+\t[a-z0-9_:-]+").doesNotContain("malformed");
        seen.add(line.endsWith("systemd_journal") ? "journal" : line.replaceFirst("\t.*", ""));
      }
    }
    assertThat(process.onExit().join().exitValue()).isZero();
    return seen;
  }

  @Test
  void aPlaceThatTakesNothingIsSaidWithWhatToDo() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no device that is always full");
    Files.createSymbolicLink(folder.resolve("full.pcap"), full);
    Files.createSymbolicLink(folder.resolve("full.svg"), full);
    assertThat(save("full.pcap")).isEqualTo(1);
    assertThat(complaints.toString()).contains("full.pcap was not written: No space left");
    assertThat(complaints.toString()).contains("free some space there or choose another place");
    assertThat(save("none/s.pcap")).isEqualTo(1);
    assertThat(complaints.toString()).contains("make it first or choose another one with -o");
    StringWriter rendering = new StringWriter();
    String[] render = {
      "render", folder.resolve("s.pcapng").toString(), "-o", folder.resolve("full.svg").toString()
    };
    assertThat(Main.run(render, new PrintWriter(rendering, true))).isEqualTo(1);
    assertThat(rendering.toString()).contains("free some space there or choose another place");
  }

  @Test
  void aFolderThatMayNotBeWrittenIsNamedAndLeftAsItWas() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assumeTrue(locked.toFile().setWritable(false), "rights cannot be taken away here");
    try {
      assumeFalse(Files.isWritable(locked), "whoever runs this may write everywhere");
      assertThat(save("locked/s.pcapng")).isEqualTo(1);
      assertThat(complaints.toString()).contains(locked + "; choose another one with -o");
      assertThat(locked.toFile().list()).isEmpty();
    } finally {
      assertThat(locked.toFile().setWritable(true)).isTrue();
    }
  }

  private static boolean isSentAgain(Map<String, String> row) {
    String analysis = row.getOrDefault("analysis", "");
    return analysis.contains("retransmission") || analysis.contains("out_of_order");
  }

  private int save(String to, String... options) {
    return saveFrom(folder.resolve("s.pcapng"), to, options);
  }

  private int saveFrom(Path from, String to, String... options) {
    List<String> arguments = new ArrayList<>(List.of("save"));
    arguments.add(from.toString());
    arguments.addAll(List.of("-o", folder.resolve(to).toString()));
    arguments.addAll(List.of(options));
    return Main.run(arguments.toArray(String[]::new), new PrintWriter(complaints, true));
  }
}
