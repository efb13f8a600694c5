package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.build.Beside;
import wireflight.trace.Recording;
import wireflight.trace.Trace;
import wireflight.trace.TraceCopy;

/**
 * In the recording of every lesson, tshark's own analysis shows what the lesson is about; on the
 * wire in the view of one device. That other runs have the same packets {@link RepetitionTest}
 * looks after; {@code -Dwireflight.recordings=FOLDER} looks at those that lie there instead.
 */
@Beside
class PhenomenaTest {
  private static final Path RECORDINGS =
      Path.of(System.getProperty("wireflight.recordings", "assets/recordings"));

  /**
   * A lesson, whose view of it (0: of all, else of a device), a display filter, and how many rows
   * it lets through at least.
   */
  private static final List<String> TABLE =
      """
      handshake            | 0 | tcp.flags == 0x012 && tcp.ack == 1 | 1
      numbers              | 0 | tcp.seq == 1 && tcp.len == 11 | 1
      numbers              | 0 | tcp.ack == 12 | 2
      waiting-server       | 0 | systemd_journal.message contains "accept() = " | 1
      waiting-line         | 0 | tcp.len == 14 && tcp.ack == 1 | 1
      full-line            | 0 | tcp.analysis.retransmission && tcp.flags.syn == 1 | 2
      half-close           | 0 | tcp.len > 0 && tcp.ack > 1 && tcp.srcport == 8080 | 1
      both-close           | 0 | tcp.flags.fin == 1 | 2
      time-wait            | 0 | tcp.flags.fin == 1 && tcp.srcport == 8080 | 1
      simultaneous-open    | 0 | tcp.flags == 0x012 && tcp.srcport == tcp.dstport | 1
      one-server           | 0 | tcp.flags == 0x012 && tcp.srcport == 8080 | 4
      four-clients         | 0 | tcp.flags == 0x012 | 4
      ipv6                 | 0 | ipv6.addr == ::1 && tcp.len > 0 | 1
      ipv6                 | 0 | icmpv6.type == 1 && icmpv6.code == 4 | 1
      nagle                | 0 | tcp.len == 22 | 1
      nodelay              | 0 | tcp.len == 12 | 1
      covering-ack         | 0 | tcp.ack == 4006 | 1
      bursts               | 0 | tcp.len == 1448 | 27
      slow-reader          | 0 | tcp.analysis.zero_window | 1
      slow-reader          | 0 | tcp.analysis.window_full | 1
      slow-reader          | 0 | tcp.analysis.window_update | 1
      keep-alive           | 0 | tcp.analysis.keep_alive | 2
      keep-alive           | 0 | tcp.analysis.keep_alive_ack | 1
      refused              | 0 | tcp.flags == 0x014 | 1
      reset                | 0 | tcp.flags.reset == 1 | 1
      lost-syn             | 0 | tcp.analysis.retransmission && tcp.flags.syn == 1 | 1
      lost-syn-ack         | 0 | tcp.analysis.retransmission && tcp.flags.syn == 1 | 1
      lost-ack             | 0 | tcp.analysis.retransmission && tcp.flags.syn == 1 | 1
      lost-data            | 0 | tcp.analysis.fast_retransmission | 1
      lost-data            | 0 | tcp.options.sack_le | 3
      lost-tail            | 0 | tcp.analysis.retransmission && tcp.len == 3 | 3
      lost-fin             | 0 | tcp.analysis.retransmission && tcp.flags.fin == 1 | 1
      random-loss          | 0 | tcp.analysis.retransmission or tcp.analysis.out_of_order | 4
      datagrams            | 0 | udp && udp.length > 8 | 3
      echo                 | 0 | udp.srcport == 7000 | 1
      connected-udp        | 0 | icmp.type == 3 && icmp.code == 3 | 2
      address-in-use       | 0 | systemd_journal.message contains "EADDRINUSE" | 1
      fragments            | 0 | ip.flags.mf == 1 | 2
      multicast            | 0 | ip.dst == 239.1.2.3 && udp | 2
      lost-datagram        | 0 | systemd_journal.message contains "discard" | 1
      tcp-and-udp          | 0 | tcp.analysis.retransmission or tcp.analysis.out_of_order | 1
      sctp                 | 0 | sctp.chunk_type == 2 && sctp.srcport == 3868 | 1
      sctp                 | 0 | sctp.chunk_type == 10 || sctp.chunk_type == 11 | 2
      sctp                 | 0 | sctp.chunk_type == 14 | 1
      rest                 | 0 | http.request | 2
      rest                 | 0 | http.response.code == 201 | 1
      graphql              | 0 | http.request.method == POST | 1
      wire-rtt             | 1 | tcp.analysis.initial_rtt > 0.08 | 1
      wire-slow-start      | 1 | tcp.analysis.bytes_in_flight >= 28000 | 1
      wire-fast-retransmit | 1 | tcp.analysis.duplicate_ack_num >= 3 | 1
      wire-fast-retransmit | 2 | tcp.analysis.lost_segment | 1
      wire-sack            | 1 | tcp.options.sack.count == 2 | 1
      wire-backoff         | 1 | tcp.analysis.rto > 0.7 | 2
      wire-black-hole      | 1 | tcp.analysis.retransmission && tcp.flags.syn == 1 | 3
      wire-reordering      | 2 | tcp.analysis.lost_segment | 1
      wire-reordering      | 2 | tcp.analysis.out_of_order or tcp.analysis.retransmission | 1
      wire-queue           | 2 | tcp.analysis.lost_segment | 1
      wire-fat-pipe        | 2 | tcp.window_size > 65535 | 10
      wire-fat-pipe        | 1 | tcp.analysis.bytes_in_flight > 43000 | 1
      wire-mtu             | 1 | icmp.type == 3 && icmp.code == 4 && icmp.mtu == 1300 | 1
      wire-ipv6            | 1 | icmpv6.type == 2 && icmpv6.mtu == 1300 | 1
      wire-ipv6            | 2 | ipv6.dst == fd00::2 && tcp.len == 1228 | 2
      wire-udp-tcp         | 1 | tcp.analysis.retransmission or tcp.analysis.out_of_order | 1
      wire-udp-tcp         | 2 | udp | 2
      wire-delayed-ack     | 2 | tcp.analysis.ack_rtt > 0.035 | 1
      wire-time-wait       | 1 | tcp.analysis.spurious_retransmission | 1
      """
          .lines()
          .toList();

