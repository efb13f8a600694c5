package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/**
 * Draws what happens on a ladder, in the order in which it may cover each other: calls, packets and
 * states, timers, labels, and last what is under way. Any thread may use it.
 */
final class LadderMoments {
  private final Timeline timeline;
  private final Fold fold;

  /** Those of the last steps asked for: most frames of a playing ladder show the same ones. */
  private volatile @Nullable Seen seen;

  private record Seen(int firstStep, int lastStep, List<Moment> moments) {}

  /** Of a timeline, as far as it happens on lifelines that have a column. */
  LadderMoments(Timeline timeline, Fold fold) {
    this.timeline = timeline;
    this.fold = fold;
  }

  /**
   * Draws those of the steps that are in view.
   *
   * @param playhead draws the playhead, which lies on everything but what is under way
   */
  void draw(Sheet sheet, Columns columns, Scene scene, Runnable playhead) {
    List<Moment> moments = moments(scene.firstStep(), scene.lastStep(), columns);
    Bars bars = new Bars(columns, moments);
    Places beside = new Places();
    CallShape calls = new CallShape(sheet, columns, scene, bars, beside);
    StateShape states = new StateShape(sheet, columns, scene, bars, beside);
    Places places = new Places();
    FlightShape flights = new FlightShape(sheet, columns, scene, bars, places, beside);
    TimerShape timers = new TimerShape(sheet, columns, scene, places);
    calls.draw(
        moments.stream()
            .filter(Moment.Call.class::isInstance)
            .map(Moment.Call.class::cast)
            .toList());
    List<Moment.Flight> underWay = new ArrayList<>();
    Moment.@Nullable Flight flight = null;
    for (Moment moment : moments) {
      switch (moment) {
        case Moment.Flight packet -> {
          flight = packet;
          if (flights.isUnderWay(packet)) {
            underWay.add(packet);
          } else {
            flights.draw(packet);
          }
        }
        case Moment.StateChange change ->
            states.draw(change, flight != null && flight.row() == change.row() ? flight : null);
        case Moment.Call call -> {}
        case Moment.Narration narration -> {}
      }
    }
    underWay.forEach(flights::settle);
    for (Moment moment : moments) {
      if (moment instanceof Moment.Flight lost) {
        timers.draw(lost);
      }
    }
    flights.label(moments);
    timers.label();
    playhead.run();
    underWay.forEach(flights::draw);
  }

  private List<Moment> moments(int firstStep, int lastStep, Columns columns) {
    if (lastStep < firstStep || lastStep == 0) {
      return List.of();
    }
    Seen last = seen;
    if (last == null || last.firstStep != firstStep || last.lastStep != lastStep) {
      List<Moment> all = timeline.momentsBetween(firstStep, lastStep);
      boolean every = fold.folded() > 0 || fold.columns().size() == timeline.lifelines().size();
      List<Moment> kept =
          every ? all : all.stream().filter(moment -> isShown(moment, columns)).toList();
      last = new Seen(firstStep, lastStep, kept);
      seen = last;
    }
    return last.moments;
  }

  private static boolean isShown(Moment moment, Columns columns) {
    return switch (moment) {
      case Moment.Flight flight -> columns.shows(flight.from()) && columns.shows(flight.to());
      case Moment.Call call -> columns.shows(call.lifeline());
      case Moment.StateChange change -> columns.shows(change.lifeline());
      case Moment.Narration _ -> true;
    };
  }

  /** The lifelines that a moment is about. */
  static int[] lifelines(Moment moment) {
    return switch (moment) {
      case Moment.Flight flight -> new int[] {flight.from(), flight.to()};
      case Moment.Call call -> new int[] {call.lifeline()};
      case Moment.StateChange _, Moment.Narration _ -> new int[] {};
    };
  }
}
