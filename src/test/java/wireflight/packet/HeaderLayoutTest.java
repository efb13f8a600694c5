package wireflight.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import wireflight.language.Language;

/** Header fields as the RFCs draw them. */
class HeaderLayoutTest {
  private static List<HeaderLayout> layouts(String hex) {
    ByteBuffer data = Hex.bytes(hex);
    return HeaderLayout.of(
        101,
        Decoder.decode(101, data, 0, data.capacity()),
        data,
        0,
        data.capacity(),
        Language.ENGLISH);
  }

  private static String value(HeaderLayout layout, String name) {
    return layout.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(HeaderField::value)
        .findFirst()
        .orElse("no such field");
  }

  @Test
  void laysOutIpv4AndTcp() {
    List<HeaderLayout> layouts = layouts(Hex.IPV4_SYN);
    assertThat(layouts).extracting(HeaderLayout::name).containsExactly("IPv4", "TCP");
    assertThat(layouts).extracting(HeaderLayout::length).containsExactly(20, 28);
    assertThat(value(layouts.get(0), "Total Length")).isEqualTo("48");
    assertThat(value(layouts.get(0), "Protocol")).isEqualTo("6 (TCP)");
    HeaderLayout tcp = layouts.get(1);
    assertThat(value(tcp, "Sequence Number")).isEqualTo("1000");
    assertThat(value(tcp, "SYN")).isEqualTo("set");
    assertThat(value(tcp, "ACK")).isEqualTo("not set");
    assertThat(value(tcp, "Maximum Segment Size")).isEqualTo("1460 bytes");
    assertThat(value(tcp, "Window Scale")).isEqualTo("×128");
    HeaderField window =
        tcp.fields().stream().filter(f -> f.name().equals("Window")).findFirst().orElseThrow();
    assertThat(window).extracting(HeaderField::bitOffset, HeaderField::bitWidth).contains(112, 16);
  }

  @Test
  void laysOutIpv6WithExtensionHeaders() {
    String fixed = Hex.IPV6_SYN.replace("001c0640", "00243c40");
    HeaderLayout ip =
        layouts(fixed.substring(0, fixed.indexOf(Hex.SYN)) + "0600010400000000" + Hex.SYN).get(0);
    assertThat(ip.length()).isEqualTo(48);
    assertThat(value(ip, "Next Header")).isEqualTo("60 (destination options)");
    assertThat(value(ip, "Extension Headers")).isEqualTo("8 bytes");
  }
}
