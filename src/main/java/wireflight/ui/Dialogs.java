package wireflight.ui;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for files. */
interface Dialogs {
  /** Which recording to open; empty if none after all. */
  Optional<Path> open();

  /**
   * Where to put a file; empty if nowhere after all.
   *
   * @param suggestion a name for it, with the ending that says its kind
   */
  Optional<Path> save(String suggestion);
}
