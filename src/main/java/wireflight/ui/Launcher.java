package wireflight.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;

/** Opens the window from a program's main thread. */
public final class Launcher {
  private Launcher() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param file a recording to open in it
   */
  public static void open(Optional<Path> file) {
    Application.launch(
        WindowApp.class,
        file.map(path -> new String[] {path.toString()}).orElseGet(() -> new String[0]));
  }
}
