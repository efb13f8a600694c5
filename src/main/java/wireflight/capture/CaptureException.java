package wireflight.capture;

/** A capture could not be opened; the message is one sentence that says what to do about it. */
public final class CaptureException extends Exception {
  private static final long serialVersionUID = 1;

  /** A failure with its sentence. */
  public CaptureException(String message) {
    super(message);
  }

  /** A failure with its sentence and what led to it. */
  public CaptureException(String message, Throwable cause) {
    super(message, cause);
  }
}
