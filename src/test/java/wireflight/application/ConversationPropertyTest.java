package wireflight.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConversationPropertyTest {
  private record Told(
      Protocol protocol, Kind kind, long offset, long length, String summary, String problem) {
    static List<Told> of(List<Message> messages) {
      return messages.stream()
          .map(
              m ->
                  new Told(
                      m.protocol(), m.kind(), m.offset(), m.length(), m.summary(), m.problem()))
          .toList();
    }
  }

  private static final List<Talk> TALKS =
      List.of(
          new Talk()
              .client("POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")
              .server("HTTP/1.1 100 Continue\r\n\r\n")
              .client("abc")
              .server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
              .server("10;q\r\n0123456789abcdef\r\n0\r\nX: y\r\n\r\n")
              .client("GET /b HTTP/1.1\r\n\r\nHEAD /c HTTP/1.1\r\n\r\n")
              .server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nxyHTTP/1.1 404 Gone\r\n\r\n")
              .client("rubbish\r\nmore of it\nGET /d HTTP/1.1\r\n\r\n")
              .server("HTTP/1.1 200 Last\r\n\r\nuntil the end"),
          new Talk()
              .client("GET /w HTTP/1.1\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n")
              .client(Talk.hex("81 85 37 fa 21 3d 7f 9f 4d 51 58"))
              .server("HTTP/1.1 101 Go\r\nUpgrade: websocket\r\n\r\n")
              .server(Talk.hex("81 05 48 65 6c 6c 6f 89 00 88 02 03 e8")),
          Http2DialogueTest.call(),
          new Talk()
              .client(TlsSamples.clientHello("example.org"))
              .server(TlsSamples.record(22, TlsSamples.handshake(2, TlsSamples.serverHelloBody())))
              .client(TlsSamples.record(20, new byte[] {1}))
              .client(TlsSamples.record(23, new byte[40]))
              .server(TlsSamples.record(23, new byte[3]))
              .server(new byte[] {23, 3, 3, 0}),
          new Talk()
              .port(53)
              .client(Talk.join(TlsSamples.two(29), DnsMessageTest.query(5)))
              .server(Talk.join(TlsSamples.two(63), DnsMessageTest.response(5))));

  /** What would start a parser, so that random bytes get past the detection. */
  @Provide
  Arbitrary<byte[]> starts() {
    return Arbitraries.of(
        new byte[0],
        "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
        "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
        Talk.hex("16 03 01 00 05 01"),
        TlsSamples.clientHello("a"));
  }

  @Property(tries = 300)
  void anySegmentationGivesTheSameMessages(@ForAll long seed) {
    for (Talk talk : TALKS) {
      List<Told> whole = Told.of(talk.messages());
      assertThat(whole).isNotEmpty();
      Random random = new Random(seed);
      assertThat(Told.of(talk.messages(random, 1 + random.nextInt(30)))).isEqualTo(whole);
    }
  }

  @Property(tries = 1000)
  void randomBytesNeverThrowHoweverTheyAreCut(
      @ForAll("starts") byte[] start,
      @ForAll byte[] client,
      @ForAll byte[] server,
      @ForAll long seed) {
    Talk talk =
        new Talk().client(Talk.join(start, client)).server(server).clientMissing(7).client(server);
    assertThat(talk.messages(new Random(seed), 9)).isNotNull();
    assertThat(Told.of(new Talk().client(Talk.join(start, client)).server(server).messages()))
        .isEqualTo(
            Told.of(
                new Talk()
                    .client(Talk.join(start, client))
                    .server(server)
                    .messages(new Random(seed), 5)));
  }

  @Property(tries = 500)
  void aDamagedTalkNeverThrows(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] request =
        "GET /w HTTP/1.1\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] call =
        Talk.join(
            Http2DialogueTest.PREFACE.getBytes(StandardCharsets.US_ASCII),
            Http2DialogueTest.frame(4, 0, 0, new byte[12]),
            Http2DialogueTest.frame(1, 4, 1, Talk.hex("82 86 84")),
            Http2DialogueTest.frame(0, 1, 1, new byte[30]));
    for (byte[] bytes : List.of(request, call, TlsSamples.clientHello("abc"))) {
      byte[] damaged = bytes.clone();
      for (int i = 0; i < 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      List<Told> whole = Told.of(new Talk().client(damaged).messages());
      assertThat(Told.of(new Talk().client(damaged).messages(random, 7))).isEqualTo(whole);
    }
  }
}
