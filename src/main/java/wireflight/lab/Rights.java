package wireflight.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process may do on Linux, as the kernel says in {@code /proc}. */
final class Rights {
  private static final int NET_BIND_SERVICE = 10;
  private static final int USUAL_LOWEST_PORT = 1024;

  private Rights() {}

  /** The lowest port that it may bind. */
  static int lowestPort() {
    if (has(NET_BIND_SERVICE)) {
      return 0;
    }
    try {
      Path setting = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
      return Integer.parseInt(Files.readString(setting).strip());
    } catch (IOException | NumberFormatException e) {
      return System.getProperty("os.name").equals("Linux") ? USUAL_LOWEST_PORT : 0;
    }
  }

  private static boolean has(int capability) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("CapEff:")) {
          return (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> capability & 1) == 1;
        }
      }
    } catch (IOException e) {
      // No /proc: no Linux.
      return false;
    }
    return false;
  }
}
