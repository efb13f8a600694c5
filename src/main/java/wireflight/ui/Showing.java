package wireflight.ui;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.Vantage;
import wireflight.diagram.Subject;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Trace;

/**
 * A recording as far as it has come, with everything the views ask of it.
 *
 * <p>Immutable to its users, and safe for several threads: what only some views need is made when
 * first asked for.
 */
final class Showing {
  private final String title;
  private final Analysis analysis;
  private final Timeline whole;
  private final Timeline timeline;
  private final int focus;
  private final RowIndex rows;
  private final Map<Integer, ConnectionHistory> histories = new ConcurrentHashMap<>();
  private final Map<Integer, AssociationHistory> associations = new ConcurrentHashMap<>();
  private final Map<Integer, DatagramHistory> datagrams = new ConcurrentHashMap<>();

  /**
   * What a recording means, under a title for people.
   *
   * @param whole the timeline of all of it
   * @param timeline the timeline to step through: the whole, or that of the focused connection
   * @param focus index of that connection; -1 for none
   */
  Showing(String title, Analysis analysis, Timeline whole, Timeline timeline, int focus) {
    this.title = title;
    this.analysis = analysis;
    this.whole = whole;
    this.timeline = timeline;
    this.focus = focus;
    this.rows = new RowIndex(analysis);
  }

  String title() {
    return title;
  }

  /** The same with another connection in the focus; -1 for none. */
  Showing focused(int connection) {
    if (connection == focus) {
      return this;
    }
    Timeline narrowed = connection < 0 ? whole : TimelineBuilder.build(analysis, connection);
    return new Showing(title, analysis, whole, narrowed, connection);
  }

  Trace trace() {
    return analysis.trace();
  }

  Analysis analysis() {
    return analysis;
  }

  /** Every connection once, also where it was seen at two capture points. */
  List<Connection> connections() {
    return whole.connections();
  }

  /** A connection that was known before, as far as it has now come. */
  Connection latest(Connection known) {
    List<Connection> all = analysis.connections();
    return known.index() < all.size() && all.get(known.index()).isSame(known)
        ? all.get(known.index())
        : known;
  }

  Timeline timeline() {
    return timeline;
  }

  /** What a diagram is of, with the packet that a person has chosen or -1. */
  Subject subject(int selectedRow) {
    return new Subject(analysis, timeline, focus, selectedRow, rows.byConnection());
  }

  int focus() {
    return focus;
  }

  RowIndex rows() {
    return rows;
  }

  /** How a TCP connection went. */
  ConnectionHistory history(Connection connection) {
    return histories.computeIfAbsent(
        connection.index(),
        index -> {
          Vantage client = whole.vantage(index, true);
          Vantage server = whole.vantage(index, false);
          PointHistory there = point(client.connection());
          PointHistory here =
              server.connection() == client.connection() ? there : point(server.connection());
          return new ConnectionHistory(
              new ConnectionHistory.View(there, client.client()),
              new ConnectionHistory.View(here, server.client()));
        });
  }

  private PointHistory point(int index) {
    Connection connection = analysis.connections().get(index);
    int listening = rows.listening(connection.server().port());
    return new PointHistory(analysis, connection, rows.of(connection), listening);
  }

  /** How an SCTP association went. */
  AssociationHistory association(Connection connection) {
    return associations.computeIfAbsent(
        connection.index(), _ -> new AssociationHistory(analysis, rows.of(connection)));
  }

  /** What became of the datagrams of a UDP flow. */
  DatagramHistory datagrams(Connection connection) {
    return datagrams.computeIfAbsent(
        connection.index(), _ -> new DatagramHistory(whole, rows.of(connection)));
  }
}
