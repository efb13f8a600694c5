package wireflight.application;

import java.util.ArrayList;
import java.util.List;

/** What a ClientHello or ServerHello says in the clear (RFC 8446, section 4.1). */
final class TlsHello {
  /** The random of a ServerHello that is a HelloRetryRequest starts so (section 4.1.3). */
  private static final String RETRY = "cf21ad74e59a6111be1d8c021e65b891";

  private static final int SERVER_NAME = 0;
  private static final int PROTOCOLS = 16;
  private static final int VERSIONS = 43;

  private final boolean client;
  private final ByteReader in;
  private final List<String> protocols = new ArrayList<>();
  private int version;
  private int cipher;
  private int ciphers;
  private String serverName = "";
  private boolean retry;
  private boolean sound;

  private TlsHello(byte[] body, boolean client) {
    this.client = client;
    in = new ByteReader(body);
  }

  /** Reads the body of a hello, the handshake header left out. */
  static TlsHello parse(byte[] body, boolean client) {
    TlsHello hello = new TlsHello(body, client);
    hello.read();
    return hello;
  }

  private void read() {
    version = in.two();
    retry = !client && in.part(32).hex(16).startsWith(RETRY);
    if (client) {
      in.skip(32);
    }
    in.skip(in.one());
    if (client) {
      ciphers = in.two() / 2;
      in.skip(ciphers * 2);
      in.skip(in.one());
    } else {
      cipher = in.two();
      in.one();
    }
    if (in.left() > 0) {
      ByteReader extensions = in.part(in.two());
      while (extensions.left() >= 4) {
        int type = extensions.two();
        extension(type, extensions.part(extensions.two()));
      }
      sound = !extensions.failed();
    } else {
      sound = true;
    }
    sound &= !in.failed();
  }

  private void extension(int type, ByteReader body) {
    switch (type) {
      case SERVER_NAME -> serverName(body);
      case PROTOCOLS -> {
        ByteReader list = body.part(body.two());
        while (list.left() > 0 && protocols.size() < 32) {
          protocols.add(list.part(list.one()).text());
        }
      }
      case VERSIONS -> versions(body);
      default -> {}
    }
  }

  /** The host_name among the names (RFC 6066, section 3). */
  private void serverName(ByteReader body) {
    if (body.left() == 0) {
      return;
    }
    ByteReader list = body.part(body.two());
    while (list.left() >= 3) {
      int type = list.one();
      String name = list.part(list.two()).text();
      if (type == 0 && serverName.isEmpty()) {
        serverName = name;
      }
    }
  }

  /** The highest version offered, or the one chosen (RFC 8446, section 4.2.1). */
  private void versions(ByteReader body) {
    if (!client) {
      version = body.two();
      return;
    }
    ByteReader list = body.part(body.one());
    while (list.left() >= 2) {
      int offered = list.two();
      boolean reserved = (offered & 0x0f0f) == 0x0a0a;
      if (!reserved && rank(offered) > rank(version)) {
        version = offered;
      }
    }
  }

  /** Drafts of TLS 1.3 (0x7fxx) come before it and after TLS 1.2. */
  private static int rank(int version) {
    return version >>> 8 == 0x7f ? 0x0303 : version;
  }

  int version() {
    return version;
  }

  boolean isSound() {
    return sound;
  }

  String summary() {
    if (client) {
      return serverName.isEmpty() ? "Client Hello" : "Client Hello (SNI=" + serverName + ")";
    }
    return (retry ? "Hello Retry Request" : "Server Hello")
        + ", "
        + TlsNames.version(version)
        + ", "
        + TlsNames.cipher(cipher);
  }

  List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("version", TlsNames.version(version)));
    if (!serverName.isEmpty()) {
      fields.add(new Field("server name", serverName));
    }
    if (!protocols.isEmpty()) {
      fields.add(new Field("ALPN", String.join(", ", protocols)));
    }
    fields.add(
        client
            ? new Field("cipher suites", Integer.toString(ciphers))
            : new Field("cipher suite", TlsNames.cipher(cipher)));
    return fields;
  }
}
