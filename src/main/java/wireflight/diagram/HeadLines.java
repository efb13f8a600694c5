package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import wireflight.drawing.Face;
import wireflight.language.Texts;
import wireflight.timeline.Lifeline;

/**
 * What stands on the cards at the top of the lifelines, fitted into the room that each has, and how
 * large that makes the cards.
 *
 * <p>Depends on nothing that changes while a recording plays, so it is made once, not a picture: a
 * capture may have thousands of lifelines. Immutable.
 */
final class HeadLines {
  static final double TOP = 13;
  static final double NAME = 15.5;
  static final double ADDRESS = 12;
  static final double LINE = 16;

  private final double room;
  private final List<List<String>> small = new ArrayList<>();
  private final double width;
  private final double bottom;

  /**
   * Fits the lines.
   *
   * @param sheet to measure with
   * @param room how wide a card may be
   */
  HeadLines(Sheet sheet, double room, List<Lifeline> lifelines) {
    this.room = room;
    double inner = room - sheet.of(20);
    int most = 1;
    double widest = 0;
    boolean eachDevice = lifelines.size() > 2 && commonDevice(sheet.texts, lifelines).isEmpty();
    for (Lifeline lifeline : lifelines) {
      List<String> lines = lines(sheet, lifeline, inner);
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
    width = Math.clamp(widest + sheet.of(24), 0, room);
    bottom = sheet.of(TOP + 28 + LINE * most);
  }

  /** How wide a card may be. */
  double room() {
    return room;
  }

  /** How wide the widest card is. */
  double width() {
    return width;
  }

  /** Where the cards end. */
  double bottom() {
    return bottom;
  }

  /** What stands below a lifeline's name, by its place among those that were given. */
  List<String> small(int place) {
    return small.get(place);
  }

  private static List<String> lines(Sheet sheet, Lifeline lifeline, double inner) {
    List<String> lines = new ArrayList<>();
    String address =
        lifeline.address().isEmpty() ? sheet.texts.get("heads.unbound") : lifeline.address();
    String service = lifeline.service().isEmpty() ? "" : "(" + lifeline.service() + ")";
    String both = service.isEmpty() ? address : address + " " + service;
    if (sheet.width(both, Face.MONO, ADDRESS) <= inner) {
      lines.add(both);
    } else {
      lines.add(tail(sheet, address, inner));
      if (!service.isEmpty()) {
        lines.add(service);
      }
    }
    return lines;
  }

  // What tells sockets apart stands at the end of an address.
  private static String tail(Sheet sheet, String address, double inner) {
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
}
