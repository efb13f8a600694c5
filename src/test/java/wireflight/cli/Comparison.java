package wireflight.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import wireflight.connection.Analyzer;
import wireflight.connection.ReadingAhead;

/** Holds what {@code analyze} says of captures against what tshark says, field by field. */
final class Comparison {
  private static final List<String> LITERAL =
      List.of(
          "protocol",
          "src",
          "srcport",
          "dst",
          "dstport",
          "flags",
          "seq",
          "ack",
          "seq_raw",
          "ack_raw",
          "len",
          "window");

  /** A sentence for every field that differs. */
  final List<String> fields = new ArrayList<>();

  /** Capture and frame of every packet whose verdicts differ, with both sets of verdicts. */
  final Map<String, String> verdicts = new TreeMap<>();

  /** How many packets were compared. */
  int compared;

  /** Compares a capture with the rows that tshark gives for it. */
  void compare(String name, Path capture, List<Map<String, String>> truth) throws IOException {
    Map<String, Map<String, String>> ours = new HashMap<>();
    for (Map<String, String> row : rows(analyze(capture))) {
      ours.put(cell(row, "frame"), row);
    }
    Map<String, String> streams = new HashMap<>();
    Map<String, String> back = new TreeMap<>();
    for (Map<String, String> row : truth) {
      if (!cell(row, "protocol").isEmpty()) {
        compared++;
        row(name, row, ours.getOrDefault(cell(row, "frame"), Map.of()), streams, back);
      }
    }
  }

  private void row(
      String name,
      Map<String, String> truth,
      Map<String, String> ours,
      Map<String, String> streams,
      Map<String, String> back) {
    String where = name + " " + cell(truth, "frame");
    for (String column : LITERAL) {
      if (!cell(truth, column).equals(cell(ours, column))) {
        fields.add(
            where + " " + column + ": " + cell(truth, column) + ", ours " + cell(ours, column));
      }
    }
    if (!micros(truth).equals(micros(ours))) {
      fields.add(where + " time " + micros(truth) + ", ours " + micros(ours));
    }
    String their = cell(truth, "protocol") + " " + cell(truth, "stream");
    String own = cell(ours, "protocol") + " " + cell(ours, "stream");
    boolean numbered = !cell(truth, "stream").isEmpty();
    if (numbered != !cell(ours, "stream").isEmpty()
        || numbered && !streams.computeIfAbsent(their, key -> own).equals(own)
        || numbered && !back.computeIfAbsent(own, key -> their).equals(their)) {
      fields.add(where + " stream " + their + ", ours " + own);
    }
    if (!verdicts(truth).equals(verdicts(ours))) {
      verdicts.put(where, verdicts(truth) + ", ours " + verdicts(ours));
    }
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static String micros(Map<String, String> row) {
    String time = cell(row, "time_relative");
    return time.isEmpty() ? time : time.substring(0, time.length() - 3);
  }

  private static Set<String> verdicts(Map<String, String> row) {
    return new HashSet<>(List.of(cell(row, "analysis").split(",", -1)));
  }

  private static String analyze(Path capture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnalysisOutput output = new AnalysisOutput(RecordWriter.Format.tsv, false, out);
    output.finish(ReadingAhead.analyze(capture, Analyzer.Points.TOGETHER, output::advance));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The rows of a table under a header line, each by column. */
  static List<Map<String, String>> rows(String text) {
    List<String> lines = text.lines().toList();
    String[] names = lines.getFirst().split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
