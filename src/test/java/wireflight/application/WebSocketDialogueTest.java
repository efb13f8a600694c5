package wireflight.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebSocketDialogueTest {
  private static Talk upgraded() {
    return new Talk()
        .client("GET /chat HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
        .server(
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  }

  @Test
  void theExamplesOfTheRfcAreRead() {
    // RFC 6455, section 5.7: unmasked and masked Hello, fragments, ping, masked pong, 256 bytes.
    List<Message> messages =
        upgraded()
            .server(Talk.hex("81 05 48 65 6c 6c 6f"))
            .client(Talk.hex("81 85 37 fa 21 3d 7f 9f 4d 51 58"))
            .server(Talk.hex("01 03 48 65 6c  80 02 6c 6f"))
            .server(Talk.hex("89 05 48 65 6c 6c 6f"))
            .client(Talk.hex("8a 85 37 fa 21 3d 7f 9f 4d 51 58"))
            .server(Talk.join(Talk.hex("82 7e 01 00"), new byte[256]))
            .server(Talk.hex("88 02 03 e8"))
            .messages();
    assertThat(messages)
        .extracting(Message::summary)
        .containsExactly(
            "GET /chat",
            "101 Switching Protocols",
            "text \"Hello\"",
            "text \"Hello\"",
            "text \"Hel\"…",
            "continuation, 2 bytes",
            "ping \"Hello\"",
            "pong \"Hello\"",
            "binary, 256 bytes",
            "close 1000");
    assertThat(messages).extracting(Message::problem).containsOnly("");
  }

  @Test
  void aFrameThatBreaksTheRulesEndsTheReading() {
    List<Message> messages =
        upgraded().server(Talk.hex("83 00")).server(Talk.hex("81 01 41")).messages();
    assertThat(messages).hasSize(3);
    assertThat(messages.get(2).kind()).isEqualTo(Kind.MALFORMED);
    assertThat(messages.get(2).problem()).contains("reserved");
  }

  @Test
  void aHugeLengthIsNotWaitedForInMemory() {
    List<Message> messages =
        upgraded()
            .server(Talk.hex("82 7f 7f ff ff ff ff ff ff ff"))
            .server(new byte[5_000_000])
            .messages();
    assertThat(messages.get(2).problem()).contains("ends before");
    assertThat(messages.get(2).length()).isEqualTo(5_000_010);
  }
}
