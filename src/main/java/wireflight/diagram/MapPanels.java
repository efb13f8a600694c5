package wireflight.diagram;

import java.util.List;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Item.Stroke;
import wireflight.drawing.Palette;

/** Draws the panels of devices and processes. */
final class MapPanels {
  private static final double TITLE = 15.5;
  private static final double PROCESS = 13;
  private static final double NOTE = 12.5;

  private final Sheet sheet;
  private final MapContent.Frame frame;
  private final MapModel model;

  MapPanels(Sheet sheet, MapContent.Frame frame, MapModel model) {
    this.sheet = sheet;
    this.frame = frame;
    this.model = model;
  }

  void draw(MapLayout.Panel panel) {
    if (!frame.shows(panel.y(), panel.height())) {
      return;
    }
    if (panel.device()) {
      device(panel, model.devices().get(panel.index()), addresses(panel.index()));
    } else {
      process(panel, model.homes().get(panel.index()).process());
    }
  }

  /** A device with its name, and at the right what else there is to say. */
  void device(MapLayout.Panel panel, String name, String note) {
    Palette palette = sheet.palette;
    double x = panel.x() - frame.scrollX();
    Stroke outline = new Stroke(palette.border(), sheet.of(1.2));
    sheet.box(x, panel.y(), panel.width(), panel.height(), 14, palette.surface(), outline);
    double y = panel.y() + sheet.of(19);
    double room = panel.width() - sheet.of(32);
    String shown = sheet.fit(name, Face.BOLD, TITLE, room);
    sheet.text(x + sheet.of(16), y, shown, Face.BOLD, TITLE, palette.text(), Anchor.START);
    double left = room - sheet.width(shown, Face.BOLD, TITLE) - sheet.of(16);
    if (sheet.width(note, Face.REGULAR, NOTE) <= left) {
      double right = x + panel.width() - sheet.of(16);
      sheet.text(right, y, note, Face.REGULAR, NOTE, palette.mutedText(), Anchor.END);
    }
  }

  private void process(MapLayout.Panel panel, int process) {
    Palette palette = sheet.palette;
    double x = panel.x() - frame.scrollX();
    Stroke outline = new Stroke(palette.border(), sheet.of(1.2), List.of(sheet.of(5), sheet.of(4)));
    sheet.box(x, panel.y(), panel.width(), panel.height(), 10, null, outline);
    sheet.text(
        x + sheet.of(12),
        panel.y() + sheet.of(17),
        sheet.fit(
            sheet.texts.get("heads.process", String.valueOf(process)),
            Face.SEMIBOLD,
            PROCESS,
            panel.width() - sheet.of(24)),
        Face.SEMIBOLD,
        PROCESS,
        palette.mutedText(),
        Anchor.START);
  }

  private String addresses(int device) {
    List<String> addresses =
        model.cards().stream()
            .filter(card -> model.homes().get(card.home()).device() == device)
            .map(MapCard::local)
            .map(it -> it == null || it.address().isUnspecified() ? "" : it.address().toString())
            .filter(text -> !text.isEmpty() && !text.equals(model.devices().get(device)))
            .distinct()
            .toList();
    if (addresses.isEmpty() || addresses.size() > 3) {
      return "";
    }
    String all = String.join(", ", addresses);
    return sheet.texts.get("mapPanels.addresses", addresses.size(), all);
  }
}
