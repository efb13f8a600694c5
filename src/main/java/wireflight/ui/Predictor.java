package wireflight.ui;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wireflight.timeline.Question;
import wireflight.timeline.Quiz;

/**
 * Asks what comes before a packet is shown, and keeps the score.
 *
 * <p>For the JavaFX thread only.
 */
final class Predictor implements Playhead.Gate {
  private static final int NOWHERE = 0;
  private static final String RIGHT = "predict.right";
  private static final String ANSWERED = "predict.answered";

  private final Supplier<@Nullable Showing> showing;
  private final Playhead playhead;
  private final Settings settings;
  private final Runnable changed;
  private boolean on;
  private @Nullable Showing asked;
  private @Nullable Quiz quiz;

  /** The step whose answer is known; {@link #NOWHERE} for none. */
  private int answered = NOWHERE;

  private int chosen = Prediction.NOT_YET;
  private int right;
  private int answers;

  /**
   * Asks nothing until it is turned on.
   *
   * @param settings keep the score of all days, on this machine and nowhere else
   */
  Predictor(
      Supplier<@Nullable Showing> showing, Playhead playhead, Settings settings, Runnable changed) {
    this.showing = showing;
    this.playhead = playhead;
    this.settings = settings;
    this.changed = changed;
    playhead.gate(this);
  }

  /** Starts or stops asking; the score begins anew. */
  void turn(boolean asks) {
    if (on != asks) {
      on = asks;
      right = 0;
      answers = 0;
      answered = NOWHERE;
      changed.run();
    }
  }

  /** Takes an answer, by its place among the choices. */
  void answer(int choice) {
    int next = next();
    Question question = question(next);
    if (question != null && answered != next && choice < question.choices().size()) {
      answered = next;
      chosen = choice;
      int won = choice == question.right() ? 1 : 0;
      answers++;
      right += won;
      settings.put(ANSWERED, kept(ANSWERED) + 1);
      settings.put(RIGHT, kept(RIGHT) + won);
      changed.run();
    }
  }

  /** Begins the score anew, also that of earlier days. */
  void forget() {
    right = 0;
    answers = 0;
    settings.put(ANSWERED, 0);
    settings.put(RIGHT, 0);
    changed.run();
  }

  private int kept(String key) {
    return (int) settings.number(key, 0, 0, Integer.MAX_VALUE);
  }

  @Override
  public boolean closed(int step) {
    return answered != step && question(step) != null;
  }

  @Override
  public void pass(int step) {
    answered = step;
    chosen = Prediction.SHOWN;
  }

  /** How far it is. */
  Prediction view() {
    int next = next();
    Question question = question(next);
    int now = answered == next ? chosen : Prediction.NOT_YET;
    return new Prediction(on, question, now, right, answers, kept(RIGHT), kept(ANSWERED));
  }

  /** The step that comes next where the playhead rests; else none. */
  private int next() {
    double position = playhead.position();
    return position == Math.rint(position) ? (int) position + 1 : NOWHERE;
  }

  private @Nullable Question question(int step) {
    Showing now = showing.get();
    if (!on || now == null || step == NOWHERE) {
      return null;
    }
    if (!now.equals(asked)) {
      asked = now;
      quiz = new Quiz(now.analysis(), now.timeline());
    }
    return quiz == null ? null : quiz.of(step).orElse(null);
  }
}
