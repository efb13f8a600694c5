package wireflight.ui;

import java.util.List;
import java.util.Locale;
import wireflight.capture.CaptureException;
import wireflight.lab.Lesson;
import wireflight.language.Language;
import wireflight.wire.Wire;

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

  /**
   * In this language what the lab, the wire or a capture has said in English: in a recording, or
   * from the worker's process.
   */
  String put(String english) {
    return put(english, language);
  }

  /** The same in some language. */
  static String put(String english, Language into) {
    return into.put(english, List.of(Lesson.class, Wire.class, CaptureException.class));
  }

  Language language() {
    return language;
  }

  /** For numbers and dates. */
  Locale locale() {
    return language.locale();
  }
}
