package wireflight.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wireflight.capture.SystemCall;
import wireflight.trace.WireVerdict;
import wireflight.trace.WireVerdict.Fate;
import wireflight.wire.Wire.From;
import wireflight.wire.WireFixture.Pair;
import wireflight.wire.WireFixture.Seen;

/** Two real kernels, joined. */
@Isolated("it measures delays and rates")
class WireTest {
  private static final long MILLI = 1_000_000;
  private static final int ROUNDS = 5;

  @Test
  void aRoundTripTakesTwiceTheDelay() throws Exception {
    try (WireFixture fixture = WireFixture.open(true)) {
      Pair pair = fixture.connect();
      fixture.wire.change(From.BOTH, link -> link.withDelay(40 * MILLI));
      long trip = Long.MAX_VALUE;
      long oneWay = Long.MAX_VALUE;
      // A busy machine only ever adds to the times: one quiet round of a few tells.
      for (int round = 0; round < ROUNDS && (trip > 81 * MILLI || oneWay > 41 * MILLI); round++) {
        fixture.first.clear();
        fixture.second.clear();
        for (int i = 0; i < 9; i++) {
          WireFixture.send(pair.client(), new byte[] {(byte) i});
          WireFixture.receive(pair.peer(), 1);
          WireFixture.send(pair.peer(), new byte[] {(byte) i});
          WireFixture.receive(pair.client(), 1);
        }
        fixture.awaitCaptured();
        trip = Math.min(trip, median(trips(fixture)));
        oneWay = Math.min(oneWay, median(oneWay(fixture, true)));
      }
      assertThat(trip).isBetween(80 * MILLI, 81 * MILLI);
      assertThat(oneWay).isBetween(40 * MILLI, 41 * MILLI);
    }
  }

  /** From the departure of data to the first sign of the other kernel, at Device 1 as ping sees. */
  private static long[] trips(WireFixture fixture) {
    List<Long> trips = new ArrayList<>();
    long sent = 0;
    for (Seen seen : List.copyOf(fixture.first)) {
      if (seen.isFromFirst()) {
        sent = seen.isData() ? seen.time() : sent;
      } else if (sent != 0) {
        trips.add(seen.time() - sent);
        sent = 0;
      }
    }
    return trips.stream().mapToLong(Long::longValue).toArray();
  }

  /** Five, or as many as {@code -Dwire.rounds=50} says. */
  static IntStream rounds() {
    return IntStream.rangeClosed(1, Integer.getInteger("wire.rounds", ROUNDS));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void theThirdDataSegmentIsDroppedAndSentAgain(int round) throws Exception {
    try (WireFixture fixture = WireFixture.open(true)) {
      Pair pair = fixture.connect();
      fixture.wire.change(From.BOTH, link -> link.withDelay(5 * MILLI));
      fixture.wire.ask(From.DEVICE_1, new Action.Drop(), PacketKind.DATA, () -> 0, List.of(3));
      byte[] sent = new byte[20_000];
      new Random(round).nextBytes(sent);
      WireFixture.send(pair.client(), sent);
      assertThat(WireFixture.receive(pair.peer(), sent.length)).isEqualTo(sent);
      fixture.awaitCaptured();
      List<Seen> departed =
          List.copyOf(fixture.first).stream().filter(s -> s.isData() && s.isFromFirst()).toList();
      List<Seen> arrived = List.copyOf(fixture.second).stream().filter(Seen::isData).toList();
      int lost = departed.get(2).scan().sequenceNumber();
      assertThat(departed.stream().filter(s -> s.scan().sequenceNumber() == lost)).hasSize(2);
      assertThat(arrived.stream().filter(s -> s.scan().sequenceNumber() == lost)).hasSize(1);
      assertThat(arrived).hasSize(departed.size() - 1);
      // Duplicate acknowledgments asked for it, not the timer: that is 200 ms at least.
      long again =
          departed.stream()
              .filter(s -> s.scan().sequenceNumber() == lost)
              .mapToLong(Seen::time)
              .max()
              .orElseThrow();
      assertThat(again - departed.get(2).time()).isLessThan(190 * MILLI);
      List<WireVerdict> dropped =
          List.copyOf(fixture.verdicts).stream().filter(v -> v.fate() == Fate.DROPPED).toList();
      assertThat(dropped).hasSize(1);
      assertThat(dropped.getFirst().digest()).isEqualTo(departed.get(2).digest());
      assertThat(dropped.getFirst().why()).isEqualTo("data segment 3, as asked");
    }
  }

  @Test
  void rightsInANetworkOfOnesOwnAreEnough() throws Exception {
    assumeTrue(SystemCall.available(), "needs 64-bit Linux");
    assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "needs /dev/net/tun");
    List<String> command =
        new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--net"));
    assumeTrue(
        new ProcessBuilder(Stream.concat(command.stream(), Stream.of("true")).toList())
                .start()
                .waitFor()
            == 0,
        "needs user namespaces");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(OpenedWire.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).isEqualTo(OpenedWire.OPEN);
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void nothingIsLostNorOvertakenUnlessAskedFor() throws Exception {
    try (WireFixture fixture = WireFixture.open(false)) {
      Pair pair = fixture.connect();
      int bytes = 48 << 20;
      byte[] chunk = new byte[1 << 20];
      Thread sender =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < bytes / chunk.length; i++) {
                        WireFixture.send(pair.client(), chunk);
                      }
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  });
      long start = System.nanoTime();
      for (int i = 0; i < bytes / chunk.length; i++) {
        WireFixture.receive(pair.peer(), chunk.length);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      sender.join();
      double megabits = bytes * 8 / 1e6 / seconds;
      assertThat(List.copyOf(fixture.verdicts)).noneMatch(v -> v.fate() == Fate.DROPPED);
      // 300 on two idle cores (-Dwire.megabits=300); a busy machine gets less, a broken wire far
      // less.
      assertThat(megabits).isGreaterThan(Integer.getInteger("wire.megabits", 100));
    }
  }

  /** From capture to capture, of the packets that one device sent. */
  private static long[] oneWay(WireFixture fixture, boolean fromFirst) {
    List<Seen> departures = List.copyOf(fromFirst ? fixture.first : fixture.second);
    Map<Long, Long> sent = new HashMap<>();
    departures.stream()
        .filter(s -> s.isFromFirst() == fromFirst && s.isData())
        .forEach(s -> sent.put(s.digest(), s.time()));
    return List.copyOf(fromFirst ? fixture.second : fixture.first).stream()
        .filter(s -> s.isFromFirst() == fromFirst && s.isData())
        .mapToLong(s -> s.time() - Objects.requireNonNull(sent.get(s.digest())))
        .toArray();
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
