package wireflight.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import wireflight.capture.LinuxInterface;
import wireflight.capture.SystemCall;

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
    if (!SystemCall.available()) {
      return false;
    }
    List<String> command = new ArrayList<>(enter());
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What to put before a command so that it runs in one. */
  static List<String> enter() {
    return Rights.mayUnshare()
        ? List.of("unshare", "--net")
        : List.of("unshare", "--user", "--map-root-user", "--net");
  }

  /** Takes up the loopback interface of the network that this process was started in. */
  static void setUp() throws IOException {
    LinuxInterface loopback = new LinuxInterface("lo");
    loopback.setMtu(MTU);
    loopback.bringUp();
  }
}
