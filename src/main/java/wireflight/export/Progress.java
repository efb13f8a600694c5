package wireflight.export;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Hears how far an export is, and may end it. Called on the thread that exports. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress UNHEARD = share -> true;

  /**
   * So much is done.
   *
   * @param share 0 to 1
   * @return whether to go on
   */
  boolean goOn(double share);

  /** The same elements; asking for one tells of those before, and fails once it is ended. */
  default <T> Iterable<T> through(List<T> all) {
    return () -> {
      Iterator<T> each = all.iterator();
      int count = all.size();
      return new Iterator<>() {
        private int done;

        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public T next() {
          check((double) done++ / count);
          return each.next();
        }
      };
    };
  }

  /**
   * Tells how far it is.
   *
   * @throws CancellationException if it shall not go on
   */
  default void check(double share) {
    if (!goOn(share)) {
      throw new CancellationException("the export was cancelled");
    }
  }
}
