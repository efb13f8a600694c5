package wireflight.ui;

import org.jspecify.annotations.Nullable;
import wireflight.timeline.Question;

/**
 * How far a class is with predicting what comes.
 *
 * @param on whether it is asked at all; what lies ahead is then not shown
 * @param question what is asked now; null for nothing
 * @param chosen which choice was taken; {@link #NOT_YET} or {@link #SHOWN} for none
 * @param right how many answers were right
 * @param answered how many questions were answered
 * @param everRight how many answers were right on this machine since the score was last forgotten
 * @param everAnswered how many questions were answered on it
 */
record Prediction(
    boolean on,
    @Nullable Question question,
    int chosen,
    int right,
    int answered,
    int everRight,
    int everAnswered) {
  /** Nobody has answered yet. */
  static final int NOT_YET = -1;

  /** The answer was shown without being asked for. */
  static final int SHOWN = -2;

  /** Whether the answer may be seen. */
  boolean open() {
    return chosen != NOT_YET;
  }
}
