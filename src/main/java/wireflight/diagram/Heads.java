package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.timeline.Lifeline;

/** The cards at the top of the lifelines: who it is, at which address, on which device. */
final class Heads {
  private static final double LEAST_WIDTH = 184;
  private static final double DEVICE = 13;
  private static final double PROCESS = 12;

  private final Sheet sheet;
  private final Columns columns;
  private final List<Lifeline> lifelines;
  private final HeadLines lines;

  Heads(Sheet sheet, Columns columns, List<Lifeline> lifelines, HeadLines lines) {
    this.sheet = sheet;
    this.columns = columns;
    this.lifelines = lifelines;
    this.lines = lines;
  }

  void draw(double pictureWidth) {
    Palette palette = sheet.palette;
    sheet.box(0, 0, pictureWidth, lines.bottom(), 0, palette.canvas(), null);
    double card = Math.max(lines.width(), Math.min(sheet.of(LEAST_WIDTH), columns.headRoom()));
    for (int at = 0; at < lifelines.size(); at++) {
      Lifeline lifeline = lifelines.get(at);
      List<String> small = lines.small(at);
      if (!columns.isNear(lifeline.index(), pictureWidth)) {
        continue;
      }
      String described = lifeline.name() + " " + lifeline.address();
      sheet.group("lifeline-" + lifeline.index(), -1, described, () -> card(lifeline, small, card));
    }
    if (!lifelines.isEmpty() && lifelines.size() <= 2) {
      Lifeline first = lifelines.getFirst();
      double left = columns.x(first.index()) - columns.margin() + sheet.of(17);
      outside(first, left, Anchor.START, card);
    }
    if (lifelines.size() == 2) {
      Lifeline last = lifelines.getLast();
      double right = columns.x(last.index()) + columns.margin() - sheet.of(14);
      outside(last, right, Anchor.END, card);
    }
  }

  private void card(Lifeline lifeline, List<String> small, double card) {
    Palette palette = sheet.palette;
    double x = columns.x(lifeline.index());
    double top = sheet.of(HeadLines.TOP);
    Stroke outline = new Stroke(palette.border(), sheet.of(1));
    sheet.box(x - card / 2, top, card, lines.bottom() - top, 8, palette.surface(), outline);
    String name = sheet.fit(lifeline.name(), Face.BOLD, HeadLines.NAME, card - sheet.of(16));
    double y = top + sheet.of(15);
    sheet.text(x, y, name, Face.BOLD, HeadLines.NAME, palette.text(), Anchor.MIDDLE);
    for (String line : small) {
      y += sheet.of(HeadLines.LINE + 1);
      String shown = sheet.fit(line, Face.MONO, HeadLines.ADDRESS, card - sheet.of(12));
      sheet.text(x, y, shown, Face.MONO, HeadLines.ADDRESS, palette.mutedText(), Anchor.MIDDLE);
    }
  }

  private void outside(Lifeline lifeline, double x, Anchor anchor, double card) {
    double room = columns.margin() - card / 2 - sheet.of(17 + 10);
    String device = DeviceNames.of(sheet.texts, lifeline.device());
    String process =
        lifeline.process() == 0
            ? ""
            : sheet.texts.get("heads.process", String.valueOf(lifeline.process()));
    // Half a word tells less than none.
    if (device.isEmpty()
        || sheet.width(device, Face.SEMIBOLD, DEVICE) > room
        || sheet.width(process, Face.REGULAR, PROCESS) > room) {
      return;
    }
    Palette palette = sheet.palette;
    sheet.text(
        x, sheet.of(HeadLines.TOP + 15), device, Face.SEMIBOLD, DEVICE, palette.text(), anchor);
    if (!process.isEmpty()) {
      double y = sheet.of(HeadLines.TOP + 32);
      sheet.text(x, y, process, Face.REGULAR, PROCESS, palette.mutedText(), anchor);
    }
  }
}
