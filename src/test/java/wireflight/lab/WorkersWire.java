package wireflight.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether a worker can have a wire here. It has rights in its own network that the tests' process
 * need not have.
 */
final class WorkersWire {
  private static final Path TUN = Path.of("/dev/net/tun");

  private WorkersWire() {}

  /** Skips the test where a worker can have none. */
  static void assumePossible() {
    assumeTrue(isPossible(), "needs namespaces and a /dev/net/tun that this user may open");
  }

  static boolean isPossible() {
    if (Trial.WIRE.outcome().isEmpty()) {
      return true;
    }
    return !"root".equals(System.getProperty("user.name")) && OwnNetwork.available() && opens();
  }

  private static boolean opens() {
    try (FileChannel tun =
        FileChannel.open(TUN, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return tun.isOpen();
    } catch (IOException e) {
      return false;
    }
  }
}
