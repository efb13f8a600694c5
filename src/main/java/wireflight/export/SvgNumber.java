package wireflight.export;

/** Numbers as SVG writes them: at most two decimals, a point in every locale, nothing to spare. */
final class SvgNumber {
  private static final int HUNDREDTHS = 100;

  private SvgNumber() {}

  /** The number rounded to hundredths; 0 for what is no number. */
  static String of(double number) {
    long hundredths = Math.round(number * HUNDREDTHS);
    StringBuilder text = new StringBuilder();
    if (hundredths < 0) {
      text.append('-');
    }
    text.append(Math.abs(hundredths / HUNDREDTHS));
    int rest = (int) Math.abs(hundredths % HUNDREDTHS);
    if (rest > 0) {
      text.append('.').append(rest / 10);
      if (rest % 10 > 0) {
        text.append(rest % 10);
      }
    }
    return text.toString();
  }

  /** Two numbers, a comma between them. */
  static String pair(double x, double y) {
    return of(x) + "," + of(y);
  }
}
