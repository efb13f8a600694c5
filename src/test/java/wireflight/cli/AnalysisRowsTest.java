package wireflight.cli;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.ReadingAhead;
import wireflight.trace.Recording;
import wireflight.trace.TemporaryFolder;

/** Captures, sound and damaged, as the table that {@code analyze} prints. */
class AnalysisRowsTest {
  private static final String SYN =
      "45000028000100004006000 00a0000010a000002 1f900050 000003e8 00000000 5002faf000000000";
  private static final String SYN_ACK =
      "4500002800010000400600000a0000020a000001 00501f90 00001388 000003e9 5012faf000000000";
  private static final String ACK =
      "4500002a00010000400600000a0000010a000002 1f900050 000003e9 00001389 5018faf000000000 6869";
  private static final String UDP =
      "4500001e0001000040110000 0a0000010a000002 1389 0035 000a0000 6869";
  private static final String UNREACHABLE =
      "45000038000100004001000 00a0000020a000001 0303000000000000 4500001e0001000040110000"
          + "0a0000010a000002 1389 0035 000a0000";

  private static byte[] capture(List<byte[]> packets) {
    ByteBuffer file =
        ByteBuffer.allocate(24 + packets.stream().mapToInt(p -> 16 + p.length).sum())
            .order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
    file.putInt(65535).putInt(101);
    int microseconds = 0;
    for (byte[] packet : packets) {
      file.putInt(1_700_000_000).putInt(microseconds++).putInt(packet.length);
      file.putInt(packet.length).put(packet);
    }
    return file.array();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static String table(byte[] file, RecordWriter.Format format) throws IOException {
    Path path = rewritten(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnalysisOutput output = new AnalysisOutput(format, false, out);
    output.finish(ReadingAhead.analyze(path, Analyzer.Points.TOGETHER, output::advance));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** One file for all: to make and delete thousands takes many times longer than reading them. */
  private static Path rewritten(byte[] bytes) throws IOException {
    Path path = TemporaryFolder.own().resolve("rows.pcap");
    try (FileChannel file = FileChannel.open(path, CREATE, WRITE)) {
      file.write(ByteBuffer.wrap(bytes));
      file.truncate(bytes.length);
    }
    return path;
  }

  @Test
  void printsWhatApplies() throws IOException {
    byte[] file =
        capture(List.of(bytes(SYN), bytes(SYN_ACK), bytes(ACK), bytes(UDP), bytes(UNREACHABLE)));
    assertThat(table(file, RecordWriter.Format.tsv).lines().skip(1))
        .containsExactly(
            "1\t0.000000000\tTCP\t0\t10.0.0.1\t8080\t10.0.0.2\t80\tS\t0\t0\t1000\t0\t0\t64240\t\t"
                + "SYN-SENT\tSYN-RECEIVED\t",
            "2\t0.000001000\tTCP\t0\t10.0.0.2\t80\t10.0.0.1\t8080\tSA\t0\t1\t5000\t1001\t0\t64240\t"
                + "\tESTABLISHED\tSYN-RECEIVED\t",
            "3\t0.000002000\tTCP\t0\t10.0.0.1\t8080\t10.0.0.2\t80\tPA\t1\t1\t1001\t5001\t2\t64240\t"
                + "\tESTABLISHED\tESTABLISHED\t",
            "4\t0.000003000\tUDP\t0\t10.0.0.1\t5001\t10.0.0.2\t53\t\t\t\t\t\t2\t\t\t\t\t",
            "5\t0.000004000\tICMP\t\t10.0.0.2\t\t10.0.0.1\t\t\t\t\t\t\t\t\t\t\t\t"
                + "It is about the packet in frame 4.");
  }

  /** The row of a SYN is written only when the answer to it is known, and so are those after it. */
  @Test
  void rowsWrittenWhileACaptureIsReadAreThoseOfTheWhole() throws IOException {
    List<byte[]> packets = new ArrayList<>(List.of(bytes(SYN)));
    for (int i = 0; i < 200; i++) {
      packets.add(Arrays.copyOf(bytes(UDP), 60_000));
    }
    packets.addAll(List.of(bytes(SYN_ACK), bytes(ACK), bytes(UDP)));
    Path path = Files.createTempFile("rows", ".pcap");
    try {
      Files.write(path, capture(packets));
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      AnalysisOutput late = new AnalysisOutput(RecordWriter.Format.tsv, false, whole);
      late.finish(ReadingAhead.analyze(path, Analyzer.Points.TOGETHER, _ -> {}));

      List<Boolean> settled = new ArrayList<>();
      ReadingAhead.analyze(
          path, Analyzer.Points.TOGETHER, soFar -> settled.add(soFar.isSettled(0)));

      assertThat(settled).hasSizeGreaterThan(2).containsOnly(false);
      assertThat(table(capture(packets), RecordWriter.Format.tsv))
          .isEqualTo(whole.toString(StandardCharsets.UTF_8))
          .contains("SYN-SENT\tSYN-RECEIVED");
    } finally {
      Files.delete(path);
    }
  }

  /** What Wireshark calls it stays where it was; what it really is stands beside it. */
  @Test
  void theBetterVerdictStandsInColumnsOfItsOwn() throws IOException {
    Path path = Path.of("assets/recordings/simultaneous-open.pcapng");
    List<List<String>> rows = rows(path, true);

    assertThat(rows.stream().map(row -> row.subList(0, 19)).toList()).isEqualTo(rows(path, false));
    assertThat(rows)
        .filteredOn(row -> !row.get(19).isEmpty())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.subList(8, 16)).startsWith("SA").endsWith("retransmission");
              assertThat(row.get(19)).isEqualTo("simultaneous_open");
              assertThat(row.get(20)).contains("both ends ask at once");
            });
  }

