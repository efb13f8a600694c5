package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.language.Texts;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/**
 * What the ladder draws in a step, in words: for those who do not see it. The step's own sentence
 * tells why; this tells with which numbers, and which states follow.
 */
public final class StepWords {
  private StepWords() {}

  /**
   * The packets and states that begin in a step, and the calls that do.
   *
   * @param step 1 to {@link Timeline#steps()}
   */
  public static List<String> of(Timeline timeline, int step) {
    Texts texts = timeline.language().texts(Sheet.class);
    List<String> words = new ArrayList<>();
    for (Moment moment : timeline.momentsBetween(step, step)) {
      if (timeline.stepOf(moment.row()) != step) {
        continue;
      }
      switch (moment) {
        case Moment.Flight flight ->
            words.add(
                FlightWords.of(
                    texts, name(timeline, flight.from()), name(timeline, flight.to()), flight));
        case Moment.StateChange change ->
            words.add(
                texts.get(
                    "state.end", name(timeline, change.lifeline()), change.state().rfcName()));
        case Moment.Call call ->
            words.add(
                (name(timeline, call.lifeline()) + ": " + call.text() + " " + call.outcome())
                    .strip());
        case Moment.Narration _ -> {}
      }
    }
    return words;
  }

  private static String name(Timeline timeline, int lifeline) {
    return timeline.lifelines().get(lifeline).name();
  }
}
