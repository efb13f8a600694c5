package wireflight.ui;

import java.util.Locale;
import wireflight.language.Language;

/**
 * What the window says, and the language that all around it speak too. Safe for several threads.
 */
final class Texts {
  private volatile Language language;

  Texts(Language language) {
    this.language = language;
  }

  /** Speaks another language from now on. */
  void speak(Language other) {
    language = other;
  }

  /** The text of a key, its numbered places filled with the arguments. */
  String get(String key, Object... arguments) {
    return language.texts(Texts.class).get(key, arguments);
  }

  Language language() {
    return language;
  }

  /** For numbers and dates. */
  Locale locale() {
    return language.locale();
  }
}
