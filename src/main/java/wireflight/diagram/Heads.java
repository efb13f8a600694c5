package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;
import wireflight.language.Texts;
import wireflight.timeline.Lifeline;

/** The cards at the top of the lifelines: who it is, at which address, on which device. */
final class Heads {
  private static final double TOP = 13;
  private static final double LEAST_WIDTH = 184;
  private static final double NAME = 15.5;
  private static final double ADDRESS = 12;
  private static final double DEVICE = 13;
  private static final double PROCESS = 12;
  private static final double LINE = 16;

  private final Sheet sheet;
  private final Columns columns;
  private final List<Lifeline> lifelines;
  private final List<List<String>> small = new ArrayList<>();
  private final double width;
  private final double bottom;

  Heads(Sheet sheet, Columns columns, List<Lifeline> lifelines) {
    this.sheet = sheet;
    this.columns = columns;
    this.lifelines = lifelines;
    double inner = columns.headRoom() - sheet.of(20);
    int most = 1;
    double widest = 0;
    boolean eachDevice = lifelines.size() > 2 && commonDevice(sheet.texts, lifelines).isEmpty();
    for (Lifeline lifeline : lifelines) {
      List<String> lines = lines(lifeline, inner);
      if (eachDevice && !lifeline.device().isEmpty()) {
        lines.add(device(sheet.texts, lifeline));
      }
      small.add(lines);
      most = Math.max(most, lines.size());
      widest = Math.max(widest, sheet.width(lifeline.name(), Face.BOLD, NAME));
      for (String line : lines) {
        widest = Math.max(widest, sheet.width(line, Face.MONO, ADDRESS));
      }
    }
    width = Math.clamp(widest + sheet.of(24), 0, columns.headRoom());
    bottom = sheet.of(TOP + 28 + LINE * most);
  }

  /** Below the cards. */
  double bottom() {
    return bottom;
  }

  private List<String> lines(Lifeline lifeline, double inner) {
    List<String> lines = new ArrayList<>();
    String address =
        lifeline.address().isEmpty() ? sheet.texts.get("heads.unbound") : lifeline.address();
    String service = lifeline.service().isEmpty() ? "" : "(" + lifeline.service() + ")";
    String both = service.isEmpty() ? address : address + " " + service;
    if (sheet.width(both, Face.MONO, ADDRESS) <= inner) {
      lines.add(both);
    } else {
      lines.add(tail(address, inner));
      if (!service.isEmpty()) {
        lines.add(service);
      }
    }
    return lines;
  }

  // What tells sockets apart stands at the end of an address.
  private String tail(String address, double inner) {
    String shown = address;
    while (shown.length() > 2 && sheet.width(shown, Face.MONO, ADDRESS) > inner) {
      shown = "…" + shown.substring(2);
    }
    return shown;
  }

  private static String device(Texts texts, Lifeline lifeline) {
    String device = DeviceNames.of(texts, lifeline.device());
    return lifeline.process() == 0 ? device : device + " · " + lifeline.process();
  }

  /**
   * The device and process of all of more than two lifelines, to be said once; empty where they
   * differ, and for two lifelines, which have room to say it beside their heads.
   */
  static String commonDevice(Texts texts, List<Lifeline> lifelines) {
    List<String> devices =
        lifelines.stream()
            .filter(lifeline -> !lifeline.device().isEmpty())
            .map(
                lifeline ->
                    lifeline.process() == 0
                        ? DeviceNames.of(texts, lifeline.device())
                        : texts.get(
                            "heads.deviceProcess",
                            DeviceNames.of(texts, lifeline.device()),
                            String.valueOf(lifeline.process())))
            .distinct()
            .toList();
    return lifelines.size() > 2 && devices.size() == 1 ? devices.getFirst() : "";
  }

  void draw(double pictureWidth) {
    Palette palette = sheet.palette;
    sheet.box(0, 0, pictureWidth, bottom, 0, palette.canvas(), null);
    double card = Math.max(width, Math.min(sheet.of(LEAST_WIDTH), columns.headRoom()));
    for (Lifeline lifeline : lifelines) {
      String described = lifeline.name() + " " + lifeline.address();
      sheet.group("lifeline-" + lifeline.index(), -1, described, () -> card(lifeline, card));
    }
    if (!lifelines.isEmpty() && lifelines.size() <= 2) {
      outside(
          lifelines.getFirst(), columns.x(0) - columns.margin() + sheet.of(17), Anchor.START, card);
    }
    if (lifelines.size() == 2) {
      outside(
          lifelines.getLast(), columns.x(1) + columns.margin() - sheet.of(14), Anchor.END, card);
    }
  }

  private void card(Lifeline lifeline, double card) {
    Palette palette = sheet.palette;
    double x = columns.x(lifeline.index());
    double top = sheet.of(TOP);
    Stroke outline = new Stroke(palette.border(), sheet.of(1));
    sheet.box(x - card / 2, top, card, bottom - top, 8, palette.surface(), outline);
    String name = sheet.fit(lifeline.name(), Face.BOLD, NAME, card - sheet.of(16));
    double y = top + sheet.of(15);
    sheet.text(x, y, name, Face.BOLD, NAME, palette.text(), Anchor.MIDDLE);
    for (String line : small.get(lifeline.index())) {
      y += sheet.of(LINE + 1);
      String shown = sheet.fit(line, Face.MONO, ADDRESS, card - sheet.of(12));
      sheet.text(x, y, shown, Face.MONO, ADDRESS, palette.mutedText(), Anchor.MIDDLE);
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
    sheet.text(x, sheet.of(TOP + 15), device, Face.SEMIBOLD, DEVICE, palette.text(), anchor);
    if (!process.isEmpty()) {
      double y = sheet.of(TOP + 32);
      sheet.text(x, y, process, Face.REGULAR, PROCESS, palette.mutedText(), anchor);
    }
  }
}
