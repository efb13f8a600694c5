package wireflight.export;

/**
 * Some steps of a timeline.
 *
 * @param from the first, from 1
 * @param to the last; {@code from - 1} for none
 */
public record Range(int from, int to) {
  /** So many steps are in it. */
  public int size() {
    return to - from + 1;
  }
}
