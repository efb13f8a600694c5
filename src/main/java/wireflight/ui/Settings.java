package wireflight.ui;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import wireflight.trace.AtomicFile;

/**
 * What the window remembers from one day to the next, in one small file.
 *
 * <p>Where nothing can be read or written, as on a laptop that is locked down, it forgets, and
 * nothing else happens.
 */
final class Settings {
  private static final int MOST_RECENT = 8;

  private final Optional<Path> file;
  private final Properties values = new Properties();

  /**
   * Reads what there is.
   *
   * @param file where it is kept; empty to forget everything
   */
  Settings(Optional<Path> file) {
    this.file = file;
    file.filter(Files::isReadable).ifPresent(this::read);
  }

  private void read(Path from) {
    try (Reader in = Files.newBufferedReader(from, StandardCharsets.UTF_8)) {
      values.load(in);
    } catch (IOException | IllegalArgumentException damaged) {
      values.clear();
    }
  }

  /** The file in the place that the system has for such files. */
  static Optional<Path> usual(String system, String home, UnaryOperator<String> environment) {
    try {
      Path folder;
      if (system.startsWith("Windows")) {
        String roaming = environment.apply("APPDATA");
        folder = roaming.isEmpty() ? Path.of(home, "AppData", "Roaming") : Path.of(roaming);
      } else if (system.startsWith("Mac")) {
        folder = Path.of(home, "Library", "Application Support");
      } else {
        String config = environment.apply("XDG_CONFIG_HOME");
        folder = config.isEmpty() ? Path.of(home, ".config") : Path.of(config);
      }
      return Optional.of(folder.resolve("wireflight").resolve("settings.properties"));
    } catch (InvalidPathException noSuchPlace) {
      return Optional.empty();
    }
  }

  String get(String key, String otherwise) {
    return values.getProperty(key, otherwise);
  }

  /** Whether something is so. */
  boolean get(String key, boolean otherwise) {
    String value = values.getProperty(key, "");
    return value.equals("true") || otherwise && !value.equals("false");
  }

  /** One of some alternatives, by its name. */
  <E extends Enum<E>> E get(String key, E otherwise) {
    for (E each : otherwise.getDeclaringClass().getEnumConstants()) {
      if (each.name().equals(values.getProperty(key))) {
        return each;
      }
    }
    return otherwise;
  }

  /** A number, if there is one within the range. */
  double number(String key, double otherwise, double least, double most) {
    try {
      double value = Double.parseDouble(values.getProperty(key, ""));
      return value >= least && value <= most ? value : otherwise;
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  /** Remembers something; {@link #save} keeps it. */
  void put(String key, Object value) {
    values.setProperty(key, value.toString());
  }

  /** The files opened last, the latest first, of those that are still there. */
  List<Path> recent() {
    List<Path> recent = new ArrayList<>();
    for (int i = 1; i <= MOST_RECENT; i++) {
      path(values.getProperty("recent." + i, ""))
          .filter(Files::isRegularFile)
          .ifPresent(recent::add);
    }
    return recent;
  }

  // A file of settings may come from another system, whose paths are none here.
  private static Optional<Path> path(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException fromAnotherSystem) {
      return Optional.empty();
    }
  }

  /** Puts a file first among those opened last, and keeps that at once. */
  void opened(Path opened) {
    List<Path> recent = recent();
    Path whole = opened.toAbsolutePath().normalize();
    recent.remove(whole);
    recent.addFirst(whole);
    for (int i = 1; i <= MOST_RECENT; i++) {
      values.remove("recent." + i);
      if (i <= recent.size()) {
        put("recent." + i, recent.get(i - 1));
      }
    }
    save();
  }

  /** Keeps everything, if that can be done; says whether it could. */
  boolean save() {
    return file.map(this::write).orElse(false);
  }

  private boolean write(Path to) {
    try {
      StringWriter text = new StringWriter();
      values.store(text, "Wireflight");
      Files.createDirectories(to.toAbsolutePath().getParent());
      AtomicFile.write(to, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
      return true;
    } catch (IOException | SecurityException lockedDown) {
      return false;
    }
  }
}
