package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.SocketChange;
import wireflight.timeline.SocketTable;
import wireflight.timeline.Timeline;

/**
 * The table of sockets at the moment of the playhead, as {@code ss} and {@code netstat} print it:
 * queues, addresses, states and processes, and what the latest step has changed.
 *
 * <p>Immutable; any thread may use it.
 */
public final class Sockets implements Diagram {
  private static final double TOP = 20;
  private static final double TITLE = 18;
  private static final double NOTE = 13;
  private static final double HEAD = 84;
  private static final double ROW = 40;
  private static final double DEVICE = 38;
  private static final double FOOTER = 34;

  private final Timeline timeline;
  private final Typesetter type;
  private final DiagramStyle style;
  private final SocketTable table;
  private final SocketColumns columns;
  private final int devices;

  /** The table of a recording, or of the connection in focus. */
  public Sockets(Subject subject, Typesetter type, DiagramStyle style) {
    this.timeline = subject.timeline();
    this.type = type;
    this.style = style;
    table = SocketTable.of(subject.analysis(), subject.focus());
    columns =
        new SocketColumns(
            new Sheet(type, style.palette(), style.size(), timeline.language()), table);
    long named =
        table.lines().map(line -> line.device()).filter(d -> !d.isEmpty()).distinct().count();
    devices = named > 1 ? (int) named : 0;
  }

  @Override
  public double contentWidth(double width) {
    return Math.max(width, columns.least());
  }

  @Override
  public double contentHeight(double width) {
    double lines = Math.max(1, table.most()) * ROW + devices * DEVICE;
    return (HEAD + lines + ROW / 2 + FOOTER) * style.size();
  }

  @Override
  public double heading() {
    return HEAD * style.size();
  }

  @Override
  public double footing() {
    return FOOTER * style.size();
  }

  @Override
  public Picture picture(Viewport view, double position) {
    Sheet sheet = new Sheet(type, style.palette(), style.size(), timeline.language());
    int step = (int) Math.clamp(Math.floor(position), 0, timeline.steps());
    int row = step == 0 ? -1 : timeline.rowOf(step);
    int earlier = step <= 1 ? -1 : timeline.rowOf(step - 1);
    List<SocketChange> lines = table.at(row, earlier);
    double[] edges = columns.edges(Math.max(view.width(), columns.least()), view.scrollX());
    double footer = view.height() - sheet.of(FOOTER);
    rows(sheet, lines, edges, sheet.of(HEAD) - view.scrollY(), footer);
    Palette palette = style.palette();
    sheet.box(0, 0, view.width(), sheet.of(HEAD), 0, palette.canvas(), null);
    head(sheet, edges, step);
    sheet.box(0, footer, view.width(), sheet.of(FOOTER), 0, palette.canvas(), null);
    footer(sheet, view, footer);
    if (lines.isEmpty()) {
      nothing(sheet, edges);
    }
    String title = sheet.texts.get("sockets.titled", when(sheet, step));
    Drawing drawing =
        new Drawing(
            view.width(),
            view.height(),
            palette.canvas(),
            title,
            described(sheet, lines),
            sheet.items());
    return new Picture(
        drawing, sheet.regions(), contentWidth(view.width()), contentHeight(view.width()));
  }

  private void rows(
      Sheet sheet, List<SocketChange> lines, double[] edges, double top, double bottom) {
    SocketLine shape = new SocketLine(sheet, columns, edges, table.callsKnown());
    double y = top;
    String device = "";
    for (int i = 0; i < lines.size() && y < bottom; i++) {
      SocketChange line = lines.get(i);
      if (devices > 0 && !line.now().device().equals(device)) {
        device = line.now().device();
        device(sheet, DeviceNames.of(sheet.texts, device), edges[0], y);
        y += sheet.of(DEVICE);
      }
      if (y + sheet.of(ROW) > sheet.of(HEAD)) {
        shape.draw(line, i, y, sheet.of(ROW));
      }
      y += sheet.of(ROW);
    }
  }

  private static void device(Sheet sheet, String device, double x, double y) {
    double middle = y + sheet.of(DEVICE - 12);
    sheet.text(x, middle, device, Face.BOLD, 15, sheet.palette.text(), Anchor.START);
  }

  private void head(Sheet sheet, double[] edges, int step) {
    Palette palette = sheet.palette;
    double middle = sheet.of(TOP + 4);
    String title = sheet.texts.get("sockets.title");
    sheet.text(edges[0], middle, title, Face.BOLD, TITLE, palette.text(), Anchor.START);
    double after = edges[0] + sheet.width(title, Face.BOLD, TITLE) + sheet.of(12);
    int process = SocketColumns.process(table);
    String when = when(sheet, step);
    String as = sheet.texts.get("sockets.as", when);
    String every = String.valueOf(process);
    List<String> notes =
        List.of(process == 0 ? as : sheet.texts.get("sockets.as.process", when, every), as, when);
    String fitted = sheet.longest(notes, Face.REGULAR, 14.5, edges[edges.length - 1] - after);
    sheet.text(after, middle, fitted, Face.REGULAR, 14.5, palette.mutedText(), Anchor.START);
    columns.head(sheet, edges, sheet.of(HEAD - 20));
    double line = sheet.of(HEAD) - sheet.of(2);
    sheet.line(edges[0], line, edges[edges.length - 1], line, palette.border(), 1.5);
  }

  private static String when(Sheet sheet, int step) {
    return step == 0
        ? sheet.texts.get("sockets.when.before")
        : sheet.texts.get("sockets.when.after", String.valueOf(step));
  }

  private void nothing(Sheet sheet, double[] edges) {
    sheet.text(
        edges[0],
        sheet.of(HEAD + ROW / 2),
        sheet.texts.get("sockets.none"),
        Face.REGULAR,
        16,
        sheet.palette.mutedText(),
        Anchor.START);
  }

  private void footer(Sheet sheet, Viewport view, double top) {
    double room = view.width() - sheet.of(24);
    List<String> legend =
        table.callsKnown()
            ? List.of(
                sheet.texts.get("sockets.legend.long"),
                sheet.texts.get("sockets.legend.middle"),
                sheet.texts.get("sockets.legend.short"))
            : List.of(
                sheet.texts.get("sockets.unknown.long"), sheet.texts.get("sockets.unknown.short"));
    String fitted = sheet.longest(legend, Face.REGULAR, NOTE, room);
    double middle = top + sheet.of(FOOTER) / 2;
    sheet.text(
        view.width() / 2,
        middle,
        fitted,
        Face.REGULAR,
        NOTE,
        sheet.palette.mutedText(),
        Anchor.MIDDLE);
  }

  private static String described(Sheet sheet, List<SocketChange> lines) {
    long changed = lines.stream().filter(SocketChange::changed).count();
    return sheet.texts.get("sockets.described", lines.size(), changed);
  }
}
