package wireflight.ui;

import java.util.List;

/**
 * Something that a person should know.
 *
 * @param kind how much it matters
 * @param sentence what happened and what to do next
 * @param details further lines, as the places in a file that could not be read
 */
record Notice(Kind kind, String sentence, List<String> details) {
  Notice {
    details = List.copyOf(details);
  }

  Notice(Kind kind, String sentence) {
    this(kind, sentence, List.of());
  }

  /** How much a notice matters. */
  enum Kind {
    DONE,
    WARNING,
    ERROR
  }
}
