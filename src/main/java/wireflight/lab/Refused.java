package wireflight.lab;

/** A call that the lab does not make; the message is one sentence on why, without its place. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  Refused(String message) {
    super(message);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
