package wireflight.diagram;

import java.util.List;
import java.util.Optional;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Lifeline;
import wireflight.timeline.Moment;
import wireflight.timeline.Timeline;

/**
 * The flow of socket calls: a column a socket, a box a call from its entry to its return, and
 * between them the packets that the calls caused.
 *
 * <p>Calls that are still to come are there as dashed boxes, since a program is written before it
 * runs; what they will give is not. Immutable; any thread may use it.
 */
public final class Calls implements Diagram {
  private static final double TOP = 13;
  private static final double CARD = 50;
  private static final double HEAD = 82;
  private static final double FOOTER = 30;
  private static final double END = 18;

  private final Subject subject;
  private final Timeline timeline;
  private final Typesetter type;
  private final DiagramStyle style;
  private final CallLines lines;
  private final Fold fold;

  /** Computes where every call stands. */
  public Calls(Subject subject, Typesetter type, DiagramStyle style, LadderStyle.Crowd crowd) {
    this.subject = subject;
    this.timeline = subject.timeline();
    this.type = type;
    this.style = style;
    lines = new CallLines(subject);
    int columns = CallBlocks.fitting(crowd.room());
    fold = Fold.of(timeline, crowd.most(), columns, timeline.language().texts(Sheet.class));
  }

  @Override
  public double contentWidth(double width) {
    return lines.isEmpty() ? width : blocks(width, 0).width();
  }

  @Override
  public double contentHeight(double width) {
    return (HEAD + lines.end() + END + FOOTER) * style.size();
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
  public Optional<Attention> attention(double width, double position) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    CallBlocks blocks = blocks(width, 0);
    double left = Double.MAX_VALUE;
    double right = 0;
    int step = (int) Math.ceil(position);
    if (step >= 1 && step <= timeline.steps()) {
      for (Moment moment : timeline.momentsBetween(step, step)) {
        for (int lifeline : LadderMoments.lifelines(moment)) {
          left = Math.min(left, blocks.left(lifeline));
          right = Math.max(right, blocks.right(lifeline));
        }
      }
    }
    double y = HEAD + new CallScene(timeline, position).y(lines);
    return Optional.of(new Attention(left, right, y * style.size()));
  }

  private CallBlocks blocks(double width, double scroll) {
    return new CallBlocks(timeline, fold, lines.calls(), width, scroll, style.size());
  }

  @Override
  public Picture picture(Viewport view, double position) {
    Sheet sheet = new Sheet(type, style.palette(), style.size(), timeline.language());
    if (lines.isEmpty()) {
      nothing(sheet, view);
    } else {
      flow(sheet, view, new CallScene(timeline, position));
    }
    Drawing drawing =
        new Drawing(
            view.width(),
            view.height(),
            style.palette().canvas(),
            sheet.texts.get("calls.title"),
            sheet.texts.get(
                "calls.described",
                String.valueOf(lines.calls().size()),
                timeline.lifelines().size()),
            sheet.items());
    return new Picture(
        drawing, sheet.regions(), contentWidth(view.width()), contentHeight(view.width()));
  }

  private void flow(Sheet sheet, Viewport view, CallScene scene) {
    CallBlocks blocks = blocks(view.width(), view.scrollX());
    double shift = sheet.of(HEAD) - view.scrollY();
    double footer = view.height() - sheet.of(FOOTER);
    double first = (sheet.of(HEAD) - shift) / style.size();
    double last = (footer - shift) / style.size();
    lifelines(sheet, blocks, view.scrollY(), footer);
    List<Moment.Call> inView = lines.between(first, last);
    new CallBox(sheet, blocks, scene, lines, shift, footer).draw(inView, timeline.lifelines());
    CallPackets packets = new CallPackets(sheet, blocks, scene, timeline, inView);
    List<CallLine> all = lines.lines();
    for (int i = lines.firstBelow(first); i < all.size() && all.get(i).top() < last; i++) {
      CallLine line = all.get(i);
      double top = shift + sheet.of(line.top());
      double bottom = shift + sheet.of(line.bottom());
      switch (line) {
        case CallLine.Packet packet -> packets.single(packet, top, bottom);
        case CallLine.Packets many -> packets.many(many, top, bottom);
        case CallLine.Made _, CallLine.Returned _ -> {}
      }
    }
    Palette palette = style.palette();
    sheet.box(0, 0, view.width(), sheet.of(HEAD - 12), 0, palette.canvas(), null);
    fold.columns().forEach(lifeline -> head(sheet, blocks, lifeline));
    sheet.box(0, footer, view.width(), sheet.of(FOOTER), 0, palette.canvas(), null);
    footer(sheet, view, footer);
  }

  private void lifelines(Sheet sheet, CallBlocks blocks, double scrollY, double bottom) {
    double top = sheet.of(TOP + CARD) - scrollY % sheet.of(9);
    for (Lifeline lifeline : fold.columns()) {
      double x = blocks.centre(lifeline.index(), 0);
      sheet.dashed(x, top, x, bottom, style.palette().lifeline(), 1.4, 5, 4);
    }
  }

  private void head(Sheet sheet, CallBlocks blocks, Lifeline lifeline) {
    Palette palette = sheet.palette;
    double x = blocks.centre(lifeline.index(), 0);
    double width = blocks.box();
    double top = sheet.of(TOP);
    sheet.group(
        "lifeline-" + lifeline.index(),
        -1,
        lifeline.name() + " " + lifeline.address(),
        () -> {
          Stroke outline = new Stroke(palette.border(), sheet.of(1));
          sheet.box(x - width / 2, top, width, sheet.of(CARD), 8, palette.surface(), outline);
          double room = width - sheet.of(16);
          String name = sheet.fit(lifeline.name(), Face.BOLD, 15.5, room);
          sheet.text(x, top + sheet.of(16), name, Face.BOLD, 15.5, palette.text(), Anchor.MIDDLE);
          String known =
              lifeline.address().isEmpty() ? sheet.texts.get("heads.unbound") : lifeline.address();
          String address = sheet.fit(known, Face.MONO, 12, room);
          sheet.text(
              x, top + sheet.of(35), address, Face.MONO, 12, palette.mutedText(), Anchor.MIDDLE);
        });
  }

  private void footer(Sheet sheet, Viewport view, double top) {
    List<String> legend =
        fold.folded() > 0
            ? List.of(
                sheet.texts.get("fold.legend", fold.folded()),
                sheet.texts.get("fold.legend.short", fold.folded()))
            : List.of(
                sheet.texts.get("calls.legend.long"),
                sheet.texts.get("calls.legend.middle"),
                sheet.texts.get("calls.legend.short"));
    String text = sheet.longest(legend, Face.REGULAR, 12.5, view.width() - sheet.of(24));
    double middle = top + sheet.of(FOOTER) / 2;
    Color muted = sheet.palette.mutedText();
    sheet.text(view.width() / 2, middle, text, Face.REGULAR, 12.5, muted, Anchor.MIDDLE);
  }

  private void nothing(Sheet sheet, Viewport view) {
    boolean any = subject.timeline().steps() > 0;
    sheet.alone(view, sheet.texts.get(any ? "calls.unrecorded" : "calls.none"));
  }
}
