package wireflight.packet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wireflight.language.Texts;

/** The fields of an Ethernet header (IEEE 802.3, clause 3). */
final class LinkLayouts {
  private static final int ETHERNET = 1;

  private LinkLayouts() {}

  /** The link-layer header of a frame; null where its link type has none that is laid out. */
  static @Nullable HeaderLayout of(int linkType, HeaderLayout.Bytes bytes) {
    if (linkType != ETHERNET || !bytes.holds(0, 0, 112)) {
      return null;
    }
    return new LayoutBuilder(bytes, 0)
        .text(48, "Destination Address", address(bytes, 0), "link.destination")
        .text(48, "Source Address", address(bytes, 6), "link.source")
        .field(16, "EtherType", number -> type(bytes.texts(), number), "link.type")
        .build("Ethernet");
  }

  private static String address(HeaderLayout.Bytes bytes, int at) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(i == 0 ? "" : ":")
          .append(String.format(Locale.ROOT, "%02x", bytes.bits(at + i, 0, 8)));
    }
    return text.toString();
  }

  private static String type(Texts texts, long number) {
    String name =
        switch ((int) number) {
          case 0x0800 -> "IPv4";
          case 0x0806 -> "ARP";
          case 0x8100 -> texts.get("link.vlan");
          case 0x86dd -> "IPv6";
          case 0x88a8 -> texts.get("link.serviceVlan");
          default -> "";
        };
    String written = String.format(Locale.ROOT, "0x%04x", number);
    return name.isEmpty() ? written : written + " (" + name + ")";
  }
}
