package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.connection.Analyzer;
import wireflight.timeline.Recordings;
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

  private int save(String to, String... options) {
    List<String> arguments = new ArrayList<>(List.of("save"));
    arguments.add(folder.resolve("s.pcapng").toString());
    arguments.addAll(List.of("-o", folder.resolve(to).toString()));
    arguments.addAll(List.of(options));
    return Main.run(arguments.toArray(String[]::new), new PrintWriter(complaints, true));
  }
}
