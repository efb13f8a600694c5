package wireflight.ui;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wireflight.connection.Connection;
import wireflight.drawing.Drawing;
import wireflight.export.Export;
import wireflight.export.ExportOptions;

/**
 * Exports of what is on show at one moment, also of connections other than the one in the focus.
 *
 * <p>For the JavaFX thread only.
 */
final class Exports implements ExportSource {
  private final Showing shown;
  private final RecordingFiles files;
  private final Texts texts;
  private final int selected;
  private final double position;
  private final Map<Integer, Showing> focused = new HashMap<>();

  /**
   * Exports.
   *
   * @param selected the row of the packet whose header is shown, or -1
   * @param position of the playhead
   */
  Exports(Showing shown, RecordingFiles files, Texts texts, int selected, double position) {
    this.shown = shown;
    this.files = files;
    this.texts = texts;
    this.selected = selected;
    this.position = position;
  }

  @Override
  public List<Integer> connections() {
    return shown.connections().stream().map(Connection::index).toList();
  }

  @Override
  public String name(int connection) {
    Connection named = shown.analysis().connections().get(connection);
    return texts.get(
        "export.connection.one",
        named.name(),
        named.client(),
        String.valueOf(named.server().port()));
  }

  @Override
  public int steps(int connection) {
    return showing(connection).timeline().steps();
  }

  @Override
  public List<Drawing> pages(ExportChoice choice) throws IOException {
    return export(choice).previews(choice.format(), options(choice));
  }

  @Override
  public String text(ExportChoice choice) throws IOException {
    return export(choice).sample(choice.format(), options(choice));
  }

  /** What writes a choice. */
  Export export(ExportChoice choice) {
    return files.export(showing(choice.connection()), selected, choice.view());
  }

  /** A choice in the words of an export. */
  ExportOptions options(ExportChoice choice) {
    // The playhead counts the steps of what is on show; elsewhere it stands at the same row.
    double there = position;
    if (choice.connection() != shown.focus()) {
      int whole = (int) Math.min(position, shown.timeline().steps());
      int row = whole == 0 ? -1 : shown.timeline().rowOf(whole);
      there = Steps.shownBy(showing(choice.connection()).timeline(), row);
    }
    return choice.options(there);
  }

  private Showing showing(int connection) {
    return focused.computeIfAbsent(connection, shown::focused);
  }
}
