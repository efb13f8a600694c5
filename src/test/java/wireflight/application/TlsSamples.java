package wireflight.application;

import java.nio.charset.StandardCharsets;

/** TLS records built by hand, field by field, as RFC 8446 lays them out. */
final class TlsSamples {
  private TlsSamples() {}

  static byte[] record(int type, byte[] payload) {
    return Talk.join(new byte[] {(byte) type, 3, 3}, two(payload.length), payload);
  }

  static byte[] handshake(int type, byte[] body) {
    return Talk.join(new byte[] {(byte) type, 0}, two(body.length), body);
  }

  static byte[] two(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  static byte[] clientHello(String name) {
    return record(22, handshake(1, clientHelloBody(name)));
  }

  static byte[] clientHelloBody(String name) {
    byte[] host = name.getBytes(StandardCharsets.US_ASCII);
    byte[] list = Talk.join(new byte[] {0}, two(host.length), host);
    byte[] names = extension(0, Talk.join(two(list.length), list));
    byte[] protocols = extension(16, Talk.hex("000c 02 6832 08 687474702f312e31"));
    byte[] versions = extension(43, Talk.hex("06 1a1a 0304 0303"));
    byte[] extensions = Talk.join(names, protocols, versions);
    byte[] suites = Talk.hex("0004 1301 1302");
    return Talk.join(
        two(0x0303),
        new byte[32],
        new byte[] {0},
        suites,
        new byte[] {1, 0},
        two(extensions.length),
        extensions);
  }

  static byte[] serverHelloBody() {
    byte[] versions = extension(43, two(0x0304));
    return Talk.join(
        two(0x0303),
        new byte[32],
        new byte[] {0},
        two(0x1301),
        new byte[] {0},
        two(versions.length),
        versions);
  }

  private static byte[] extension(int type, byte[] body) {
    return Talk.join(two(type), two(body.length), body);
  }
}
