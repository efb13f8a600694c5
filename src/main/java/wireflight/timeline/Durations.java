package wireflight.timeline;

import java.util.Locale;

/** Spans of time for people. */
public final class Durations {
  private Durations() {}

  /** Microseconds, of which none is divided: {@code 28 µs}, {@code 80.3 ms}, {@code 1.20 s}. */
  public static String ofMicros(long micros, Locale locale) {
    return micros < 1000 ? String.format(locale, "%d µs", micros) : text(micros * 1000, locale);
  }

  /** With three digits that count: {@code 80.3 ms}, {@code 212 µs}, {@code 1.02 s}; or 0. */
  public static String text(long nanos, Locale locale) {
    if (nanos == 0) {
      return "0 ms";
    }
    double micros = nanos / 1e3;
    if (Math.abs(micros) < 999.5) {
      return digits(micros, locale) + " µs";
    }
    double millis = nanos / 1e6;
    return Math.abs(millis) < 999.5
        ? digits(millis, locale) + " ms"
        : digits(nanos / 1e9, locale) + " s";
  }

  private static String digits(double value, Locale locale) {
    double size = Math.abs(value);
    String format = size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%.0f";
    return String.format(locale, format, value);
  }
}
