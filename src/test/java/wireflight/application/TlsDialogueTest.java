package wireflight.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsDialogueTest {
  private static final byte[] SERVER_HELLO = TlsSamples.handshake(2, TlsSamples.serverHelloBody());

  @Test
  void hellosTellNameProtocolsVersionAndCipher() {
    List<Message> messages =
        new Talk()
            .client(TlsSamples.clientHello("example.org"))
            .server(TlsSamples.record(22, SERVER_HELLO))
            .server(TlsSamples.record(20, new byte[] {1}))
            .server(TlsSamples.record(23, new byte[300]))
            .messages();
    assertThat(messages)
        .extracting(Message::summary)
        .containsExactly(
            "Client Hello (SNI=example.org)",
            "Server Hello, TLS 1.3, TLS_AES_128_GCM_SHA256",
            "Change Cipher Spec",
            "Application Data, 300 bytes encrypted");
    assertThat(messages.get(0).field("ALPN")).isEqualTo("h2, http/1.1");
    assertThat(messages.get(0).field("version")).isEqualTo("TLS 1.3");
    assertThat(messages.get(0).field("cipher suites")).isEqualTo("2");
    assertThat(messages).extracting(Message::problem).containsOnly("");
  }

  @Test
  void aMessageMaySpanRecordsAndARecordHoldSeveral() {
    byte[] done = TlsSamples.handshake(14, new byte[0]);
    byte[] both = Talk.join(SERVER_HELLO, TlsSamples.handshake(11, new byte[50]), done);
    List<Message> messages =
        new Talk()
            .client(TlsSamples.clientHello("a"))
            .server(TlsSamples.record(22, Arrays.copyOf(both, 60)))
            .server(TlsSamples.record(22, Arrays.copyOfRange(both, 60, both.length)))
            .messages();
    assertThat(messages).extracting(Message::summary).element(2).isEqualTo("Certificate");
    assertThat(messages.get(2).rows()).isEqualTo(Rows.of(1, 2));
    assertThat(messages.get(3).summary()).isEqualTo("Server Hello Done");
    assertThat(messages.get(3).rows()).isEqualTo(Rows.of(2));
  }

  @Test
  void afterTheChangeOfCipherNothingIsReadIntoTheBytes() {
    List<Message> messages =
        new Talk()
            .client(TlsSamples.clientHello("a"))
            .client(TlsSamples.record(20, new byte[] {1}))
            .client(TlsSamples.record(22, Talk.hex("10000000aabbccddee")))
            .client(TlsSamples.record(21, new byte[26]))
            .messages();
    assertThat(messages)
        .extracting(Message::summary)
        .endsWith("Encrypted Handshake Message, 9 bytes", "Encrypted Alert");
  }

  @Test
  void alertsAreNamed() {
    List<Message> messages =
        new Talk()
            .client(TlsSamples.clientHello("a"))
            .server(TlsSamples.record(21, new byte[] {2, 40}))
            .messages();
    assertThat(messages.get(1).summary()).isEqualTo("Alert: fatal handshake_failure");
    assertThat(messages.get(1).kind()).isEqualTo(Kind.ALERT);
  }

  @Test
  void tlsIsFoundAfterAPlaintextStart() {
    List<Message> messages =
        new Talk()
            .server("220 mail ready\r\n")
            .client("STARTTLS\r\n")
            .server("220 go ahead\r\n")
            .client(TlsSamples.clientHello("mail.example"))
            .messages();
    assertThat(messages)
        .singleElement()
        .extracting(Message::summary)
        .isEqualTo("Client Hello (SNI=mail.example)");
  }

  @Test
  void lengthsThatPointPastTheEndAreAProblem() {
    byte[] body = TlsSamples.clientHelloBody("a");
    body[34] = (byte) 0xff;
    List<Message> messages =
        new Talk().client(TlsSamples.record(22, TlsSamples.handshake(1, body))).messages();
    assertThat(messages.get(0).problem()).isEqualTo("A length in the hello points past its end");
  }
}
