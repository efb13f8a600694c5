package wireflight.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DnsMessageTest {
  private static final String QUESTION = "07 6578616d706c65 03 6f7267 00 0001 0001";

  static byte[] query(int id) {
    return Talk.join(TlsSamples.two(id), Talk.hex("0100 0001 0000 0000 0000" + QUESTION));
  }

  static byte[] response(int id) {
    return Talk.join(
        TlsSamples.two(id),
        Talk.hex(
            "8180 0001 0002 0000 0000"
                + QUESTION
                + "c00c 0005 0001 0000003c 0006 03777777 c00c"
                + "c029 0001 0001 0000003c 0004 c0000201"));
  }

  @Test
  void namesAreFollowedThroughTheirCompression() {
    DnsMessage message = DnsMessage.parse(response(7));
    assertThat(message.problem()).isEmpty();
    assertThat(message.summary()).isEqualTo("A example.org: CNAME www.example.org, 192.0.2.1");
    assertThat(message.fields())
        .extracting(Field::toString)
        .contains("flags: rd ra", "answer: www.example.org A 192.0.2.1");
  }

  @Test
  void anErrorIsNamed() {
    byte[] bytes = Talk.hex("0001 8183 0001 0000 0000 0000" + QUESTION);
    assertThat(DnsMessage.parse(bytes).summary()).isEqualTo("A example.org: NXDOMAIN");
  }

  @Test
  void aPointerToItselfOrForwardIsMalformed() {
    assertThat(DnsName.read(Talk.hex("c000"), 0).isMalformed()).isTrue();
    assertThat(DnsName.read(Talk.hex("c002 00"), 0).isMalformed()).isTrue();
    assertThat(DnsName.read(Talk.hex("01 61 c000"), 0).isMalformed()).isTrue();
    assertThat(DnsMessage.parse(Talk.hex("0001 0100 0001 0000 0000 0000 c00c 0001 0001")).problem())
        .contains("malformed");
  }

  @Test
  void aCountBeyondTheMessageIsAProblem() {
    byte[] bytes = response(1);
    bytes[7] = 99;
    assertThat(DnsMessage.parse(bytes).problem())
        .isEqualTo("Record 3 of 99 runs past the end or is malformed");
  }

  @Test
  void overTcpAnswersArePairedByTheirNumber() {
    byte[] first = Talk.join(TlsSamples.two(query(1).length), query(1));
    byte[] second = Talk.join(TlsSamples.two(query(2).length), query(2));
    byte[] answer = Talk.join(TlsSamples.two(response(2).length), response(2));
    byte[] other = Talk.join(TlsSamples.two(response(1).length), response(1));
    List<Message> messages =
        new Talk().port(53).client(first).client(second).server(answer).server(other).messages();
    assertThat(messages).extracting(Message::protocol).containsOnly(Protocol.DNS);
    assertThat(messages).extracting(Message::request).containsExactly(-1, -1, 1, 0);
  }

  @Property(tries = 2000)
  void randomBytesNeverThrow(@ForAll byte[] bytes) {
    DnsMessage message = DnsMessage.parse(bytes);
    assertThat(message.summary()).isNotNull();
    assertThat(message.fields()).isNotEmpty();
  }
}
