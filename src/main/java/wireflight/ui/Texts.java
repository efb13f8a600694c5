package wireflight.ui;

import java.util.Locale;
import wireflight.language.Language;

/** What the window says, and the language that all around it speak too. Immutable. */
final class Texts {
  private final Language language;
  private final wireflight.language.Texts window;

  Texts(Language language) {
    this.language = language;
    this.window = language.texts(Texts.class);
  }

  /** The text of a key, its numbered places filled with the arguments. */
  String get(String key, Object... arguments) {
    return window.get(key, arguments);
  }

  Language language() {
    return language;
  }

  /** For numbers and dates. */
  Locale locale() {
    return language.locale();
  }
}
