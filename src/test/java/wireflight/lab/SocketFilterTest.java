package wireflight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a socket's filter discards, told from the bytes of packets. */
class SocketFilterTest {
  private static final int ACK = 0x10;
  private static final int SYN = 0x02;

  @Property
  void chanceInTheFilterIsChanceInTheDice(
      @ForAll @IntRange(min = 1, max = 99) int percent,
      @ForAll @IntRange(min = 0) int seed,
      @ForAll @IntRange(min = 0, max = 65535) int base,
      @ForAll @IntRange(min = 0, max = 65535) int number) {
    Dice dice = new Dice(percent, seed);
    SocketFilter filter = new SocketFilterBuilder().chance(base, dice).discard().filter();
    assertThat(filter.discards(segment(base + 1 + number, ACK, 0))).isEqualTo(dice.loses(number));
  }

  @Property(tries = 50)
  void asManyAreLostAsTheSharePromises(
      @ForAll @IntRange(min = 5, max = 95) int percent, @ForAll @IntRange(min = 0) int seed) {
    Dice dice = new Dice(percent, seed);
    int lost = 0;
    for (int number = 0; number < 20_000; number++) {
      lost += dice.loses(number) ? 1 : 0;
    }
    assertThat(lost / 200.0).isBetween(percent - 2.0, percent + 2.0);
  }

  @Test
  void aPacketIsDiscardedIfOneClauseHoldsAsAWhole() {
    SocketFilter filter =
        new SocketFilterBuilder()
            .flags(SYN | ACK, SYN)
            .discard()
            .identification(7)
            .data(true)
            .discard()
            .filter();
    assertThat(filter.discards(segment(1, SYN, 0))).isTrue();
    assertThat(filter.discards(segment(1, SYN | ACK, 0))).isFalse();
    assertThat(filter.discards(segment(7, ACK, 0))).isFalse();
    assertThat(filter.discards(segment(7, ACK, 3))).isTrue();
    assertThat(filter.discards(segment(8, ACK, 3))).isFalse();
  }

  @Test
  void withoutAClauseThereIsNoFilter() {
    assertThat(new SocketFilterBuilder().filter()).isEqualTo(SocketFilter.NONE);
    assertThat(SocketFilter.NONE.discards(segment(1, SYN, 0))).isFalse();
  }

  /** A segment of 127.0.0.1 to itself, as the loopback interface gives it. */
  private static Sighting segment(int identification, int flags, int data) {
    ByteBuffer frame = ByteBuffer.allocate(14 + 20 + 20 + data);
    frame.putShort(12, (short) 0x0800);
    frame.put(14, (byte) 0x45).putShort(16, (short) (40 + data));
    frame.putShort(18, (short) identification).put(23, (byte) 6);
    frame.putInt(26, 0x7f000001).putInt(30, 0x7f000001);
    frame.put(34 + 12, (byte) 0x50).put(34 + 13, (byte) flags);
    return Objects.requireNonNull(Sighting.of(frame.array()));
  }
}
