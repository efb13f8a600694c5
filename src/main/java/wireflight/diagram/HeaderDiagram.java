package wireflight.diagram;

import java.util.Optional;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Timeline;

/**
 * The headers of a packet as their RFCs draw them: 32 bits a row, every field with its value; and
 * beneath them the bytes of the packet.
 *
 * <p>Of the packet that a person has chosen, or else of the one at the playhead. A field's group is
 * called {@code field-…} and that of its bytes {@code bytes-…}, so that one can be lit with the
 * other; the group's description explains the field. Immutable; any thread may use it.
 */
public final class HeaderDiagram implements Diagram {
  private static final double LEAST_WIDTH = 816;
  private static final double MOST_WIDTH = 1150;
  private static final double MARGIN = 12;
  private static final double TOP = 46;
  private static final double TITLE = 16;
  private static final double NOTE = 13;

  /** How many packets are asked how high they are. */
  private static final int SAMPLE = 60;

  /** How many steps back a packet is looked for. */
  private static final int FAR = 2000;

  private final Subject subject;
  private final Timeline timeline;
  private final Typesetter type;
  private final DiagramStyle style;
  private final double highest;

  /** Finds out how high the headers of the recording are. */
  public HeaderDiagram(Subject subject, Typesetter type, DiagramStyle style) {
    this.subject = subject;
    this.timeline = subject.timeline();
    this.type = type;
    this.style = style;
    this.highest = highest();
  }

  private double highest() {
    if (isChosen()) {
      return HeaderBlocks.height(HeaderFacts.of(subject.analysis(), subject.row()));
    }
    double most = 0;
    int stride = Math.max(1, timeline.steps() / SAMPLE);
    for (int step = 1; step <= timeline.steps(); step += stride) {
      int packet = step;
      while (packet < Math.min(step + stride, timeline.steps()) && !isPacket(packet)) {
        packet++;
      }
      if (isPacket(packet)) {
        HeaderFacts facts = HeaderFacts.of(subject.analysis(), timeline.rowOf(packet));
        most = Math.max(most, HeaderBlocks.height(facts));
      }
    }
    return most;
  }

  private boolean isPacket(int step) {
    return subject.analysis().trace().isFrame(timeline.rowOf(step));
  }

  private boolean isChosen() {
    int row = subject.row();
    return row >= 0
        && row < subject.analysis().trace().size()
        && subject.analysis().trace().isFrame(row);
  }

  @Override
  public double contentWidth(double width) {
    return Math.max(width, LEAST_WIDTH * style.size());
  }

  @Override
  public double contentHeight(double width) {
    return (TOP + highest + MARGIN) * style.size();
  }

  /** What the packet is about: its innermost header. */
  @Override
  public Optional<Attention> attention(double width, double position) {
    int row = isChosen() ? subject.row() : latest(position);
    if (row < 0) {
      return Optional.empty();
    }
    double above = TOP + HeaderBlocks.above(HeaderFacts.of(subject.analysis(), row));
    return Optional.of(new Attention(0, 0, above * style.size()));
  }

  @Override
  public Picture picture(Viewport view, double position) {
    Sheet sheet = new Sheet(type, style.palette(), style.size(), timeline.language());
    double width = contentWidth(view.width());
    double wide = Math.min(width - sheet.of(2 * MARGIN), sheet.of(MOST_WIDTH));
    double left = (width - wide) / 2 - view.scrollX();
    int row = isChosen() ? subject.row() : latest(position);
    if (row < 0) {
      nothing(sheet, view);
    } else {
      HeaderFacts facts = HeaderFacts.of(subject.analysis(), row);
      title(sheet, facts, left, -view.scrollY(), wide);
      double top = sheet.of(TOP) - view.scrollY();
      new HeaderBlocks(sheet, facts, left, wide).draw(top);
    }
    Drawing drawing =
        new Drawing(
            view.width(),
            view.height(),
            style.palette().canvas(),
            sheet.texts.get("header.title"),
            row < 0
                ? sheet.texts.get("header.noneYet")
                : sheet.texts.get("header.described", String.valueOf(row + 1)),
            sheet.items());
    return new Picture(drawing, sheet.regions(), width, contentHeight(view.width()));
  }

  /** The packet under way, or the latest that was; -1 before the first. */
  private int latest(double position) {
    Instant instant = Instant.of(timeline, position);
    if (instant.flight() != null) {
      return instant.flight().row();
    }
    int last = instant.row() < 0 ? 0 : timeline.stepOf(instant.row());
    for (int step = last; step > Math.max(0, last - FAR); step--) {
      if (isPacket(step)) {
        return timeline.rowOf(step);
      }
    }
    return -1;
  }

  private void title(Sheet sheet, HeaderFacts facts, double left, double top, double wide) {
    Palette palette = style.palette();
    double middle = top + sheet.of(24);
    String number = String.valueOf(facts.row() + 1);
    String name = sheet.texts.get("header.frame", number, facts.summary());
    sheet.text(
        left,
        middle,
        sheet.fit(name, Face.BOLD, TITLE, wide),
        Face.BOLD,
        TITLE,
        palette.text(),
        Anchor.START);
    double used = sheet.width(name, Face.BOLD, TITLE) + sheet.of(20);
    String ends = facts.ends();
    if (used + sheet.width(ends, Face.MONO, NOTE) < wide) {
      sheet.text(left + wide, middle, ends, Face.MONO, NOTE, palette.mutedText(), Anchor.END);
    }
  }

  private void nothing(Sheet sheet, Viewport view) {
    sheet.alone(view, sheet.texts.get("header.none"));
  }
}
