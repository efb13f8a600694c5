package wireflight.ui;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for files and programs. */
interface Dialogs {
  /** Which recording to open; empty if none after all. */
  Optional<Path> open();

  /**
   * A program of a person's own.
   *
   * @param commandLine as for a shell
   * @param folder where it starts
   */
  record Program(String commandLine, Path folder) {}

  /** Which program to run; empty if none after all. */
  Optional<Program> program();

  /**
   * Where to put a file; empty if nowhere after all.
   *
   * @param suggestion a name for it, with the ending that says its kind
   */
  Optional<Path> save(String suggestion);

  /**
   * Where to put a lesson, among the person's own unless told otherwise; empty if nowhere after
   * all.
   *
   * @param suggestion a name for it
   */
  Optional<Path> lesson(String suggestion);

  /**
   * What to export; empty if nothing after all.
   *
   * @param start what is chosen at first
   * @param source what it can be made of
   */
  Optional<ExportChoice> export(ExportChoice start, ExportSource source);
}
