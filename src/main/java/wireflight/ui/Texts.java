package wireflight.ui;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the window says, in the language of its locale. Immutable. */
final class Texts {
  private static final char NARROW_SPACE = '\u202f';

  private final ResourceBundle bundle;
  private final Locale locale;

  Texts(Locale locale) {
    this.locale = locale;
    bundle = ResourceBundle.getBundle("wireflight.ui.texts", locale);
  }

  /** The text of a key, its numbered places filled with the arguments. */
  String get(String key, Object... arguments) {
    MessageFormat message = new MessageFormat(bundle.getString(key), locale);
    Format[] formats = message.getFormatsByArgumentIndex();
    for (int i = 0; i < Math.min(formats.length, arguments.length); i++) {
      if (formats[i] == null && arguments[i] instanceof Number) {
        message.setFormatByArgumentIndex(i, numbers());
      }
    }
    return message.format(arguments);
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
  Locale locale() {
    return locale;
  }
}
