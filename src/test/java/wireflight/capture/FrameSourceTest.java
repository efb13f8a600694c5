package wireflight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wireflight.capture.CaptureOptions.Via;
import wireflight.trace.LinkType;

/** Both mechanisms of capture on real traffic over a loopback interface of their own. */
@Isolated("it measures how soon a capture ends")
@Timeout(30)
class FrameSourceTest {
  private static final long TEN_SECONDS = TimeUnit.SECONDS.toNanos(10);

  /** Ethernet, IPv4 and UDP headers on the loopback interface. */
  private static final int HEADERS = 14 + 20 + 8;

  /** A frame, and the number that the test put into the datagram. */
  private record Sighting(long time, int number, int length, int originalLength) {
    static Sighting of(long time, byte[] data, int originalLength) {
      return new Sighting(time, ByteBuffer.wrap(data).getInt(HEADERS), data.length, originalLength);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Via.class,
      names = {"LIBPCAP", "PACKET_SOCKET"})
  void everyDatagramIsSeenOnceWithTheTimeItPassed(Via via) throws Exception {
    List<Sighting> seen = Collections.synchronizedList(new ArrayList<>());
    long[] window =
        inPrivate(
            via,
            CaptureOptions.everything(),
            seen,
            (source, network) -> {
              assertThat(source.linkType()).isEqualTo(LinkType.ETHERNET);
              long before = now();
              for (int i = 0; i < 50; i++) {
                network.send(i, 100);
              }
              long after = now();
              assertThat(source.awaitDelivered(TEN_SECONDS)).isTrue();
              return new long[] {before, after};
            });
    assertThat(seen)
        .extracting(Sighting::number)
        .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    assertThat(seen)
        .allSatisfy(
            each -> {
              assertThat(each.time).isBetween(window[0], window[1]);
              assertThat(each.length).isEqualTo(HEADERS + 100);
              assertThat(each.originalLength).isEqualTo(HEADERS + 100);
            });
    assertThat(seen).extracting(Sighting::time).isSorted();
    // Nanoseconds are really there: not all of fifty times end in three zeros.
    assertThat(seen).anyMatch(each -> each.time % 1000 != 0);
  }

