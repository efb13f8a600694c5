package wireflight.capture;

/** The sentences that tell a person how to be allowed to capture. */
final class Advice {
  private Advice() {}

  /** This user may not capture. */
  static String noRights(String interfaceName) {
    String why = "This user may not capture on " + interfaceName + ": ";
    return switch (System.getProperty("os.name")) {
      // Not setcap: a Java with file capabilities no longer finds its own libraries.
      case "Linux" -> why + "start Wireflight as root, with `sudo`.";
      case "Mac OS X" ->
          why + "allow it with `sudo chmod o+r /dev/bpf*`, or install Wireshark's ChmodBPF.";
      default -> why + "run it as an administrator.";
    };
  }

  /** The interface is not up. */
  static String down(String interfaceName) {
    return "The interface "
        + interfaceName
        + " is down: take it up with `sudo ip link set "
        + interfaceName
        + " up`.";
  }

  /** There is no such interface. */
  static String unknown(String interfaceName) {
    return "There is no network interface “" + interfaceName + "” here.";
  }

  /** libpcap is missing. */
  static String noLibrary() {
    return switch (System.getProperty("os.name")) {
      case "Linux" ->
          "libpcap is not installed: install it with `sudo apt install libpcap0.8` (Fedora: `sudo dnf"
              + " install libpcap`).";
      case "Mac OS X" -> "libpcap, which comes with macOS, could not be loaded.";
      default ->
          "Npcap is not installed: get it from https://npcap.com and start Wireflight again.";
    };
  }
}
