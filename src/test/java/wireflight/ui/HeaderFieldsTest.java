package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.language.Language;
import wireflight.packet.Packet;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;

class HeaderFieldsTest {
  private final HeaderFields headers = new HeaderFields(new Texts(Language.ENGLISH));

  @Test
  void aSegmentHasTheFieldsOfItsRfcInRowsOfThirtyTwoBits() {
    Analysis analysis = Recordings.loss().analysis();
    List<HeaderFields.Field> fields = fields(analysis, 3);
    assertThat(fields)
        .extracting(field -> field.name() + "=" + field.value())
        .startsWith(
            "source port=40312",
            "destination port=8080",
            "sequence number=1 (raw 1001)",
            "acknowledgment number=1 (raw 5001)",
            "off=5",
            "rsvd=0",
            "flags=PSH ACK");
    assertThat(fields.stream().mapToInt(HeaderFields.Field::bits).sum()).isEqualTo(5 * 32);
  }

  @Test
  void aSynHasItsOptionsAndNoAcknowledgment() {
    List<HeaderFields.Field> fields = fields(Recordings.loss().analysis(), 0);
    assertThat(fields)
        .extracting(HeaderFields.Field::value)
        .contains("MSS 1460", "not used without ACK");
  }

  @Test
  void aDatagramAndTheErrorThatQuotesIt() {
    Script script = new Script().udp("127.0.0.1:5000", "127.0.0.1:53", "hi");
    script.portUnreachable("127.0.0.1:53", "127.0.0.1:5000", 2);
    Analysis analysis = script.analysis();
    assertThat(fields(analysis, 0))
        .extracting(HeaderFields.Field::value)
        .containsExactly("5000", "53", "10", "none");
    assertThat(fields(analysis, 1))
        .extracting(HeaderFields.Field::value)
        .contains("3", "UDP datagram, 5000 → 53");
    Packet datagram = analysis.packet(0);
    assertThat(headers.ends(datagram)).isEqualTo("127.0.0.1 → 127.0.0.1  ttl 64");
    assertThat(Payload.of(analysis.trace().frame(0), datagram)).containsExactly("68 69", "hi");
  }

  private List<HeaderFields.Field> fields(Analysis analysis, int row) {
    return headers.of(analysis, row);
  }
}
