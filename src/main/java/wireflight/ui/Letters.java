package wireflight.ui;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the letters of a style sheet larger. */
final class Letters {
  private static final Pattern SIZE = Pattern.compile("(-fx-font-size|-fx-icon-size): ([0-9.]+)px");

  private Letters() {}

  /** The sheet with every size of letters and icons so many times as large. */
  static String scaled(String sheet, double times) {
    return SIZE.matcher(sheet)
        .replaceAll(
            size -> {
              double pixels = Double.parseDouble(size.group(2)) * times;
              return size.group(1) + String.format(Locale.ROOT, ": %.4gpx", pixels);
            });
  }
}
