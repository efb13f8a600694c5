package wireflight.application;

import java.util.Map;

/** What TLS calls its numbers (RFC 8446, section 4 and appendix B; RFC 5246, appendix A). */
final class TlsNames {
  private static final Map<Integer, String> HANDSHAKES =
      Map.ofEntries(
          Map.entry(0, "Hello Request"),
          Map.entry(1, "Client Hello"),
          Map.entry(2, "Server Hello"),
          Map.entry(3, "Hello Verify Request"),
          Map.entry(4, "New Session Ticket"),
          Map.entry(5, "End of Early Data"),
          Map.entry(6, "Hello Retry Request"),
          Map.entry(8, "Encrypted Extensions"),
          Map.entry(11, "Certificate"),
          Map.entry(12, "Server Key Exchange"),
          Map.entry(13, "Certificate Request"),
          Map.entry(14, "Server Hello Done"),
          Map.entry(15, "Certificate Verify"),
          Map.entry(16, "Client Key Exchange"),
          Map.entry(20, "Finished"),
          Map.entry(21, "Certificate URL"),
          Map.entry(22, "Certificate Status"),
          Map.entry(23, "Supplemental Data"),
          Map.entry(24, "Key Update"),
          Map.entry(25, "Compressed Certificate"),
          Map.entry(67, "Next Protocol"));

  private static final Map<Integer, String> ALERTS =
      Map.ofEntries(
          Map.entry(0, "close_notify"),
          Map.entry(10, "unexpected_message"),
          Map.entry(20, "bad_record_mac"),
          Map.entry(22, "record_overflow"),
          Map.entry(40, "handshake_failure"),
          Map.entry(42, "bad_certificate"),
          Map.entry(43, "unsupported_certificate"),
          Map.entry(44, "certificate_revoked"),
          Map.entry(45, "certificate_expired"),
          Map.entry(46, "certificate_unknown"),
          Map.entry(47, "illegal_parameter"),
          Map.entry(48, "unknown_ca"),
          Map.entry(49, "access_denied"),
          Map.entry(50, "decode_error"),
          Map.entry(51, "decrypt_error"),
          Map.entry(70, "protocol_version"),
          Map.entry(71, "insufficient_security"),
          Map.entry(80, "internal_error"),
          Map.entry(86, "inappropriate_fallback"),
          Map.entry(90, "user_canceled"),
          Map.entry(100, "no_renegotiation"),
          Map.entry(109, "missing_extension"),
          Map.entry(110, "unsupported_extension"),
          Map.entry(112, "unrecognized_name"),
          Map.entry(113, "bad_certificate_status_response"),
          Map.entry(115, "unknown_psk_identity"),
          Map.entry(116, "certificate_required"),
          Map.entry(120, "no_application_protocol"));

  private static final Map<Integer, String> CIPHERS =
      Map.ofEntries(
          Map.entry(0x1301, "TLS_AES_128_GCM_SHA256"),
          Map.entry(0x1302, "TLS_AES_256_GCM_SHA384"),
          Map.entry(0x1303, "TLS_CHACHA20_POLY1305_SHA256"),
          Map.entry(0x0004, "TLS_RSA_WITH_RC4_128_MD5"),
          Map.entry(0x0005, "TLS_RSA_WITH_RC4_128_SHA"),
          Map.entry(0x000a, "TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
          Map.entry(0x002f, "TLS_RSA_WITH_AES_128_CBC_SHA"),
          Map.entry(0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA"),
          Map.entry(0x003c, "TLS_RSA_WITH_AES_128_CBC_SHA256"),
          Map.entry(0x009c, "TLS_RSA_WITH_AES_128_GCM_SHA256"),
          Map.entry(0x009d, "TLS_RSA_WITH_AES_256_GCM_SHA384"),
          Map.entry(0xc009, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"),
          Map.entry(0xc00a, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"),
          Map.entry(0xc013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"),
          Map.entry(0xc014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"),
          Map.entry(0xc02b, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
          Map.entry(0xc02c, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"),
          Map.entry(0xc02f, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
          Map.entry(0xc030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
          Map.entry(0xcca8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
          Map.entry(0xcca9, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"));

  private TlsNames() {}

  static boolean isHandshake(int type) {
    return HANDSHAKES.containsKey(type);
  }

  static String handshake(int type) {
    return HANDSHAKES.getOrDefault(type, "Handshake type " + type);
  }

  static String alert(int description) {
    return ALERTS.getOrDefault(description, "alert " + description);
  }

  static String cipher(int suite) {
    return CIPHERS.getOrDefault(suite, String.format("cipher suite 0x%04x", suite));
  }

  static String version(int version) {
    return switch (version) {
      case 0x0300 -> "SSL 3.0";
      case 0x0301 -> "TLS 1.0";
      case 0x0302 -> "TLS 1.1";
      case 0x0303 -> "TLS 1.2";
      case 0x0304 -> "TLS 1.3";
      default ->
          version >>> 8 == 0x7f
              ? "TLS 1.3 draft " + (version & 0xff)
              : String.format("version 0x%04x", version);
    };
  }
}
