package wireflight.diagram;

import java.util.List;
import java.util.Locale;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.language.Texts;
import wireflight.timeline.SocketEntry;
import wireflight.timeline.SocketTable;

/**
 * The columns of the table of sockets: what stands in them, and how wide they are, which is the
 * same at every moment so that nothing jumps.
 */
final class SocketColumns {
  static final int PROTOCOL = 0;
  static final int RECEIVED = 1;
  static final int UNACKNOWLEDGED = 2;
  static final int LOCAL = 3;
  static final int FOREIGN = 4;
  static final int STATE = 5;
  static final int PROCESS = 6;
  static final int CHANGE = 7;
  static final int COUNT = 8;

  static final double TEXT = 14;
  static final double STATE_TEXT = 12.5;

  private static final double HEADING = 13;
  private static final double GAP = 10;
  private static final double MARGIN = 12;

  /** Room that is left over goes between the columns, up to so much each. */
  private static final double MOST_GAP = 46;

  /** Beyond so many lines the widest is most likely among those measured. */
  private static final int MEASURED = 2000;

  private final Texts texts;
  private final List<String> names;
  private final double[] widths = new double[COUNT];
  private final double gap;
  private final double mostGap;
  private final double margin;
  private final boolean callsKnown;
  private final boolean oneProcess;

  SocketColumns(Sheet sheet, SocketTable table) {
    texts = sheet.texts;
    names =
        List.of(
            "Proto",
            "Recv-Q",
            "Send-Q",
            texts.get("socketColumns.local"),
            texts.get("socketColumns.foreign"),
            texts.get("socketColumns.state"),
            texts.get("socketColumns.process"),
            "");
    gap = sheet.of(GAP);
    mostGap = sheet.of(MOST_GAP);
    margin = sheet.of(MARGIN);
    callsKnown = table.callsKnown();
    oneProcess = process(table) > 0;
    for (int column = 0; column < COUNT; column++) {
      widths[column] = sheet.width(names.get(column), Face.SEMIBOLD, HEADING);
    }
    for (String change : List.of(changed(), isNew(), gone())) {
      widths[CHANGE] = Math.max(widths[CHANGE], sheet.width(change, Face.SEMIBOLD, HEADING));
    }
    widths[STATE] = sheet.width("SYN-RECEIVED", Face.BOLD, STATE_TEXT) + sheet.of(20);
    if (callsKnown) {
      widths[PROCESS] = sheet.width(queued(), Face.REGULAR, TEXT);
    }
    table
        .lines()
        .limit(MEASURED)
        .forEach(
            line -> {
              for (int column : new int[] {LOCAL, FOREIGN, PROCESS}) {
                Face face = column == PROCESS ? Face.REGULAR : Face.MONO;
                double width = sheet.width(cell(line, column), face, TEXT);
                widths[column] = Math.max(widths[column], width);
              }
            });
  }

  /** The process that holds every socket; 0 where there are several, or none is known. */
  static int process(SocketTable table) {
    int[] processes =
        table.lines().filter(SocketEntry::held).mapToInt(SocketEntry::process).distinct().toArray();
    return processes.length == 1 ? processes[0] : 0;
  }

  /** How wide the table is at least: without the words for what has changed. */
  double least() {
    double all = 2 * margin + gap * (CHANGE - 1);
    for (int column = 0; column < CHANGE; column++) {
      all += widths[column];
    }
    return all;
  }

  /**
   * Where each column begins, and behind them where the last one ends. The last has no width where
   * there is no room for it.
   */
  double[] edges(double width, double scroll) {
    boolean told = width >= least() + gap + widths[CHANGE];
    double needed = told ? least() + gap + widths[CHANGE] : least();
    int gaps = told ? CHANGE : CHANGE - 1;
    double more = Math.clamp((width - needed) / gaps, 0, mostGap - gap);
    double x = Math.max(0, (width - needed - more * gaps) / 2) + margin - scroll;
    double[] edges = new double[COUNT + 1];
    for (int column = 0; column < COUNT; column++) {
      edges[column] = x;
      boolean last = column >= gaps;
      x += column == CHANGE && !told ? 0 : widths[column] + (last ? 0 : gap + more);
    }
    edges[COUNT] = x;
    return edges;
  }

  /** Where a column's text is anchored: numbers end at the right. */
  double anchor(double[] edges, int column) {
    return isNumber(column) ? edges[column] + widths[column] : edges[column];
  }

  static boolean isNumber(int column) {
    return column == RECEIVED || column == UNACKNOWLEDGED;
  }

  double width(int column) {
    return widths[column];
  }

  /** Names the columns. */
  void head(Sheet sheet, double[] edges, double middle) {
    for (int column = 0; column < COUNT; column++) {
      sheet.text(
          anchor(edges, column),
          middle,
          names.get(column),
          Face.SEMIBOLD,
          HEADING,
          sheet.palette.mutedText(),
          isNumber(column) ? Anchor.END : Anchor.START);
    }
  }

  /** What stands in a column. */
  String cell(SocketEntry line, int column) {
    return switch (column) {
      case PROTOCOL -> line.transport().name().toLowerCase(Locale.ROOT);
      case RECEIVED -> count(line.received());
      case UNACKNOWLEDGED -> count(line.unacknowledged());
      case LOCAL -> line.local().isEmpty() ? texts.get("socketColumns.unbound") : line.local();
      case FOREIGN -> line.foreign().isEmpty() ? anybody(line) : line.foreign();
      case STATE -> line.state();
      case PROCESS -> process(line);
      default -> throw new IllegalArgumentException("no text of its own: column " + column);
    };
  }

  /** What is said of a socket that has changed. */
  String changed() {
    return texts.get("socketColumns.changed");
  }

  /** What is said of a socket that has come. */
  String isNew() {
    return texts.get("socketColumns.new");
  }

  /** What is said of a socket that has gone. */
  String gone() {
    return texts.get("socketColumns.gone");
  }

  private String queued() {
    return texts.get("socketColumns.queued");
  }

  private static String count(long number) {
    return number == SocketEntry.UNKNOWN ? "–" : String.valueOf(number);
  }

  private static String anybody(SocketEntry line) {
    return line.local().startsWith("[") ? "[::]:*" : "0.0.0.0:*";
  }

  private String process(SocketEntry line) {
    if (line.held()) {
      boolean bare = oneProcess || line.process() == 0;
      return bare ? line.actor() : line.actor() + " · " + line.process();
    }
    if (!callsKnown) {
      return "–";
    }
    boolean waits = line.state().equals("SYN-RECEIVED") || line.state().equals("ESTABLISHED");
    return waits ? queued() : texts.get("socketColumns.closed");
  }
}
