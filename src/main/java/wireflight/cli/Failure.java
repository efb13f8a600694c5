package wireflight.cli;

import java.math.BigDecimal;

/**
 * A command could not do its work: the message is one clear sentence that says what to do next;
 * exit code 1.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A failure with its sentence. */
  public Failure(String message) {
    super(message);
  }

  /** A failure with its sentence and what led to it. */
  public Failure(String message, Throwable cause) {
    super(message, cause);
  }

  /** Fails unless an option's number lies between two others, both allowed. */
  static void unless(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new Failure(
          option
              + " must be from "
              + plain(least)
              + " to "
              + plain(most)
              + ", not "
              + plain(value));
    }
  }

  /** As a person would type it: 4, not 4.0. */
  private static String plain(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }
}
