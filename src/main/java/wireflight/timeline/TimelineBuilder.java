package wireflight.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;
import wireflight.connection.Endpoint;
import wireflight.connection.Sightings;

/** Makes timelines of analyses. */
public final class TimelineBuilder {
  private TimelineBuilder() {}

  /** The timeline of everything in a recording. */
  public static Timeline build(Analysis analysis) {
    return build(analysis, row -> false);
  }

  /**
   * The same with some datagrams shown piece by piece that were cut up on their way.
   *
   * @param opened says which, by the rows of their first pieces
   */
  public static Timeline build(Analysis analysis, IntPredicate opened) {
    return build(analysis, opened, share -> true);
  }

  /**
   * The same of a large recording, which takes a while.
   *
   * @param opened says which, by the rows of their first pieces
   * @param goOn is told now and then which share of it is done; where it says no, this ends
   * @throws CancellationException if it said no
   */
  public static Timeline build(Analysis analysis, IntPredicate opened, DoublePredicate goOn) {
    boolean[] shown = new boolean[analysis.connections().size()];
    Arrays.fill(shown, true);
    SocketLives lives = new SocketLives(analysis.trace());
    return build(
        analysis,
        new Pieces(analysis, opened),
        Sightings.of(analysis),
        shown,
        analysis.connections(),
        lives,
        lives.all(),
        goOn);
  }

  /**
   * The timeline of one connection: its packets, the calls on its two ends and on the socket that
   * accepted it, and the narration.
   *
   * @param connection index into the analysis's connections
   * @throws IndexOutOfBoundsException if there is no such connection
   */
  public static Timeline build(Analysis analysis, int connection) {
    return build(analysis, connection, row -> false);
  }

  /**
   * The same with some datagrams shown piece by piece.
   *
   * @param connection index into the analysis's connections
   * @param opened says which, by the rows of their first pieces
   * @throws IndexOutOfBoundsException if there is no such connection
   */
  public static Timeline build(Analysis analysis, int connection, IntPredicate opened) {
    Connection only = analysis.connections().get(connection);
    boolean[] shown = new boolean[analysis.connections().size()];
    shown[connection] = true;
    Sightings sightings = Sightings.of(analysis);
    List<Connection> both = new ArrayList<>(List.of(only));
    if (sightings.twin(connection) >= 0) {
      shown[sightings.twin(connection)] = true;
      both.add(analysis.connections().get(sightings.twin(connection)));
    }
    SocketLives lives = new SocketLives(analysis.trace());
    List<SocketLife> ends = lives.all().stream().filter(life -> isEnd(life, only)).toList();
    return build(
        analysis, new Pieces(analysis, opened), sightings, shown, both, lives, ends, share -> true);
  }

  private static Timeline build(
      Analysis analysis,
      Pieces pieces,
      Sightings sightings,
      boolean[] shown,
      List<Connection> connections,
      SocketLives lives,
      List<SocketLife> shownLives,
      DoublePredicate goOn) {
    Lifelines lifelines =
        new Lifelines(connections, shown.length, shownLives, sightings::isPrimary);
    RowScan scan = new RowScan(analysis, pieces, sightings, lifelines, lives, shown, goOn);
    // What was seen at both ends is one connection.
    List<Connection> each =
        connections.stream().filter(one -> sightings.isPrimary(one.index())).toList();
    return new RecordedTimeline(analysis, sightings, lifelines, lives, scan, each, shownLives);
  }

  private static boolean isEnd(SocketLife life, Connection connection) {
    if (life.transport != connection.transport()) {
      return false;
    }
    if (life.local == null) {
      return connection.server().equals(life.target)
          && connection.firstRow() > life.targetEntered
          && (life.targetReturned < 0 || connection.firstRow() < life.targetReturned);
    }
    return isAt(life, connection.client()) && isWith(life, connection.server())
        || isAt(life, connection.server()) && isWith(life, connection.client());
  }

  private static boolean isAt(SocketLife life, Endpoint end) {
    return life.local != null
        && life.local.port() == end.port()
        && (life.local.address().isUnspecified() || life.local.address().equals(end.address()));
  }

  private static boolean isWith(SocketLife life, Endpoint end) {
    return life.listening || life.foreign == null || life.foreign.equals(end);
  }
}
