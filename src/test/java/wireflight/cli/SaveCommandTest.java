package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.connection.Analyzer;
import wireflight.timeline.Recordings;
import wireflight.trace.CapturePoint;
import wireflight.trace.Frame;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

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
