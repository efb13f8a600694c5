package wireflight.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A language that the program speaks. Any thread may ask it for texts. */
public enum Language {
  /** The language of the command line, of recordings and of whoever has none of the others. */
  ENGLISH(Locale.ENGLISH, "English"),
  GERMAN(Locale.GERMAN, "Deutsch");

  private final Locale locale;
  private final String ownName;

  @SuppressWarnings("ImmutableEnumChecker") // what was loaded once stays as it is
  private final Map<String, Texts> rooms = new ConcurrentHashMap<>();

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  /** The language that people with this locale read best: theirs, or else English. */
  public static Language of(Locale locale) {
    for (Language language : values()) {
      if (language.locale.getLanguage().equals(locale.getLanguage())) {
        return language;
      }
    }
    return ENGLISH;
  }

  /** The language with a code of ISO 639, as in {@code de}; English for every other. */
  public static Language of(String code) {
    return of(Locale.of(code));
  }

  /** The code of ISO 639. */
  public String code() {
    return locale.getLanguage();
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** For numbers and dates. */
  public Locale locale() {
    return locale;
  }

  /**
   * What some packages have said in English, in a recording or from another process, in this
   * language; what none of them says stays as it is.
   *
   * @param speakers any class of each of the packages
   */
  public String put(String english, List<Class<?>> speakers) {
    if (this == ENGLISH) {
      return english;
    }
    Texts.Found best = null;
    Class<?> whose = null;
    for (Class<?> speaker : speakers) {
      Texts.Found found = ENGLISH.texts(speaker).find(english).orElse(null);
      if (found != null && (best == null || found.letters() > best.letters())) {
        best = found;
        whose = speaker;
      }
    }
    return best == null || whose == null
        ? english
        : texts(whose).get(best.key(), best.arguments(place -> put(place, speakers)));
  }

  /**
   * The texts of a package in this language.
   *
   * @param speaker any class of the package
   * @throws java.util.MissingResourceException if the package has no texts
   */
  public Texts texts(Class<?> speaker) {
    return rooms.computeIfAbsent(
        speaker.getPackageName(), room -> new Texts(room + ".texts", locale));
  }
}
