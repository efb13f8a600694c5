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
 * @param legends what stands below it, longest first: where it was captured, what the slopes and
 *     crosses mean
 */
record Caption(String title, String description, List<String> legends) {
  private static final int MOST_NAMES = 8;

  /** Of the lifelines of a timeline that are shown, in its language. */
  static Caption of(Timeline timeline, Fold fold, Sheet sheet) {
    List<Lifeline> lifelines = fold.columns();
    List<String> names = lifelines.stream().limit(MOST_NAMES).map(Lifeline::name).toList();
    String steps = String.valueOf(timeline.steps());
    return new Caption(
        sheet.texts.get("ladder.title", String.join(", ", names)),
        sheet.texts.get("ladder.described", lifelines.size(), steps),
        legends(timeline, fold, sheet));
  }

  /** The longest first; the shorter ones say the same in fewer words, then only what counts. */
  private static List<String> legends(Timeline timeline, Fold fold, Sheet sheet) {
    return List.of(
        legend(timeline, fold, sheet, "", true),
        legend(timeline, fold, sheet, ".short", true),
        legend(timeline, fold, sheet, ".short", false));
  }

  private static String legend(
      Timeline timeline, Fold fold, Sheet sheet, String length, boolean everything) {
    List<String> parts = new ArrayList<>();
    if (fold.folded() > 0) {
      parts.add(sheet.texts.get("fold.legend" + length, fold.folded()));
    }
    String device = HeadLines.commonDevice(sheet.texts, fold.columns());
    if (!device.isEmpty() && everything) {
      parts.add(device);
    }
    String slope = timeline.measured() ? "ladder.slope.measured" : "ladder.slope";
    if (everything || fold.folded() == 0) {
      parts.add(sheet.texts.get(slope + length));
    }
    if (timeline.clockOffset() != 0) {
      long apart = Math.abs(timeline.clockOffset());
      String key = timeline.clockOffset() > 0 ? "ladder.clock" : "ladder.clock.behind";
      parts.add(sheet.texts.get(key + length, sheet.duration(apart)));
      if (apart > timeline.usualFlight() / 2 && everything) {
        parts.add(sheet.texts.get("ladder.align"));
      }
    }
    if (timeline.losses()) {
      parts.add(sheet.texts.get("ladder.lost"));
    }
    return String.join("  ·  ", parts);
  }
}
