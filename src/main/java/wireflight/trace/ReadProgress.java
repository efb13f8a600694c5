package wireflight.trace;

/** Told now and then how far the reading of a file has come, on the thread that reads. */
@FunctionalInterface
public interface ReadProgress {
  /** Nobody wants to know. */
  ReadProgress UNHEARD = (done, all) -> true;

  /**
   * Some more was read.
   *
   * @param done bytes read
   * @param all bytes in the file
   * @return false to stop here, with the rows read so far
   */
  boolean read(long done, long all);

  /**
   * As {@link #read}, just before it, with what was read so far, for those who do not want to wait
   * for the end.
   *
   * @param soFar a trace that still grows; the bytes of its latest rows lie at hand, and stay as
   *     they are until the next call of this method has returned
   */
  default void rows(Trace soFar) {}
}
