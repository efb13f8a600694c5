package wireflight.language;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The texts of one package in one language, by key. Immutable; any thread may read it.
 *
 * <p>Every text is a pattern of {@link MessageFormat}: its places are numbered, and an apostrophe
 * is written twice.
 */
public final class Texts {
  private static final char NARROW_SPACE = '\u202f';

  private final ResourceBundle bundle;
  private final Locale locale;
  private final Map<String, Optional<Template>> templates = new ConcurrentHashMap<>();

  /** Patterns that need more than a template, parsed; each use takes a copy. */
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  /** Of a bundle and a locale: English stands in the bundle's root file. */
  Texts(String bundle, Locale locale) {
    this.locale = locale;
    // Without this, a machine's own language would come before the root file.
    ResourceBundle.Control exact =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    this.bundle = ResourceBundle.getBundle(bundle, locale, exact);
  }

  /**
   * The text of a key, its numbered places filled with the arguments; numbers have their thousands
   * set apart.
   *
   * @throws java.util.MissingResourceException if there is no such key
   */
  public String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return pattern;
    }
    Optional<Template> template = templates.computeIfAbsent(key, _ -> Template.of(pattern));
    if (template.isPresent()) {
      return template.get().fill(arguments, this::written);
    }
    MessageFormat parsed = formats.computeIfAbsent(key, _ -> new MessageFormat(pattern, locale));
    MessageFormat message = (MessageFormat) parsed.clone();
    Format[] given = message.getFormatsByArgumentIndex();
    for (int i = 0; i < Math.min(given.length, arguments.length); i++) {
      if (given[i] == null && arguments[i] instanceof Number) {
        message.setFormatByArgumentIndex(i, numbers());
      }
    }
    return message.format(arguments);
  }

  /**
   * Which text was asked for when something was said.
   *
   * @param places what stands in its places
   * @param letters how many letters it says itself
   */
  record Found(String key, Map<Integer, String> places, int letters) {
    /** What stands in its places, put otherwise. */
    Object[] arguments(UnaryOperator<String> put) {
      int count = places.keySet().stream().mapToInt(place -> place + 1).max().orElse(0);
      Object[] arguments = new Object[count];
      Arrays.fill(arguments, "");
      places.forEach((place, text) -> arguments[place] = put.apply(text));
      return arguments;
    }
  }

  /** The text that has been asked for when this was said, the most talkative of those it may be. */
  Optional<Found> find(String said) {
    Found best = null;
    for (String key : bundle.keySet()) {
      Template template =
          templates.computeIfAbsent(key, _ -> Template.of(bundle.getString(key))).orElse(null);
      if (template != null && (best == null || template.letters() > best.letters)) {
        Map<Integer, String> places = template.places(said).orElse(null);
        best = places == null ? best : new Found(key, places, template.letters());
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether there is a text for a key. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  private String written(Object argument) {
    return argument instanceof Number ? numbers().format(argument) : String.valueOf(argument);
  }

  /** Digits in threes with a narrow space, which no language reads as a decimal mark. */
  private NumberFormat numbers() {
    NumberFormat numbers = NumberFormat.getIntegerInstance(locale);
    if (numbers instanceof DecimalFormat decimal) {
      DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
      symbols.setGroupingSeparator(NARROW_SPACE);
      decimal.setDecimalFormatSymbols(symbols);
    }
    return numbers;
  }

  /** For numbers and dates. */
  public Locale locale() {
    return locale;
  }
}