  @ParameterizedTest
  @EnumSource(
      value = Via.class,
      names = {"LIBPCAP", "PACKET_SOCKET"})
  void aBurstOfTwoThousandIsNotLost(Via via) throws Exception {
    List<Sighting> seen = Collections.synchronizedList(new ArrayList<>());
    CaptureCounts counts =
        inPrivate(
            via,
            CaptureOptions.everything(),
            seen,
            (source, network) -> {
              for (int i = 0; i < 2000; i++) {
                network.send(i, 1400);
              }
              assertThat(source.awaitDelivered(TEN_SECONDS)).isTrue();
              return source.counts();
            });
    assertThat(counts).isEqualTo(new CaptureCounts(2000, 0));
    assertThat(seen)
        .extracting(Sighting::number)
        .containsExactlyElementsOf(IntStream.range(0, 2000).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = Via.class,
      names = {"LIBPCAP", "PACKET_SOCKET"})
  void whatASlowReaderLosesIsCounted(Via via) throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    CaptureCounts counts =
        PrivateNetwork.call(
            () -> {
              CaptureOptions small =
                  CaptureOptions.everything().withVia(via).withBufferBytes(1 << 20);
              try (Network network = new Network();
                  FrameSource source =
                      open(
                          small,
                          (time, data, length) -> {
                            seen.add(data.length);
                            reading.countDown();
                            await(goOn);
                          })) {
                network.send(0, 60_000);
                reading.await();
                for (int i = 1; i < 100; i++) {
                  network.send(i, 60_000);
                }
                CaptureCounts whileSlow = source.counts();
                goOn.countDown();
                assertThat(whileSlow.dropped()).isPositive();
                boolean all = source.awaitDelivered(TimeUnit.SECONDS.toNanos(1));
                assertThat(all || via == Via.LIBPCAP).isTrue(); // whose drop count is not exact
                return source.counts();
              }
            });
    assertThat(counts.received()).isEqualTo(100);
    assertThat(seen).hasSizeBetween(1, 99);
    if (via == Via.PACKET_SOCKET) {
      assertThat(seen).hasSize((int) (counts.received() - counts.dropped()));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Via.class,
      names = {"LIBPCAP", "PACKET_SOCKET"})
  void longPacketsAreCutToTheSnapLengthAndKeepTheirOriginalLength(Via via) throws Exception {
    List<Sighting> seen = Collections.synchronizedList(new ArrayList<>());
    inPrivate(
        via,
        CaptureOptions.everything().withSnapLength(96),
        seen,
        (source, network) -> {
          network.send(7, 50_000);
          network.send(8, 20);
          return source.awaitDelivered(TEN_SECONDS);
        });
    assertThat(seen).extracting(Sighting::length).containsExactly(96, HEADERS + 20);
    assertThat(seen)
        .extracting(Sighting::originalLength)
        .containsExactly(HEADERS + 50_000, HEADERS + 20);
  }

  @ParameterizedTest
  @EnumSource(
      value = Via.class,
      names = {"LIBPCAP", "PACKET_SOCKET"})
  void closingAnIdleCaptureEndsItsThreadAtOnce(Via via) throws Exception {
    Duration took =
        PrivateNetwork.call(
            () -> {
              FrameSource source =
                  open(CaptureOptions.everything().withVia(via), (time, data, length) -> {});
              long start = System.nanoTime();
              source.close();
              source.close();
              assertThat(source.counts()).isEqualTo(new CaptureCounts(0, 0));
              assertThat(source.awaitDelivered(0)).isTrue();
              return Duration.ofNanos(System.nanoTime() - start);
            });
    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("capture lo");
  }

  @ParameterizedTest
  @EnumSource(
      value = Via.class,
      names = {"LIBPCAP", "PACKET_SOCKET"})
  void aCaptureWhoseSinkFailsSaysWhyItEnded(Via via) throws Exception {
    String failure =
        PrivateNetwork.call(
            () -> {
              try (Network network = new Network();
                  FrameSource source =
                      open(
                          CaptureOptions.everything().withVia(via),
                          (time, data, length) -> {
                            throw new IllegalStateException("the disk is full");
                          })) {
                network.send(1, 10);
                assertThat(source.awaitDelivered(TEN_SECONDS)).isFalse();
                return source.failure().orElseThrow();
              }
            });
    assertThat(failure).contains("capture on lo ended").contains("the disk is full");
  }

  @ParameterizedTest
  @EnumSource(
      value = Via.class,
      names = {"LIBPCAP", "PACKET_SOCKET"})
  void anInterfaceThatIsNotThereIsNamed(Via via) throws Exception {
    PrivateNetwork.call(
        () -> {
          assertThatThrownBy(
                  () ->
                      CaptureSources.open(
                          "nosuch0",
                          CaptureOptions.everything().withVia(via),
                          (time, data, length) -> {}))
              .isInstanceOf(CaptureException.class)
              .hasMessageContaining("no network interface")
              .hasMessageContaining("nosuch0");
          return null;
        });
  }

  private interface Exchange<T> {
    T run(FrameSource source, Network network) throws Exception;
  }

  private static <T> T inPrivate(
      Via via, CaptureOptions options, List<Sighting> seen, Exchange<T> exchange) throws Exception {
    return PrivateNetwork.call(
        () -> {
          try (Network network = new Network();
              FrameSource source =
                  open(
                      options.withVia(via),
                      (time, data, length) -> seen.add(Sighting.of(time, data, length)))) {
            return exchange.run(source, network);
          }
        });
  }

  private static FrameSource open(CaptureOptions options, FrameSink sink) throws CaptureException {
    assumeTrue(
        options.via() != Via.LIBPCAP || !CaptureSources.libpcapVersion().isEmpty(),
        "libpcap is not installed");
    return CaptureSources.open("lo", options, sink);
  }

  private static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A sender and a receiver on the loopback interface. */
  private static final class Network implements AutoCloseable {
    private final DatagramChannel receiver = DatagramChannel.open();
    private final DatagramChannel sender = DatagramChannel.open();

    Network() throws IOException {
      receiver.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      sender.connect(receiver.getLocalAddress());
    }

    void send(int number, int size) throws IOException {
      sender.write(ByteBuffer.allocate(size).putInt(0, number));
    }

    @Override
    public void close() throws IOException {
      sender.close();
      receiver.close();
    }
  }
}
