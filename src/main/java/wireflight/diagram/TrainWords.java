package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import wireflight.timeline.Moment;
import wireflight.timeline.Words;

/** What stands on packets that share a label: how many they are, and from what to what they go. */
final class TrainWords {
  private static final String GAP = "  ";
  private static final String TO = "–";

  private TrainWords() {}

  /** As in {@code 10 × 1448 bytes}. */
  static String head(Sheet sheet, List<Moment.Flight> train) {
    LongSummaryStatistics bytes =
        train.stream().mapToLong(Moment.Flight::bytes).summaryStatistics();
    if (train.getFirst().kind() == Moment.Kind.ACKNOWLEDGMENT) {
      return sheet.texts.get("train.acks", train.size());
    }
    return bytes.getMin() == bytes.getMax()
        ? sheet.texts.get("train.same", train.size(), Words.grouped(bytes.getMax()))
        : sheet.texts.get("train.mixed", train.size(), Words.grouped(bytes.getSum()));
  }

  /** The parts of their labels after that: what is the same, or from the first's to the last's. */
  static String rest(Sheet sheet, List<Moment.Flight> train) {
    String[] first = train.getFirst().label().split(GAP, -1);
    String[] last = train.getLast().label().split(GAP, -1);
    List<String> parts = new ArrayList<>();
    for (int i = 1; i < Math.min(first.length, last.length); i++) {
      int value = first[i].indexOf('=') + 1;
      if (first[i].startsWith("\"")) {
        continue; // what they carry differs
      }
      if (value == 0) {
        parts.add(times(sheet, train));
      } else if (first[i].equals(last[i])) {
        parts.add(first[i]);
      } else if (last[i].startsWith(first[i].substring(0, value))) {
        parts.add(first[i] + TO + last[i].substring(value));
      }
    }
    return String.join(GAP, parts);
  }

  private static String times(Sheet sheet, List<Moment.Flight> train) {
    LongSummaryStatistics taken =
        train.stream().mapToLong(each -> each.arrival() - each.time()).summaryStatistics();
    String least = sheet.duration(taken.getMin());
    String most = sheet.duration(taken.getMax());
    if (least.equals(most)) {
      return most;
    }
    int unit = least.lastIndexOf(' ');
    boolean same = unit > 0 && most.endsWith(least.substring(unit));
    return (same ? least.substring(0, unit) : least) + TO + most;
  }
}
