package wireflight.diagram;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what nobody sees of shapes that are drawn one over the other. */
final class Covered {
  private Covered() {}

  /** The places of those under a later one that is equal to them. */
  static BitSet of(List<?> shapes) {
    Set<Object> above = new HashSet<>();
    BitSet covered = new BitSet(shapes.size());
    for (int i = shapes.size() - 1; i >= 0; i--) {
      covered.set(i, !above.add(shapes.get(i)));
    }
    return covered;
  }
}
