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

  /**
   * What to export; empty if nothing after all.
   *
   * @param start what is chosen at first
   * @param steps how many the recording has
   * @param preview shows what a choice would give
   */
  Optional<ExportChoice> export(ExportChoice start, int steps, ExportForm.Preview preview);
}
