package wireflight.lab;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import wireflight.capture.LinuxInterface;

/**
 * A network namespace of a process's own (Linux): a quiet loopback, every port free, nobody else on
 * it. It needs root, or a kernel that lets everybody make user namespaces.
 */
final class OwnNetwork {
  /** As Ethernet has it, so that segments look as they do in a real network. */
  private static final int MTU = 1500;

  private OwnNetwork() {}

  /** Whether a process of this user can have one. */
  static boolean available() {
    return obstacle().isEmpty();
  }

  /** One sentence on why it cannot, and what can be done; empty if it can. Tries it, in some ms. */
  static Optional<String> obstacle() {
    return new NetworkObstacle(new ThisMachine()).find();
  }

  /** What to put before a command so that it runs in one. */
  static List<String> enter() {
    return new NetworkObstacle(new ThisMachine()).enter();
  }

  /** Takes up the loopback interface of the network that this process was started in. */
  static void setUp() throws IOException {
    LinuxInterface loopback = new LinuxInterface("lo");
    loopback.setMtu(MTU);
    loopback.cutSegments();
    loopback.bringUp();
  }
}