  private static List<List<String>> rows(Path path, boolean better) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnalysisOutput output = new AnalysisOutput(RecordWriter.Format.tsv, better, out);
    output.finish(ReadingAhead.analyze(path, Analyzer.Points.TOGETHER, output::advance));
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  @Test
  void anIcmpErrorIsTiedToTheFlowItQuotes() throws IOException {
    Path path = Files.createTempFile("quoted", ".pcap");
    try {
      Files.write(path, capture(List.of(bytes(UDP), bytes(UNREACHABLE))));
      Analysis analysis = Analyzer.analyze(Recording.open(path));
      assertThat(analysis.quotedConnection(1)).isZero();
      assertThat(analysis.connectionOf(1)).isEqualTo(-1);
      assertThat(analysis.fromClient(1)).isTrue();
      assertThat(analysis.connections().getFirst().clientBytes()).isEqualTo(2);
    } finally {
      Files.delete(path);
    }
  }

  @Test
  void anErrorMayQuoteAPing() throws IOException {
    String first = "4500001c0000000001010000 0a0000010a000009 0800000000070001";
    String second = first.replace("00070001", "00070002");
    String error = "45000038000100004001000 00a0000020a000001 0b00000000000000" + first;
    String[] rows =
        table(capture(List.of(bytes(first), bytes(second), bytes(error))), RecordWriter.Format.tsv)
            .split("\n", -1);
    assertThat(rows[3]).endsWith("\tIt is about the packet in frame 1.");
  }

  @Test
  void ofLikeDatagramsTheDataTellsWhichIsQuoted() throws IOException {
    String one = UDP.replace("0001000040110000", "0000400040110000");
    String two = one.replace("6869", "686f");
    String error = "4500003a000100004001000 00a0000020a000001 0303000000000000" + one;
    Path path = Files.createTempFile("quoted", ".pcap");
    try {
      Files.write(path, capture(List.of(bytes(one), bytes(two), bytes(error))));
      assertThat(Analyzer.analyze(Recording.open(path)).quotedRow(2)).isZero();
    } finally {
      Files.delete(path);
    }
  }

  @Property(tries = 500)
  void damagedPacketsNeverThrow(
      @ForAll @Size(max = 12) int[] places, @ForAll byte value, @ForAll @IntRange(max = 70) int cut)
      throws IOException {
    List<byte[]> packets =
        List.of(bytes(SYN), bytes(SYN_ACK), bytes(ACK), bytes(UDP), bytes(UNREACHABLE), bytes(ACK));
    for (int i = 0; i < places.length; i++) {
      byte[] packet = packets.get(i % packets.size());
      packet[Math.floorMod(places[i], packet.length)] = value;
    }
    List<byte[]> shortened =
        packets.stream().map(p -> Arrays.copyOf(p, Math.min(p.length, cut))).toList();
    for (List<byte[]> each : List.of(packets, shortened)) {
      assertThat(table(capture(each), RecordWriter.Format.tsv).lines()).hasSize(7);
      assertThat(table(capture(each), RecordWriter.Format.json)).startsWith("[").endsWith("]\n");
    }
  }
}
