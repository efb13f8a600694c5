package wireflight.diagram;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Drawing;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/**
 * The ladder: a vertical line a socket, time downwards, packets as arrows between the lines, calls
 * as bars on them, states as pills beside them.
 *
 * <p>A pure function of timeline, style, viewport and playhead: what lies after the playhead is not
 * shown, and only what is in view is laid out. Immutable; any thread may use it.
 */
public final class Ladder implements Diagram {
  private static final double BELOW_HEADS = 12;

  /** Room below the last step for the playhead's time. */
  private static final double END = 22;

  /** Room below the last step where there is no playhead. */
  static final double PLAIN_END = 8;

  static final double FOOTER = 30;

  /** Room beside a lifeline for the text of its calls. */
  private static final double BESIDE = 130;

  private final Timeline timeline;
  private final Typesetter type;
  private final LadderStyle style;
  private final Slots slots;
  private final Fold fold;
  private final List<Lifeline> shown;
  private final Caption caption;
  private final Gauges gauges;
  private final LadderMoments moments;

  /** Those of the last width asked for: a window asks for the same one frame after frame. */
  private volatile @Nullable HeadLines headLines;

  /** Of a subject, with its numbers beside it where the style wants them. */
  public Ladder(Subject subject, Typesetter type, LadderStyle style) {
    this(subject.timeline(), type, style, style.gauges() ? Gauges.of(subject) : Gauges.NONE);
  }

  /** Of a timeline alone, with nothing beside it. */
  public Ladder(Timeline timeline, Typesetter type, LadderStyle style) {
    this(timeline, type, style, Gauges.NONE);
  }

  // Computes where every step stands.
  private Ladder(Timeline timeline, Typesetter type, LadderStyle style, Gauges gauges) {
    this(
        timeline,
        type,
        style,
        gauges,
        new Slots(timeline, style),
        Fold.of(
            timeline,
            style.crowd().most(),
            Columns.fitting(style.crowd().room()),
            timeline.language().texts(Sheet.class)));
  }

  private Ladder(
      Timeline timeline,
      Typesetter type,
      LadderStyle style,
      Gauges gauges,
      Slots slots,
      Fold fold) {
    this.gauges = gauges;
    this.timeline = timeline;
    this.type = type;
    this.style = style;
    this.slots = slots;
    this.fold = fold;
    this.shown = fold.columns();
    this.caption = Caption.of(timeline, fold, sheet());
    this.moments = new LadderMoments(timeline, fold);
  }

  /**
   * The same with slots of other heights.
   *
   * @param packets how high, at a size of 1, the slot of a step is that is a packet or one end of a
   *     measured flight
   */
  public Ladder spaced(IntToDoubleFunction packets) {
    Slots spaced = new Slots(timeline, style, packets);
    return new Ladder(timeline, type, style, gauges, spaced, fold);
  }

  /** The same of nothing but some lifelines, by their index, and what happens on these alone. */
  public Ladder only(BitSet lifelines) {
    List<Lifeline> fewer =
        timeline.lifelines().stream().filter(each -> lifelines.get(each.index())).toList();
    return new Ladder(timeline, type, style, gauges, slots, Fold.none(timeline, fewer));
  }

  @Override
  public double contentWidth(double width) {
    return Math.max(width, columns(width, 0).width() + beside());
  }

  /** How much of the width the numbers beside the lifelines take. */
  private double beside() {
    return gauges.width() * style.size();
  }

  private Columns columns(double width, double scroll) {
    double room = Math.max(0, width - beside());
    return new Columns(timeline, fold, room, scroll, style.size());
  }

  @Override
  public double contentHeight(double width) {
    return body(width) + slots.end() + (end() + FOOTER) * style.size();
  }

  private double end() {
    return style.playhead() ? END : PLAIN_END;
  }

  /** How far from the content's left a lifeline stands in a picture of some width. */
  private double x(double width, int lifeline) {
    return columns(width, 0).x(lifeline);
  }

  /** How far from the content's top the playhead stands at a position. */
  public double y(double width, double position) {
    return body(width) + slots.at(position);
  }

  /** The position whose playhead stands so far from the content's top. */
  public double position(double width, double y) {
    return slots.position(y - body(width));
  }

  @Override
  public Optional<Attention> attention(double width, double position) {
    double left = Double.MAX_VALUE;
    double right = 0;
    int step = (int) Math.ceil(position);
    if (step >= 1 && step <= timeline.steps()) {
      for (Moment moment : timeline.momentsBetween(step, step)) {
        for (int lifeline : LadderMoments.lifelines(moment)) {
          left = Math.min(left, x(width, lifeline) - BESIDE * style.size());
          right = Math.max(right, x(width, lifeline) + BESIDE * style.size());
        }
      }
    }
    return Optional.of(new Attention(left, right, y(width, position)));
  }

  private Sheet sheet() {
    return new Sheet(type, style.palette(), style.size(), timeline.language());
  }

  private double body(double width) {
    Columns columns = columns(width, 0);
    return headLines(columns).bottom() + BELOW_HEADS * style.size();
  }

  private HeadLines headLines(Columns columns) {
    HeadLines lines = headLines;
    if (lines == null || lines.room() != columns.headRoom()) {
      lines = new HeadLines(sheet(), columns.headRoom(), shown);
      headLines = lines;
    }
    return lines;
  }

  @Override
  public Picture picture(Viewport view, double position) {
    return page(view, position, 0, Double.MAX_VALUE);
  }

  /**
   * As {@link #picture}, of which nothing is seen above one place and below another, as on a page
   * that begins and ends there.
   *
   * @param begin how far from the content's top the page begins
   * @param end how far from the content's top it ends
   */
  public Picture page(Viewport view, double position, double begin, double end) {
    Sheet sheet = sheet();
    Columns columns = columns(view.width(), view.scrollX());
    sheet.seenTo(view.width());
    HeadLines lines = headLines(columns);
    Heads heads = new Heads(sheet, columns, shown, lines);
    double start = lines.bottom() + sheet.of(BELOW_HEADS);
    double footer = Math.min(view.height() - sheet.of(FOOTER), end - view.scrollY());
    double top = Math.max(lines.bottom(), begin - view.scrollY());
    double reach = timeline.measured() ? sheet.of(FlightLabel.REACH) : 0;
    Scene scene = new Scene(timeline, slots, start - view.scrollY(), top, footer, reach, position);
    LadderFrame frame =
        new LadderFrame(sheet, columns, scene, view, shown, view.width() - beside());
    if (shown.isEmpty()) {
      frame.nothing();
    } else {
      frame.lifelines();
      moments.draw(
          sheet,
          columns,
          scene,
          () -> {
            if (style.playhead()) {
              frame.playhead(timeline, position);
            }
          });
      Gauges.Shapes numbers = gauges.shapes(sheet, scene, view.width());
      numbers.draw(style.playhead());
      frame.cover(footer, view.height());
      frame.cover(lines.bottom(), top);
      heads.draw(view.width());
      numbers.frame(lines.bottom(), footer);
      if (begin > 0) {
        frame.goesOnAbove(top);
      }
      if (end < Double.MAX_VALUE) {
        frame.goesOnBelow(footer);
      }
      frame.legend(caption.legends());
    }
    Drawing drawing =
        new Drawing(
            view.width(),
            view.height(),
            style.palette().canvas(),
            caption.title(),
            caption.description(),
            sheet.items());
    double contentWidth = Math.max(view.width(), columns.width() + beside());
    double contentHeight = start + slots.end() + sheet.of(end() + FOOTER);
    return new Picture(drawing, sheet.regions(), contentWidth, contentHeight);
  }
}
