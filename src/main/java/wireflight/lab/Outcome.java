package wireflight.lab;

/**
 * What a call of the sockets API gave.
 *
 * @param value what it returned: a descriptor, a number of bytes, or 0; -1 where it failed
 * @param errno the error's name ({@code ECONNREFUSED}), or empty
 * @param data what was received, its first bytes as in a C string, or empty
 * @param from the address that a datagram came from, or empty
 */
record Outcome(int value, String errno, String data, String from) {
  /** How many bytes of what was sent or received are kept for showing. */
  static final int EXCERPT = 64;

  static Outcome of(int value) {
    return new Outcome(value, "", "", "");
  }

  static Outcome failed(String errno) {
    return new Outcome(-1, errno, "", "");
  }

  boolean succeeded() {
    return errno.isEmpty();
  }
}
