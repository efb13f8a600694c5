package wireflight.diagram;

import wireflight.language.Texts;

/** What kind of port number it is (RFC 6335, section 6). */
enum PortKind {
  /** 0 to 1023: assigned to services, and only the system's administrator may bind them. */
  WELL_KNOWN,
  /** 1024 to 49151: registered for services, or free for any. */
  REGISTERED,
  /** Chosen by the system for a client, from a range of its own. */
  EPHEMERAL;

  private static final int REGISTERED_FROM = 1024;
  private static final int DYNAMIC_FROM = 49152;

  /**
   * The kind of a port.
   *
   * <p>Systems choose ephemeral ports from below 49152 too, Linux from 32768 on; so a client's port
   * above the well-known ones counts as ephemeral.
   */
  static PortKind of(int port, boolean client) {
    if (port < REGISTERED_FROM) {
      return WELL_KNOWN;
    }
    return client || port >= DYNAMIC_FROM ? EPHEMERAL : REGISTERED;
  }

  /** Its place in a legend, from 0. */
  int place() {
    return switch (this) {
      case WELL_KNOWN -> 0;
      case REGISTERED -> 1;
      case EPHEMERAL -> 2;
    };
  }

  /** For people, with the service's name where the registry has one. */
  String text(Texts texts, String service) {
    return switch (this) {
      case WELL_KNOWN -> known(texts, "portKind.wellKnown", service);
      case REGISTERED -> known(texts, "portKind.registered", service);
      case EPHEMERAL -> texts.get("portKind.ephemeral");
    };
  }

  private static String known(Texts texts, String key, String service) {
    return service.isEmpty() ? texts.get(key) : texts.get(key + ".service", service);
  }
}
