package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis from 0 with ticks at round numbers.
 *
 * @param end the greatest value on it; above 0
 * @param step from tick to tick: 1, 2 or 5 times a power of ten
 */
record Axis(double end, double step) {
  /** An axis up to the tick at or above a value, with about so many ticks. */
  static Axis of(double greatest, int most, boolean whole) {
    double step = step(greatest, most, whole);
    return new Axis(Math.ceil(greatest / step - 1e-9) * step, step);
  }

  /** An axis that ends with a value, wherever the ticks are. */
  static Axis ending(double end, int most) {
    return new Axis(end, step(end, most, false));
  }

  private static double step(double greatest, int most, boolean whole) {
    double raw = greatest / Math.max(1, most);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = power;
    for (double factor : new double[] {1, 2, 5, 10}) {
      step = factor * power;
      if (step >= raw * (1 - 1e-9)) {
        break;
      }
    }
    return whole ? Math.max(1, step) : step;
  }

  /** The values at which ticks stand. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= end * (1 + 1e-9); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A value as people write it, as exactly as the ticks need. */
  String text(double value, Graph.Unit unit, Locale locale) {
    return switch (unit) {
      case SEGMENTS -> number(value, step, locale);
      case BYTES -> bytes(value, "", locale);
      case BYTES_A_SECOND -> bytes(value, "B/s", locale);
      case NANOSECONDS -> time(value, locale);
    };
  }

  private String bytes(double value, String unit, Locale locale) {
    String[] prefixes = {"", "k", "M", "G", "T"};
    int power = (int) Math.clamp(Math.floor(Math.log10(Math.max(end, 1)) / 3), 0, 4);
    double scale = Math.pow(1000, power);
    String suffix = prefixes[power] + unit;
    String digits = number(value / scale, step / scale, locale);
    return value == 0 ? "0" : suffix.isEmpty() ? digits : digits + " " + suffix;
  }

  private String time(double nanos, Locale locale) {
    if (nanos == 0) {
      return "0";
    }
    String[] units = {"ns", "µs", "ms", "s"};
    int power = (int) Math.clamp(Math.floor(Math.log10(Math.max(end, 1)) / 3), 0, 3);
    double scale = Math.pow(1000, power);
    return number(nanos / scale, step / scale, locale) + " " + units[power];
  }

  private static String number(double value, double step, Locale locale) {
    int digits = (int) Math.clamp(Math.ceil(-Math.log10(step) - 1e-9), 0, 6);
    return String.format(locale, "%,." + digits + "f", value);
  }
}
