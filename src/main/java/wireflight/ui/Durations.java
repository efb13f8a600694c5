package wireflight.ui;

import java.util.Locale;

/** Spans of time as people read them: three digits and a unit. */
final class Durations {
  private Durations() {}

  /** Microseconds as {@code 28 µs}, {@code 80.3 ms} or {@code 1.20 s}. */
  static String ofMicros(long micros, Locale locale) {
    if (micros < 1000) {
      return String.format(locale, "%d µs", micros);
    }
    double shown = micros < 1_000_000 ? micros / 1e3 : micros / 1e6;
    String digits = shown < 10 ? "%.2f" : shown < 100 ? "%.1f" : "%.0f";
    return String.format(locale, digits, shown) + (micros < 1_000_000 ? " ms" : " s");
  }
}
