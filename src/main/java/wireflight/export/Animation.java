package wireflight.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wireflight.diagram.Region;
import wireflight.timeline.StepKind;
import wireflight.timeline.Timeline;

/**
 * When what is shown in an animation of some steps: packets take a second at speed 1 and are seen
 * on their way, everything else half of one.
 *
 * @param speed above 0; everything takes so many times less
 */
record Animation(Timeline timeline, Range range, double speed) {
  private static final double PACKET = 1;
  private static final double OTHER = 0.5;
  private static final double END = 2;

  /** Viewers show pictures that last less than two hundredths slowly. */
  private static final int HUNDREDTHS_A_PICTURE = 8;

  /** One picture: the position of the playhead, and for how many hundredths of a second. */
  record Instant(double position, int hundredths) {}

  private double seconds(int step) {
    return (timeline.kindOf(step) == StepKind.PACKET ? PACKET : OTHER) / speed;
  }

  /** The pictures, in the order in which they are shown. */
  List<Instant> instants() {
    List<Instant> instants = new ArrayList<>();
    for (int step : Steps.shown(timeline, range)) {
      int hundredths = (int) Math.max(2, Math.round(100 * seconds(step)));
      boolean moves =
          switch (timeline.kindOf(step)) {
            case PACKET, DEPARTURE, ARRIVAL -> step > 0;
            case CALL, CALL_ENTERED, CALL_RETURNED, LISTENING, NARRATION -> false;
          };
      int pictures = moves ? Math.max(1, hundredths / HUNDREDTHS_A_PICTURE) : 1;
      for (int at = 1; at <= pictures; at++) {
        int shown = hundredths * at / pictures - hundredths * (at - 1) / pictures;
        instants.add(new Instant(step - 1 + (double) at / pictures, Math.max(2, shown)));
      }
    }
    Instant last = instants.removeLast();
    instants.add(new Instant(last.position(), last.hundredths() + (int) (100 * END)));
    return instants;
  }

  /** When each group of a picture of the whole range appears, in seconds from the start. */
  Map<String, Double> appearances(List<Region> regions) {
    Map<Integer, Double> starts = new HashMap<>();
    double time = 0;
    for (int step : Steps.shown(timeline, range)) {
      starts.put(step, time);
      time += seconds(step);
    }
    Map<String, Double> appearances = new HashMap<>();
    for (Region region : regions) {
      Double start = region.row() < 0 ? null : starts.get(timeline.stepOf(region.row()));
      if (start != null && start > 0) {
        appearances.put(region.name(), start);
      }
    }
    return appearances;
  }
}
