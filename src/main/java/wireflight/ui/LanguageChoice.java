package wireflight.ui;

import java.util.Optional;
import wireflight.language.Language;

/**
 * Which language the window speaks: that of the system until a person chooses.
 *
 * <p>For the JavaFX thread only.
 */
final class LanguageChoice {
  private final Language system;
  private final Texts texts;
  private final Runnable spoken;
  private Optional<Language> chosen;

  /**
   * Speaks what was chosen, or what the system speaks.
   *
   * @param texts in the language of the system
   * @param spoken says everything anew in another language
   */
  LanguageChoice(Texts texts, Optional<Language> chosen, Runnable spoken) {
    this.system = texts.language();
    this.texts = texts;
    this.chosen = chosen;
    this.spoken = spoken;
    texts.speak(chosen.orElse(system));
  }

  /** What a person has chosen; empty while the system decides. */
  Optional<Language> chosen() {
    return chosen;
  }

  /** Speaks this language from now on; empty for that of the system. */
  void choose(Optional<Language> language) {
    if (!language.equals(chosen)) {
      chosen = language;
      texts.speak(language.orElse(system));
      spoken.run();
    }
  }
}
