package wireflight.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wireflight.language.Saying;

/** Finds out whether a process can have a network of its own here, and what stands in the way. */
final class NetworkObstacle {
  private static final int CAP_SYS_ADMIN = 21;

  private final Machine machine;

  NetworkObstacle(Machine machine) {
    this.machine = machine;
  }

  /** What to put before a command so that it runs in a network of its own. */
  List<String> enter() {
    return mayUnshare()
        ? List.of("unshare", "--net")
        : List.of("unshare", "--user", "--map-root-user", "--net");
  }

  /** Tries it; if it fails, one sentence says why, and what can be done. */
  Optional<String> find() {
    if (!machine.property("os.name").equals("Linux")) {
      return Optional.of(Saying.english(NetworkObstacle.class, "onlyLinux"));
    }
    if (!machine.hasCommand("unshare")) {
      return Optional.of(Saying.english(NetworkObstacle.class, "noUnshare"));
    }
    List<String> command = new ArrayList<>(enter());
    command.add("true");
    Machine.Ran ran = machine.run(command);
    return ran.code() == 0 ? Optional.empty() : Optional.of(reason(ran.output().strip()));
  }

  private String reason(String said) {
    if (isSet("/proc/sys/user/max_net_namespaces", "0")) {
      return Saying.english(NetworkObstacle.class, "noNetworks");
    }
    if (!mayUnshare()) {
      if (isSet("/proc/sys/user/max_user_namespaces", "0")) {
        return Saying.english(NetworkObstacle.class, "usersOff");
      }
      if (isSet("/proc/sys/kernel/unprivileged_userns_clone", "0")) {
        return Saying.english(NetworkObstacle.class, "usersRoot");
      }
      if (isSet("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1")) {
        return Saying.english(NetworkObstacle.class, "appArmor");
      }
    }
    if (machine.exists(Path.of("/.dockerenv")) || machine.exists(Path.of("/run/.containerenv"))) {
      return Saying.english(NetworkObstacle.class, "container");
    }
    return Saying.english(NetworkObstacle.class, "notAllowed", said);
  }

  private boolean isSet(String file, String value) {
    return machine.read(Path.of(file)).filter(value::equals).isPresent();
  }

  private boolean mayUnshare() {
    return machine
        .read(Path.of("/proc/self/status"))
        .map(NetworkObstacle::hasSysAdmin)
        .orElse(false);
  }

  private static boolean hasSysAdmin(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("CapEff:"))
        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .anyMatch(set -> (set >> CAP_SYS_ADMIN & 1) == 1);
  }
}
