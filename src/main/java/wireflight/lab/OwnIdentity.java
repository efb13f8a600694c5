package wireflight.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who a program is within a network of its own: the person who started it, as everywhere else.
 *
 * <p>To make the network, the worker has become root in a user namespace (see {@link OwnNetwork}),
 * and programs such as database servers refuse to run as root.
 */
final class OwnIdentity {
  private static final Path LOWEST_PORT = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");

  private final Machine machine;

  OwnIdentity(Machine machine) {
    this.machine = machine;
  }

  /** What to put before a command so that it runs as that person; nothing where it does anyway. */
  List<String> keep() {
    Optional<String> user = mapped("uid");
    Optional<String> group = mapped("gid");
    if (user.isEmpty() || group.isEmpty()) {
      return List.of();
    }
    List<String> enter =
        List.of("unshare", "--user", "--map-user=" + user.get(), "--map-group=" + group.get());
    return machine.run(with(enter, "true")).code() == 0 ? enter : List.of();
  }

  /** Lets everybody in this network bind every port: the network is the program's own. */
  static void openPorts() {
    try {
      Files.writeString(LOWEST_PORT, "0");
    } catch (IOException e) {
      // An older kernel keeps it from namespaces; ports from 1024 on are open all the same.
      return;
    }
  }

  // "0 1000 1": who is 0 here is 1000 outside, and nobody else is known.
  private Optional<String> mapped(String kind) {
    return machine
        .read(Path.of("/proc/self/" + kind + "_map"))
        .map(map -> map.strip().split("\\s+"))
        .filter(map -> map.length == 3 && map[0].equals("0") && !map[1].equals("0"))
        .map(map -> map[1]);
  }

  private static List<String> with(List<String> command, String last) {
    return Stream.concat(command.stream(), Stream.of(last)).toList();
  }
}
