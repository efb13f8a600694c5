package wireflight.diagram;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
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
  private static final double PLAIN_END = 8;

  /** The dots below and above a lifeline that goes on on another page. */
  private static final int DOTS = 3;

  private static final double DOT = 1.4;
  private static final double DOT_GAP = 4.5;

  private static final double FOOTER = 30;
  private static final double FOOTER_TEXT = 12.5;
  private static final double TIME_TEXT = 13;

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

  /** Those of the last width asked for: a window asks for the same one frame after frame. */
  private volatile @Nullable HeadLines headLines;

  /** Those of the last steps asked for: most frames of a playing ladder show the same ones. */
  private volatile @Nullable Seen seen;

  private record Seen(int firstStep, int lastStep, List<Moment> moments) {}

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
        for (int lifeline : lifelines(moment)) {
          left = Math.min(left, x(width, lifeline) - BESIDE * style.size());
          right = Math.max(right, x(width, lifeline) + BESIDE * style.size());
        }
      }
    }
    return Optional.of(new Attention(left, right, y(width, position)));
  }

  /** The lifelines that a moment is about. */
  static int[] lifelines(Moment moment) {
    return switch (moment) {
      case Moment.Flight flight -> new int[] {flight.from(), flight.to()};
      case Moment.Call call -> new int[] {call.lifeline()};
      case Moment.StateChange _, Moment.Narration _ -> new int[] {};
    };
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
    if (shown.isEmpty()) {
      nothing(sheet, view);
    } else {
      lifelines(sheet, columns, scene, view);
      moments(sheet, columns, scene, view, position);
      Gauges.Shapes numbers = gauges.shapes(sheet, scene, view.width());
      numbers.draw(style.playhead());
      Palette palette = style.palette();
      sheet.box(0, footer, view.width(), view.height() - footer, 0, palette.canvas(), null);
      if (top > lines.bottom()) {
        double above = top - lines.bottom();
        sheet.box(0, lines.bottom(), view.width(), above, 0, palette.canvas(), null);
      }
      heads.draw(view.width());
      numbers.frame(lines.bottom(), footer);
      if (begin > 0) {
        dots(sheet, columns, top - sheet.of(DOTS * DOT_GAP - DOT_GAP / 2));
      }
      if (end < Double.MAX_VALUE) {
        dots(sheet, columns, footer + sheet.of(DOT_GAP));
      }
      legend(sheet, view);
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

  private void lifelines(Sheet sheet, Columns columns, Scene scene, Viewport view) {
    double period = sheet.of(9);
    // The dashes scroll with the content.
    double top = scene.viewTop() - view.scrollY() % period;
    for (Lifeline lifeline : shown) {
      if (!columns.isNear(lifeline.index(), view.width())) {
        continue;
      }
      double x = columns.x(lifeline.index());
      double bottom = scene.viewBottom();
      sheet.dashed(x, top, x, bottom, style.palette().lifeline(), 1.4, 5, 4);
    }
  }

  /** Tells that the lifelines go on on another page. */
  private void dots(Sheet sheet, Columns columns, double first) {
    double radius = sheet.of(DOT);
    for (Lifeline lifeline : shown) {
      double x = columns.x(lifeline.index());
      for (int dot = 0; dot < DOTS; dot++) {
        double y = first + sheet.of(DOT_GAP * dot);
        sheet.add(new Item.Ellipse(x, y, radius, radius, style.palette().lifeline(), null));
      }
    }
  }

  private void moments(Sheet sheet, Columns columns, Scene scene, Viewport view, double position) {
    List<Moment> moments = moments(scene.firstStep(), scene.lastStep(), columns);
    Bars bars = new Bars(columns, moments);
    Places beside = new Places();
    CallShape calls = new CallShape(sheet, columns, scene, bars, beside);
    StateShape states = new StateShape(sheet, columns, scene, bars, beside);
    Places places = new Places();
    FlightShape flights = new FlightShape(sheet, columns, scene, bars, places, beside);
    TimerShape timers = new TimerShape(sheet, columns, scene, places);
    for (Moment moment : moments) {
      if (moment instanceof Moment.Call call) {
        calls.draw(call);
      }
    }
    List<Moment.Flight> underWay = new ArrayList<>();
    Moment.@Nullable Flight flight = null;
    for (Moment moment : moments) {
      switch (moment) {
        case Moment.Flight packet -> {
          flight = packet;
          if (flights.isUnderWay(packet)) {
            underWay.add(packet);
          } else {
            flights.draw(packet);
          }
        }
        case Moment.StateChange change ->
            states.draw(change, flight != null && flight.row() == change.row() ? flight : null);
        case Moment.Call call -> {}
        case Moment.Narration narration -> {}
      }
    }
    underWay.forEach(flights::settle);
    for (Moment moment : moments) {
      if (moment instanceof Moment.Flight lost) {
        timers.draw(lost);
      }
    }
    flights.label(moments);
    timers.label();
    if (style.playhead()) {
      playhead(sheet, scene, view, position);
    }
    underWay.forEach(flights::draw);
  }

  private List<Moment> moments(int firstStep, int lastStep, Columns columns) {
    if (lastStep < firstStep || lastStep == 0) {
      return List.of();
    }
    Seen last = seen;
    if (last == null || last.firstStep != firstStep || last.lastStep != lastStep) {
      List<Moment> all = timeline.momentsBetween(firstStep, lastStep);
      boolean every = fold.folded() > 0 || shown.size() == timeline.lifelines().size();
      List<Moment> kept =
          every ? all : all.stream().filter(moment -> isShown(moment, columns)).toList();
      last = new Seen(firstStep, lastStep, kept);
      seen = last;
    }
    return last.moments;
  }

  private static boolean isShown(Moment moment, Columns columns) {
    return switch (moment) {
      case Moment.Flight flight -> columns.shows(flight.from()) && columns.shows(flight.to());
      case Moment.Call call -> columns.shows(call.lifeline());
      case Moment.StateChange change -> columns.shows(change.lifeline());
      case Moment.Narration _ -> true;
    };
  }

  private void playhead(Sheet sheet, Scene scene, Viewport view, double position) {
    double y = scene.playhead();
    double label = y + sheet.of(10);
    if (y < scene.viewTop() || y > scene.viewBottom() || timeline.steps() == 0) {
      return;
    }
    Palette palette = style.palette();
    double right = view.width() - sheet.of(12);
    int before = (int) Math.floor(position);
    int after = Math.min(before + 1, timeline.steps());
    long since = timeline.timeOf(before) - timeline.timeOf(0);
    long pause = timeline.timeOf(after) - timeline.timeOf(before);
    String time = sheet.duration(since + Math.round((position - before) * pause));
    sheet.group(
        "playhead",
        -1,
        sheet.texts.get("ladder.playhead", time),
        () -> {
          sheet.line(sheet.of(12), y, right, y, palette.accent(), 1.2);
          if (label + sheet.of(8) < scene.viewBottom()) {
            sheet.text(
                right - beside(),
                label,
                time,
                Face.SEMIBOLD,
                TIME_TEXT,
                palette.accent(),
                Anchor.END);
          }
        });
  }

  private void legend(Sheet sheet, Viewport view) {
    double room = view.width() - beside() - sheet.of(24);
    sheet.text(
        (view.width() - beside()) / 2,
        view.height() - sheet.of(FOOTER) / 2,
        sheet.longest(caption.legends(), Face.REGULAR, FOOTER_TEXT, room),
        Face.REGULAR,
        FOOTER_TEXT,
        style.palette().mutedText(),
        Anchor.MIDDLE);
  }

  private void nothing(Sheet sheet, Viewport view) {
    String text = sheet.texts.get("ladder.none");
    sheet.text(
        view.width() / 2,
        view.height() / 2,
        sheet.fit(text, Face.REGULAR, 16, view.width() - sheet.of(24)),
        Face.REGULAR,
        16,
        style.palette().mutedText(),
        Anchor.MIDDLE);
  }
}
