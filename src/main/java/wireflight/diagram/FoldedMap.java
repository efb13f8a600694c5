package wireflight.diagram;

import java.util.List;
import wireflight.connection.Analysis;
import wireflight.drawing.Face;
import wireflight.drawing.Item.Anchor;
import wireflight.drawing.Palette;
import wireflight.language.Texts;
import wireflight.timeline.Timeline;
import wireflight.timeline.Words;

/**
 * A map of many connections: the one that is under way with its two sockets, and beneath it all of
 * them, folded by server and port.
 */
final class FoldedMap implements MapContent {
  /** Room for the sockets of one connection. */
  private static final double NOW = 160;

  private static final double PROCESSES = 46;

  private static final double TITLE = 34;
  private static final double TITLE_TEXT = 15;

  /** How many steps back a packet is looked for. */
  private static final int FAR = 2000;

  private final Timeline timeline;
  private final Analysis analysis;
  private final MapStates states;
  private final List<MapGroup> groups;
  private final double now;

  FoldedMap(Subject subject) {
    this.timeline = subject.timeline();
    this.analysis = subject.analysis();
    this.states = new MapStates(subject);
    boolean processes = timeline.lifelines().stream().anyMatch(line -> line.process() != 0);
    this.now = NOW + (processes ? PROCESSES : 0);
    this.groups = MapFold.of(timeline.connections(), subject);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public double width(double pictureWidth, double size) {
    return new MapLayout(
            new MapModel(List.of(), List.of(), List.of(), List.of()), pictureWidth, 0, size)
        .width();
  }

  @Override
  public double height(double pictureWidth, double top, double size) {
    return top + size * (now + TITLE + MapGroups.PITCH * groups.size() + 12);
  }

  @Override
  public void draw(Sheet sheet, Frame frame, Instant instant) {
    int connection = current(instant);
    if (connection >= 0) {
      MapModel pair = MapPair.of(timeline, analysis.connections().get(connection));
      PlainMap.draw(sheet, frame, instant, pair, states);
    }
    int begun = MapGroup.begun(timeline.connections(), instant.seen());
    if (begun == 0) {
      return;
    }
    double y = frame.top() + sheet.of(now);
    Palette palette = sheet.palette;
    String title =
        sheet.texts.get(begun == 1 ? "foldedMap.one" : "foldedMap.title", Words.grouped(begun));
    sheet.text(
        sheet.of(20) - frame.scrollX(),
        y + sheet.of(TITLE / 2),
        sheet.fit(title, Face.SEMIBOLD, TITLE_TEXT, frame.width() - sheet.of(40)),
        Face.SEMIBOLD,
        TITLE_TEXT,
        palette.text(),
        Anchor.START);
    MapGroups shapes = new MapGroups(sheet, frame, instant);
    for (int i = 0; i < groups.size(); i++) {
      shapes.draw(groups.get(i), y + sheet.of(TITLE + MapGroups.PITCH * i), i, connection);
    }
  }

  /** The connection of the latest packet; -1 before the first. */
  private int current(Instant instant) {
    if (instant.flight() != null) {
      return instant.flight().connection();
    }
    int last = instant.row() < 0 ? 0 : timeline.stepOf(instant.row());
    for (int step = last; step > Math.max(0, last - FAR); step--) {
      if (timeline.kindOf(step).showsPacket()) {
        int row = timeline.rowOf(step);
        int quoted = analysis.quotedConnection(row);
        return quoted >= 0 ? quoted : analysis.connectionOf(row);
      }
    }
    return -1;
  }

  @Override
  public String description() {
    String connections = String.valueOf(timeline.connections().size());
    Texts texts = timeline.language().texts(FoldedMap.class);
    return texts.get("foldedMap.described", connections, groups.size());
  }
}
