package wireflight.capture;

import wireflight.language.Saying;

/** The sentences that tell a person how to be allowed to capture. */
final class Advice {
  private Advice() {}

  /** This user may not capture. */
  static String noRights(String interfaceName) {
    // Not setcap: a Java with file capabilities no longer finds its own libraries.
    return say("noRights." + system(), interfaceName);
  }

  /** The interface is not up. */
  static String down(String interfaceName) {
    return say("down", interfaceName);
  }

  /** There is no such interface. */
  static String unknown(String interfaceName) {
    return say("unknown", interfaceName);
  }

  /** libpcap is missing. */
  static String noLibrary() {
    return say("noLibrary." + system());
  }

  private static String system() {
    return switch (System.getProperty("os.name")) {
      case "Linux" -> "linux";
      case "Mac OS X" -> "mac";
      default -> "other";
    };
  }

  private static String say(String key, Object... places) {
    return Saying.english(Advice.class, key, places);
  }
}
