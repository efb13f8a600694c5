package wireflight.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Http2DialogueTest {
  static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  static byte[] frame(int type, int flags, int stream, byte[] payload) {
    byte[] header = {
      (byte) (payload.length >> 16),
      (byte) (payload.length >> 8),
      (byte) payload.length,
      (byte) type,
      (byte) flags,
      (byte) (stream >> 24),
      (byte) (stream >> 16),
      (byte) (stream >> 8),
      (byte) stream
    };
    return Talk.join(header, payload);
  }

  /** A literal header field without indexing, its name and value uncoded. */
  static byte[] literal(String name, String value) {
    byte[] first = name.getBytes(StandardCharsets.ISO_8859_1);
    byte[] second = value.getBytes(StandardCharsets.ISO_8859_1);
    return Talk.join(
        new byte[] {0, (byte) first.length}, first, new byte[] {(byte) second.length}, second);
  }

  private static byte[] grpc(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
    return Talk.join(new byte[] {0, 0, 0, 0, (byte) bytes.length}, bytes);
  }

  static Talk call() {
    byte[] request =
        Talk.join(
            Talk.hex("83 86"),
            literal(":path", "/pkg.Greeter/Hello"),
            literal("content-type", "application/grpc"));
    byte[] two = Talk.join(grpc("one"), grpc("second"));
    byte[] start = Arrays.copyOf(two, 10);
    byte[] rest = Arrays.copyOfRange(two, 10, two.length);
    return new Talk()
        .client(PREFACE)
        .client(frame(4, 0, 0, Talk.hex("0003 00000064")))
        .client(frame(1, 4, 1, request))
        .client(frame(0, 0, 1, start))
        .client(frame(0, 9, 1, Talk.join(new byte[] {2}, rest, new byte[2])))
        .server(frame(4, 0, 0, new byte[0]))
        .server(
            frame(1, 0, 1, Talk.join(Talk.hex("88"), literal("content-type", "application/grpc"))))
        .server(frame(9, 4, 1, literal("x", "y")))
        .server(frame(0, 0, 1, grpc("answer")))
        .server(frame(1, 5, 1, literal("grpc-status", "0")));
  }

  @Test
  void aGrpcCallIsReadFrameByFrameAndMessageByMessage() {
    List<Message> messages = call().messages();
    assertThat(messages)
        .extracting(message -> message.protocol().label() + " " + message.summary())
        .containsExactly(
            "HTTP/2 connection preface",
            "HTTP/2 SETTINGS",
            "gRPC POST /pkg.Greeter/Hello",
            "gRPC /pkg.Greeter/Hello request message 1, 3 bytes",
            "HTTP/2 DATA stream 1, 10 bytes",
            "gRPC /pkg.Greeter/Hello request message 2, 6 bytes",
            "HTTP/2 DATA stream 1, 12 bytes, end of stream",
            "HTTP/2 SETTINGS",
            "gRPC 200",
            "gRPC /pkg.Greeter/Hello response message 1, 6 bytes",
            "HTTP/2 DATA stream 1, 11 bytes",
            "gRPC trailers, grpc-status 0 OK");
    assertThat(messages).extracting(Message::problem).containsOnly("");
    assertThat(messages.get(1).field("MAX_CONCURRENT_STREAMS")).isEqualTo("100");
    Message second = messages.get(5);
    assertThat(second.rows()).isEqualTo(Rows.of(3, 4));
    Message response = messages.get(8);
    assertThat(response.request()).isEqualTo(2);
    assertThat(response.rows()).isEqualTo(Rows.of(6, 7));
    assertThat(response.field("x")).isEqualTo("y");
  }

  @Test
  void aResetNamesItsError() {
    List<Message> messages =
        new Talk().client(PREFACE).client(frame(3, 0, 1, Talk.hex("00000008"))).messages();
    assertThat(messages.get(1).summary()).isEqualTo("RST_STREAM stream 1, CANCEL");
    assertThat(messages.get(1).kind()).isEqualTo(Kind.ALERT);
  }

  @Test
  void aGapInAHeaderBlockIsSaidToHaveBrokenTheCompression() {
    List<Message> messages =
        new Talk()
            .client(PREFACE)
            .client(Arrays.copyOf(frame(1, 5, 1, Talk.hex("82 86 84")), 10))
            .clientMissing(100)
            .client(frame(1, 5, 3, Talk.hex("82 86 84")))
            .messages();
    assertThat(messages).hasSize(2);
    assertThat(messages.get(1).problem()).isEqualTo("100 bytes of the stream were not captured");
  }

  @Test
  void anInterruptedHeaderBlockIsMalformed() {
    List<Message> messages =
        new Talk()
            .client(PREFACE)
            .client(frame(1, 0, 1, Talk.hex("82")))
            .client(frame(6, 0, 0, new byte[8]))
            .messages();
    assertThat(messages.get(1).problem()).isEqualTo("A header block is interrupted");
  }

  @Test
  void aFrameTooLongIsNotWaitedFor() {
    List<Message> messages =
        new Talk().client(PREFACE).client(Talk.hex("ffffff 00 00 00000001")).messages();
    assertThat(messages.get(1).problem()).isEqualTo("A frame is longer than allowed");
  }

  @Test
  void anUpgradeFromHttp1BecomesStreamOne() {
    List<Message> messages =
        new Talk()
            .client("GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n")
            .server("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n")
            .server(frame(1, 5, 1, Talk.hex("88")))
            .client(PREFACE)
            .messages();
    assertThat(messages)
        .extracting(Message::summary)
        .containsExactly("GET /", "101 Switching Protocols", "200", "connection preface");
    assertThat(messages.get(2).request()).isEqualTo(0);
  }

  @Test
  void graphQlTravelsOverHttp2Too() {
    byte[] request = Talk.join(Talk.hex("83"), literal("content-type", "application/json"));
    byte[] body = "{\"query\":\"mutation { add }\"}".getBytes(StandardCharsets.US_ASCII);
    List<Message> messages =
        new Talk()
            .client(PREFACE)
            .client(frame(1, 4, 1, Talk.join(request, literal(":path", "/api"))))
            .client(frame(0, 1, 1, body))
            .messages();
    assertThat(messages)
        .filteredOn(message -> message.protocol() == Protocol.GRAPHQL)
        .singleElement()
        .extracting(Message::summary)
        .isEqualTo("POST /api mutation { add }");
  }
}
