package wireflight.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a check-up asks of the machine it runs on. */
public interface Machine {
  /** A system property of Java; empty where there is none. */
  String property(String name);

  /** The file's text without white space at its ends; empty where it cannot be read. */
  Optional<String> read(Path file);

  /** Whether there is such a file, readable or not. */
  boolean exists(Path file);

  /** Whether a command of this name is on the path. */
  boolean hasCommand(String name);

  /** Runs a command to its end. */
  Ran run(List<String> command);

  /**
   * How a command ended.
   *
   * @param code its exit code; -1 if it could not be started
   * @param output what it wrote, to either stream
   */
  record Ran(int code, String output) {}
}