  private static final int AT_ONCE = 4;
  private static final Map<Phenomenon, CompletableFuture<List<String>>> ROWS =
      new ConcurrentHashMap<>();
  private static final ExecutorService POOL = Executors.newFixedThreadPool(AT_ONCE);

  private static final Pattern COLUMN = Pattern.compile(" +\\| ");

  /** What is looked for in the recording of a lesson. */
  record Phenomenon(String lesson, int device, String filter, int atLeast) {
    static Phenomenon of(String line) {
      List<String> words = COLUMN.splitAsStream(line).toList();
      return new Phenomenon(
          words.get(0),
          Integer.parseInt(words.get(1)),
          words.get(2),
          Integer.parseInt(words.get(3)));
    }
  }

  static Stream<Phenomenon> phenomena() {
    return TABLE.stream().map(Phenomenon::of);
  }

  /** The rows that tshark lets through: it takes long to start, so some are asked at a time. */
  @BeforeAll
  static void askAll(@TempDir Path folder) {
    assumeTrue(new ThisMachine().hasCommand("tshark"), "needs tshark");
    for (Phenomenon wanted : phenomena().toList()) {
      Path view = folder.resolve(ROWS.size() + ".pcapng");
      ROWS.put(
          wanted,
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return rows(wanted, view);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              POOL));
    }
  }

  @AfterAll
  static void endAll() throws InterruptedException {
    POOL.shutdownNow();
    assertThat(POOL.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("phenomena")
  void tsharkSeesIt(Phenomenon wanted) {
    assertThat(Objects.requireNonNull(ROWS.get(wanted)).join())
        .hasSizeGreaterThanOrEqualTo(wanted.atLeast);
  }

  /**
   * What tshark shows of a phenomenon.
   *
   * @param view where the view of one device is put
   */
  private static List<String> rows(Phenomenon wanted, Path view) throws IOException {
    Path file = RECORDINGS.resolve(wanted.lesson + ".pcapng");
    if (wanted.device > 0) {
      Trace trace = Recording.open(file);
      file = view;
      try (OutputStream out = Files.newOutputStream(file)) {
        TraceCopy.write(
            trace,
            row -> !trace.isFrame(row) || name(trace, row).equals("device" + wanted.device),
            out);
      }
    }
    Process tshark =
        new ProcessBuilder("tshark", "-n", "-r", file.toString(), "-Y", wanted.filter)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> rows = tshark.inputReader().lines().toList();
    assertThat(tshark.onExit().join().exitValue()).isZero();
    return rows;
  }

  private static String name(Trace trace, int row) {
    return trace.capturePoints().get(trace.frame(row).capturePoint()).name();
  }

  @Test
  void noLessonIsLeftOut() {
    assertThat(phenomena().map(Phenomenon::lesson).distinct())
        .containsExactlyInAnyOrderElementsOf(RepetitionTest.lessons().toList());
  }
}
