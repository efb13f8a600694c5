package wireflight.trace;

/**
 * Reads one file format, record by record, from windows of bytes that may still be growing.
 *
 * <p>It never waits and never throws on malformed input: what is wrong becomes a {@link
 * ReadProblem}, and a parser that cannot tell where the next record starts says so once and reads
 * no more.
 */
interface RecordParser {
  /** No record is longer; whoever claims so is damaged. Real packets end at 128 MiB. */
  int LONGEST_RECORD = 1 << 28;

  /**
   * Reads the whole records that begin in a stretch of a window.
   *
   * @param from where the next record begins
   * @param limit how far the window's bytes reach
   * @param stopAt records that begin here or later are left for another call
   * @return where the first record begins that was not read: for want of bytes, because of {@code
   *     stopAt}, or because the parser is lost
   */
  int parse(Window window, int from, int limit, int stopAt);

  /** Whether damage was met that makes the rest unreadable. */
  boolean lost();
}
