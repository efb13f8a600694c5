package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wireflight.trace.KernelSample;

/**
 * The lessons of the catalogue: each brings about the packets that it tells of.
 *
 * <p>With {@code -Dwireflight.runs=20} each is run so many times.
 */
@Isolated("what lessons send hangs on timers, and other runs would delay them")
class LessonCatalogueTest {
  private static final int RUNS = Integer.getInteger("wireflight.runs", 1);

  /** What {@code HELLO} and {@code BYE} stand for in the tables. */
  private static final String OPEN = "client S, peer SA, client A, ";

  private static final String CLOSE = ", client FA, peer A, peer FA, client A";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numbers | HELLO client PA 6, peer A, peer PA 11, client A, client PA 6, peer A,"
            + " client PA 7, peer A BYE",
        "time-wait | HELLO client PA 7, peer A, peer FA, client A, client FA, peer A",
        "simultaneous-open | self S, self SA, self A, self PA 13, self A, self FA, self A",
        "nagle | HELLO client PA 8, peer A, peer PA 4, client A, client PA 4, peer A,"
            + " client PA 22, peer A, peer PA 5, client A BYE",
        "keep-alive | HELLO client PA 5, peer A, client A, peer A, client A, peer A BYE",
        "connected-udp | client UDP 5, stranger UDP 9, ICMP 3/3, server UDP 7, client UDP 20,"
            + " ICMP 3/3",
        "address-in-use | second UDP 9",
        "fragments | sender UDP 4000, fragment at 1480, fragment at 2960",
        "rest | HELLO client PA 62, peer A, peer PA 71, client A, peer PA 33, client A,"
            + " client PA 111, peer A, peer PA 64, client A BYE",
        "graphql | HELLO client PA 154, peer A, peer PA 121, client A BYE",
      })
  void theSamePacketsEveryTime(String lesson, String packets) throws IOException {
    for (int run = 0; run < RUNS; run++) {
      assertThat(run(lesson, run).packets()).as(lesson).containsExactly(list(packets));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lost-syn | 1 | client S, HELLO client PA 7, peer A BYE",
        "lost-ack | 3 | HELLO peer SA, client A, client PA 15, peer A BYE",
        "lost-tail | 6 7 8 | HELLO client PA 3, peer A, client PA 3, client PA 3, client PA 3,"
            + " client PA 3, peer A BYE",
        "lost-fin | 6 | HELLO client PA 12, peer A, client FA BYE",
        "lost-datagram | 2 | sender UDP 8, sender UDP 8, sender UDP 8, sender UDP 14",
        "covering-ack | 9 10 | HELLO client PA 5, peer A, client A 1448, client A 1448,"
            + " client PA 1104, peer A, peer A, peer A BYE",
      })
  void exactlyTheChosenPacketsAreLost(String lesson, String lost, String packets)
      throws IOException {
    for (int run = 0; run < RUNS; run++) {
      RecordedRun recorded = run(lesson, run);
      assertThat(recorded.packets()).as(lesson).containsExactly(list(packets));
      assertThat(recorded.lost()).as(lesson).containsExactly(numbers(lost));
    }
  }

  // Both ends' timers run out after the same second: either may be the first.
  @Test
  void afterALostSynAckBothEndsTryAgain() throws IOException {
    for (int run = 0; run < RUNS; run++) {
      RecordedRun recorded = run("lost-syn-ack", run);
      assertThat(recorded.packets())
          .startsWith("client S", "peer SA")
          .endsWith(CLOSE.substring(2).split(", "));
      assertThat(recorded.lost()).containsExactly(2);
      assertThat(recorded.packets().subList(2, 7))
          .containsOnly("client S", "peer SA", "client A")
          .contains("peer SA", "client A");
    }
  }

  // How bursts are cut, and which ACKs are merged, is up to the kernel: not what is lost.
  @Test
  void aHoleIsFilledByAFastRetransmission() throws IOException {
    for (int run = 0; run < RUNS; run++) {
      RecordedRun recorded = run("lost-data", run);
      assertThat(recorded.lost()).hasSize(1);
      int lost = recorded.lost().getFirst();
      List<String> after = recorded.packets().subList(lost, recorded.packets().size());
      assertThat(recorded.packets().get(lost - 1)).isEqualTo("client A 1448");
      assertThat(after).startsWith("client A 1448", "client A 1448", "client A 1448");
      assertThat(after).containsSubsequence("peer A", "peer A", "peer A", "client A 1448");
      assertThat(recorded.calls("peer")).anyMatch(call -> call.endsWith("= 8000"));
    }
  }

  // Which packets come, and so which are lost, hangs on the kernel's timers after the first loss.
  @Test
  void everythingArrivesInSpiteOfRandomLoss() throws IOException {
    for (int run = 0; run < RUNS; run++) {
      RecordedRun recorded = run("random-loss", run);
      assertThat(recorded.lost()).hasSizeGreaterThan(2);
      assertThat(recorded.calls("peer")).anyMatch(call -> call.endsWith("= 20000"));
      assertThat(
              recorded
                  .events(KernelSample.class)
                  .mapToInt(KernelSample::retransmits)
                  .max()
                  .orElse(0))
          .isGreaterThanOrEqualTo(recorded.lost().size());
      Dice dice = new Dice(20, 7);
      int first = 0;
      while (!dice.loses(first)) {
        first++;
      }
      // Five packets come before: three of the handshake, a segment and its acknowledgment.
      assertThat(recorded.lost().getFirst()).isEqualTo(5 + first + 1);
    }
  }

  @Test
  void theSameLossIsMendedByTcpAndNotByUdp() throws IOException {
    RecordedRun run = run("tcp-and-udp", 0);
    assertThat(run.lost()).containsExactly(5, 9);
    assertThat(run.packets().subList(6, 13))
        .containsExactly(
            "tcp-client PA 3",
            "tcp-server A",
            "tcp-client PA 3",
            "tcp-client PA 3",
            "tcp-server A",
            "tcp-client PA 5",
            "tcp-server A");
    assertThat(run.calls("udp-server")).filteredOn(call -> call.contains("recvfrom")).hasSize(2);
    assertThat(run.calls("tcp-server")).contains("tcp-server: recv(65536) = 11");
  }

  // Between them the kernel announces the group by IGMP, when it likes.
  @Test
  void everyMemberOfAGroupReceivesTheOneDatagram() throws IOException {
    for (int run = 0; run < RUNS; run++) {
      RecordedRun recorded = run("multicast", run);
      assertThat(recorded.packets())
          .filteredOn(packet -> packet.contains("UDP") || packet.startsWith("ICMP"))
          .containsExactly("sender UDP 16", "sender UDP 19", "sender UDP 8");
      assertThat(recorded.calls("ann", "ben"))
          .filteredOn(call -> call.contains("recvfrom"))
          .extracting(call -> call.replaceFirst(" from 127\\.0\\.0\\.1:\\d+$", ""))
          .containsExactly(
              "ann: recvfrom(65536) = 16",
              "ben: recvfrom(65536) = 16",
              "ann: recvfrom(65536) = 19");
      assertThat(recorded.calls("sender"))
          .contains("sender: setsockopt(IP_MULTICAST_IF, 127.0.0.1) = 0");
    }
  }

  // The tail loss probe comes some milliseconds later, unless the acknowledgment is faster.
  @Test
  void withNodelayEachPieceLeavesAtOnce() throws IOException {
    for (int run = 0; run < RUNS; run++) {
      assertThat(run("nodelay", run).packets())
          .containsSubsequence("client PA 4", "client PA 12", "client PA 10", "peer A");
    }
  }

  @Test
  void aFullLineDropsTheSynUntilSomebodyAccepts() throws IOException {
    for (int run = 0; run < RUNS; run++) {
      RecordedRun recorded = run("full-line", run);
      assertThat(recorded.packets())
          .startsWith("first S", "peer SA", "first A", "second S", "second S", "second S")
          .containsSubsequence("second S", "other SA", "second A");
      assertThat(recorded.calls("server")).contains("server: listen(0) = 0");
    }
  }

  @Test
  void oneServerSpeaksWithFourClientsAtOnce() throws IOException {
    RecordedRun run = run("one-server", 0);
    for (String name : List.of("ann", "ben", "cem", "dora")) {
      assertThat(run.packets())
          .containsSubsequence(name + " S", "to-" + name + " SA", name + " A")
          .containsSubsequence(name + " PA " + name.length(), "to-" + name + " A")
          .containsSubsequence(name + " FA", "to-" + name + " FA");
    }
    assertThat(run.packets()).hasSize(12 + 8 + 4 + 16);
  }

  @Test
  void aPortInTimeWaitIsTakenUnlessReuseIsAllowed() throws IOException {
    assertThat(run("time-wait", 0).calls("again"))
        .containsSubsequence(
            "again: bind(127.0.0.1:8080) = -1 EADDRINUSE", "again: bind(127.0.0.1:8080) = 0");
    assertThat(run("time-wait", 0).states("peer")).contains("FIN-WAIT-2", "TIME-WAIT");
  }

  @Test
  void aLargeTransferIsCutIntoSegmentsOfTheMss() throws IOException {
    List<String> packets = run("bursts", 0).packets();
    assertThat(packets.stream().filter(packet -> packet.endsWith(" 1448")).count())
        .isGreaterThanOrEqualTo(27);
    assertThat(packets.subList(3, 8)).allMatch(packet -> packet.endsWith(" 1448"));
    assertThat(run("bursts", 0).calls("client")).anyMatch(call -> call.endsWith("= 40000"));
  }

  /** The first run is shared with other tests. */
  private static RecordedRun run(String lesson, int number) throws IOException {
    return number == 0 ? RecordedRun.shared(lesson) : RecordedRun.ofLesson(lesson);
  }

  private static String[] list(String packets) {
    return packets.replace("HELLO ", OPEN).replace(" BYE", CLOSE).split(", ");
  }

  private static Integer[] numbers(String numbers) {
    return List.of(numbers.split(" ")).stream().map(Integer::valueOf).toArray(Integer[]::new);
  }
}
