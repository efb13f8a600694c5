package wireflight.diagram;

import wireflight.drawing.Drawing;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Timeline;

/**
 * The map: devices, the processes on them, their sockets with ports, and between two sockets the
 * channel on which packets move.
 *
 * <p>Everything has its place for the whole recording; what does not exist at the playhead is left
 * out. More connections than can be told apart are folded by server and port, with counts, beside
 * the one that is under way. Immutable; any thread may use it.
 */
public final class SocketMap implements Diagram {
  private static final double FOOTER = 30;
  private static final double FOOTER_TEXT = 12.5;
  private static final double TOP = 14;

  /** How much of the room that is left stands above what is small. */
  private static final double ABOVE = 0.4;

  /** More than this are folded. */
  static final int MOST_CONNECTIONS = 12;

  private final Timeline timeline;
  private final Typesetter type;
  private final DiagramStyle style;
  private final MapContent content;

  /** Gathers what there is to show. */
  public SocketMap(Subject subject, Typesetter type, DiagramStyle style) {
    this.timeline = subject.timeline();
    this.type = type;
    this.style = style;
    content =
        timeline.connections().size() > MOST_CONNECTIONS
            ? new FoldedMap(subject)
            : new PlainMap(subject);
  }

  @Override
  public double contentWidth(double width) {
    return content.width(width, style.size());
  }

  @Override
  public double contentHeight(double width) {
    return content.height(width, TOP * style.size(), style.size()) + FOOTER * style.size();
  }

  @Override
  public double footing() {
    return FOOTER * style.size();
  }

  @Override
  public Picture picture(Viewport view, double position) {
    Sheet sheet = new Sheet(type, style.palette(), style.size(), timeline.language());
    Instant instant = Instant.of(timeline, position);
    double width = contentWidth(view.width());
    if (content.isEmpty()) {
      say(sheet, view, "socketMap.none");
    } else {
      double left = Math.max(0, view.height() - contentHeight(view.width()));
      double top = sheet.of(TOP) + ABOVE * left - view.scrollY();
      MapContent.Frame frame = new MapContent.Frame(width, view.scrollX(), top, view.height());
      content.draw(sheet, frame, instant);
      if (sheet.items().isEmpty()) {
        say(sheet, view, "socketMap.notYet");
      }
      footer(sheet, view);
    }
    Drawing drawing =
        new Drawing(
            view.width(),
            view.height(),
            style.palette().canvas(),
            sheet.texts.get("socketMap.title"),
            content.description(),
            sheet.items());
    return new Picture(drawing, sheet.regions(), width, contentHeight(view.width()));
  }

  private void footer(Sheet sheet, Viewport view) {
    double top = view.height() - sheet.of(FOOTER);
    sheet.box(0, top, view.width(), sheet.of(FOOTER), 0, style.palette().canvas(), null);
    PortLegend.draw(sheet, view.width(), top + sheet.of(FOOTER) / 2, FOOTER_TEXT);
  }

  private static void say(Sheet sheet, Viewport view, String what) {
    sheet.alone(view, sheet.texts.get(what));
  }
}
