package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wireflight.connection.Analysis;
import wireflight.connection.SegmentFacts;
import wireflight.drawing.Visible;
import wireflight.language.Texts;
import wireflight.packet.TcpFlags;
import wireflight.packet.TcpSegment;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/** The packets of some steps as a table: Markdown, CSV or JSON. */
final class PacketTable {
  private static final List<String> COLUMNS =
      List.of(
          "frame",
          "time",
          "from",
          "from_address",
          "to",
          "to_address",
          "label",
          "flags",
          "seq",
          "ack",
          "len",
          "note",
          "lost",
          "sentence");

  private static final List<String> NUMBERS = List.of("frame", "time", "seq", "ack", "len");

  private final Timeline timeline;
  private final Analysis analysis;
  private final Range range;

  PacketTable(Timeline timeline, Analysis analysis, Range range) {
    this.timeline = timeline;
    this.analysis = analysis;
    this.range = range;
  }

  /** A GitHub-flavoured table of what people read: the label, not its numbers again. */
  String markdown() {
    Texts texts = timeline.language().texts(PacketTable.class);
    StringBuilder out = new StringBuilder(texts.get("packetTable.head")).append('\n');
    out.append("| ---: | ---: | --- | --- | --- | --- |\n");
    for (List<String> row : rows()) {
      out.append("| ").append(row.get(0)).append(" | ").append(row.get(1));
      out.append(" | ").append(Escape.markdown(row.get(2)));
      out.append(" | ").append(Escape.markdown(row.get(4)));
      out.append(" | ").append(Escape.markdown(row.get(6)));
      String note = row.get(11);
      if (row.get(12).equals("true")) {
        note =
            note.isEmpty()
                ? texts.get("packetTable.lost")
                : texts.get("packetTable.note.lost", note);
      }
      out.append(" | ").append(Escape.markdown(note)).append(" |\n");
    }
    return out.toString();
  }

  /** RFC 4180, with a line that names the columns. */
  String csv() {
    StringBuilder out = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
    for (List<String> row : rows()) {
      out.append(String.join(",", row.stream().map(Escape::csv).toList())).append("\r\n");
    }
    return out.toString();
  }

  /** An array of objects, without the members that do not apply. */
  String json() {
    List<String> objects = new ArrayList<>();
    for (List<String> row : rows()) {
      List<String> members = new ArrayList<>();
      for (int column = 0; column < COLUMNS.size(); column++) {
        String name = COLUMNS.get(column);
        String value = row.get(column);
        boolean bare = NUMBERS.contains(name) || name.equals("lost");
        if (!value.isEmpty()) {
          members.add(Escape.json(name) + ":" + (bare ? value : Escape.json(value)));
        }
      }
      objects.add("{" + String.join(",", members) + "}");
    }
    return objects.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", objects) + "\n]\n";
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (int step = range.from(); step <= range.to(); step++) {
      if (timeline.kindOf(step).showsPacket()) {
        for (Moment moment : timeline.momentsAt(timeline.rowOf(step))) {
          if (moment instanceof Moment.Flight flight) {
            rows.add(row(flight, step));
          }
        }
      }
    }
    return rows;
  }

  private List<String> row(Moment.Flight flight, int step) {
    Lifeline from = timeline.lifelines().get(flight.from());
    Lifeline to = timeline.lifelines().get(flight.to());
    Optional<SegmentFacts> facts = analysis.segment(flight.row());
    long nanos = flight.time() - timeline.timeOf(0);
    return List.of(
        Integer.toString(flight.row() + 1),
        String.format(Locale.ROOT, "%.6f", nanos / 1e9),
        from.name(),
        from.address(),
        to.name(),
        to.address(),
        Visible.of(flight.label()),
        flags(flight.row()),
        facts.map(known -> Long.toString(known.relativeSequence())).orElse(""),
        facts.map(known -> Long.toString(known.relativeAcknowledgment())).orElse(""),
        facts.map(known -> Integer.toString(known.length())).orElse(""),
        Visible.of(flight.note()),
        Boolean.toString(flight.lost()),
        timeline.sentence(step));
  }

  private String flags(int row) {
    return analysis.packet(row) instanceof TcpSegment segment
        ? TcpFlags.letters(segment.flags())
        : "";
  }
}
