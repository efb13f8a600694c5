package wireflight.timeline;

import java.util.Locale;

/** Spans of time for people. */
public final class Durations {
  private Durations() {}

  /** With three digits that count: {@code 80.3 ms}, {@code 212 µs}, {@code 1.02 s}; or 0. */
  public static String text(long nanos) {
    if (nanos == 0) {
      return "0 ms";
    }
    double micros = nanos / 1e3;
    if (Math.abs(micros) < 999.5) {
      return digits(micros) + " µs";
    }
    double millis = nanos / 1e6;
    return Math.abs(millis) < 999.5 ? digits(millis) + " ms" : digits(nanos / 1e9) + " s";
  }

  private static String digits(double value) {
    double size = Math.abs(value);
    String format = size < 9.995 ? "%.2f" : size < 99.95 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, format, value);
  }
}
