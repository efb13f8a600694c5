package wireflight.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A machine that is as a test says. */
final class FakeMachine implements Machine {
  private static final String ORDINARY = "Name:\tjava\nCapEff:\t0000000000000000\n";
  private static final String ROOT = "Name:\tjava\nCapEff:\t000001ffffffffff\n";

  final Map<Path, String> files = new HashMap<>(Map.of(Path.of("/proc/self/status"), ORDINARY));
  final Set<String> commands = new HashSet<>(Set.of("unshare"));
  final List<List<String>> ran = new ArrayList<>();
  Function<List<String>, Ran> running = command -> new Ran(0, "");
  String system = "Linux";

  FakeMachine asRoot() {
    files.put(Path.of("/proc/self/status"), ROOT);
    return this;
  }

  FakeMachine with(String file, String text) {
    files.put(Path.of(file), text);
    return this;
  }

  @Override
  public String property(String name) {
    return name.equals("os.name") ? system : "the " + name;
  }

  @Override
  public Optional<String> read(Path file) {
    return Optional.ofNullable(files.get(file));
  }

  @Override
  public boolean exists(Path file) {
    return files.containsKey(file);
  }

  @Override
  public boolean hasCommand(String name) {
    return commands.contains(name);
  }

  @Override
  public Ran run(List<String> command) {
    ran.add(command);
    return running.apply(command);
  }
}
