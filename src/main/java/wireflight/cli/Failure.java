package wireflight.cli;

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
}
