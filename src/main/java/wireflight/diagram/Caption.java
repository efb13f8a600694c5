package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Timeline;

/**
 * What a ladder says of itself.
 *
 * @param title between whom it goes, for the title of an exported file
 * @param description what it shows, for people who cannot see it
 * @param legend what stands below it: where it was captured, what the slopes and crosses mean
 */
record Caption(String title, String description, String legend) {
  private static final int MOST_NAMES = 8;

  /** Of the lifelines of a timeline that are shown, in its language. */
  static Caption of(Timeline timeline, Fold fold, Sheet sheet) {
    List<Lifeline> lifelines = fold.columns();
    List<String> names = lifelines.stream().limit(MOST_NAMES).map(Lifeline::name).toList();
    String steps = String.valueOf(timeline.steps());
    return new Caption(
        sheet.texts.get("ladder.title", String.join(", ", names)),
        sheet.texts.get("ladder.described", lifelines.size(), steps),
        legend(timeline, fold, sheet));
  }

  private static String legend(Timeline timeline, Fold fold, Sheet sheet) {
    List<String> parts = new ArrayList<>();
    if (fold.folded() > 0) {
      parts.add(sheet.texts.get("fold.legend", fold.folded()));
    }
    String device = HeadLines.commonDevice(sheet.texts, fold.columns());
    if (!device.isEmpty()) {
      parts.add(device);
    }
    parts.add(sheet.texts.get(timeline.measured() ? "ladder.slope.measured" : "ladder.slope"));
    if (timeline.clockOffset() != 0) {
      long apart = Math.abs(timeline.clockOffset());
      String key = timeline.clockOffset() > 0 ? "ladder.clock" : "ladder.clock.behind";
      parts.add(sheet.texts.get(key, sheet.duration(apart)));
      if (apart > timeline.usualFlight() / 2) {
        parts.add(sheet.texts.get("ladder.align"));
      }
    }
    if (timeline.losses()) {
      parts.add(sheet.texts.get("ladder.lost"));
    }
    return String.join("  ·  ", parts);
  }
}
