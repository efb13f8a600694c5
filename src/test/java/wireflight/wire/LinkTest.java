package wireflight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.trace.WireVerdict;
import wireflight.trace.WireVerdict.Fate;
import wireflight.wire.Wire.From;
import wireflight.wire.WireFixture.Pair;
import wireflight.wire.WireFixture.Seen;

/** What the wire can be asked to do, each done to real packets. */
class LinkTest {
  private static final long MILLI = 1_000_000;

  @Test
  void jitterVariesTheDelayAndKeepsTheOrder() throws Exception {
    try (WireFixture fixture = WireFixture.open(true)) {
      Pair pair = fixture.connect();
      fixture.wire.change(From.DEVICE_1, link -> link.withDelay(5 * MILLI).withJitter(20 * MILLI));
      pair.client().setOption(StandardSocketOptions.TCP_NODELAY, true);
      for (int i = 0; i < 30; i++) {
        WireFixture.send(pair.client(), new byte[] {(byte) i});
      }
      WireFixture.receive(pair.peer(), 30);
      fixture.awaitCaptured();
      // What was sent twice for its lateness may still be on its way.
      List<Integer> arrived = sequenceOf(fixture.second);
      assertThat(arrived).isSorted().containsAll(sequenceOf(fixture.first));
    }
  }

  @Test
  void aRateSpacesPackets() throws Exception {
    try (WireFixture fixture = WireFixture.open(true)) {
      Pair pair = fixture.connect();
      fixture.wire.change(From.DEVICE_1, link -> link.withRate(10_000_000));
      WireFixture.send(pair.client(), new byte[14_480]);
      WireFixture.receive(pair.peer(), 14_480);
      fixture.awaitCaptured();
      List<Seen> data = List.copyOf(fixture.second).stream().filter(Seen::isData).toList();
      long left =
          List.copyOf(fixture.first).stream().filter(Seen::isData).findFirst().orElseThrow().time();
      // Ten packets of 1500 bytes at 10 Mbit/s take 1.2 ms each, one after the other; a busy
      // machine may hand them over later, but never sooner.
      long each = (data.getLast().time() - left) / data.size();
      assertThat(each).isBetween(1_150_000L, 20 * MILLI);
    }
  }

  @Test
  void aFullQueueDropsTheTail() throws Exception {
    try (WireFixture fixture = WireFixture.open(false)) {
      Pair pair = fixture.connect();
      fixture.wire.change(From.DEVICE_1, link -> link.withRate(1_000_000).withQueue(4));
      WireFixture.send(pair.client(), new byte[14_480]);
      assertThat(WireFixture.receive(pair.peer(), 14_480)).hasSize(14_480);
      assertThat(fates(fixture, Fate.DROPPED))
          .isNotEmpty()
          .allMatch(verdict -> verdict.why().equals("the queue of 4 is full"));
    }
  }

  @Test
  void chanceIsTheSameForTheSameSeed() throws Exception {
    List<List<Long>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (WireFixture fixture = WireFixture.open(false)) {
        Pair pair = fixture.connect();
        fixture.wire.change(From.DEVICE_1, link -> link.withLoss(0.3).withSeed(7));
        long before = List.copyOf(fixture.verdicts).size();
        WireFixture.send(pair.client(), new byte[14_480]);
        WireFixture.receive(pair.peer(), 14_480);
        runs.add(
            fates(fixture, Fate.DROPPED).stream()
                .map(WireVerdict::packet)
                .filter(packet -> packet <= before + 10)
                .toList());
      }
    }
    assertThat(runs.get(0)).isNotEmpty().isEqualTo(runs.get(1));
  }

  @Test
  void whatIsSwappedDuplicatedAndDamagedComesSo() throws Exception {
    try (WireFixture fixture = WireFixture.open(true)) {
      Pair pair = fixture.connect();
      fixture.wire.change(From.BOTH, link -> link.withDelay(5 * MILLI));
      fixture.wire.ask(From.DEVICE_1, new Action.Swap(), PacketKind.DATA, () -> 0, List.of(2));
      fixture.wire.ask(
          From.DEVICE_1, new Action.Duplicate(0), PacketKind.DATA, () -> 0, List.of(5));
      fixture.wire.ask(From.DEVICE_1, new Action.Damage(), PacketKind.DATA, () -> 0, List.of(7));
      byte[] sent = new byte[14_480];
      Arrays.fill(sent, (byte) 'x');
      WireFixture.send(pair.client(), sent);
      // The damaged segment was thrown away by the receiver's checksum and came again.
      assertThat(WireFixture.receive(pair.peer(), sent.length)).isEqualTo(sent);
      fixture.awaitCaptured();
      List<Integer> came = sequenceOf(fixture.second);
      List<Integer> left = sequenceOf(fixture.first);
      assertThat(came.subList(0, 4))
          .containsExactly(left.get(0), left.get(2), left.get(1), left.get(3));
      assertThat(came.get(4)).isEqualTo(came.get(5)).isEqualTo(left.get(4));
      assertThat(fates(fixture, Fate.DAMAGED)).hasSize(1);
      assertThat(fates(fixture, Fate.DUPLICATED)).hasSize(1);
      assertThat(left.stream().filter(left.get(6)::equals)).hasSizeGreaterThan(1);
    }
  }

  private static List<WireVerdict> fates(WireFixture fixture, Fate fate) {
    return List.copyOf(fixture.verdicts).stream().filter(v -> v.fate() == fate).toList();
  }

  private static List<Integer> sequenceOf(List<Seen> captured) {
    return List.copyOf(captured).stream()
        .filter(seen -> seen.isData() && seen.isFromFirst())
        .map(seen -> seen.scan().sequenceNumber())
        .toList();
  }
}
