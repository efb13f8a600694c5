package wireflight.application;

/**
 * A named part of a message, as in a header field.
 *
 * @param name its name, as it stood in the message or as its specification calls it
 * @param value its value; control characters stand escaped, and long values are cut with an
 *     ellipsis
 */
public record Field(String name, String value) {
  /** The most characters kept of a name or a value. */
  static final int LONGEST = 1000;

  /** Makes both parts fit to be shown: printable, and of bounded length. */
  public Field {
    name = Text.clean(name, LONGEST);
    value = Text.clean(value, LONGEST);
  }

  @Override
  public String toString() {
    return name + ": " + value;
  }
}
