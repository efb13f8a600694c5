package wireflight.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wireflight.connection.Analysis;
import wireflight.connection.Connection;

/**
 * The table of sockets, as {@code ss} and {@code netstat} print it, at any moment of a recording.
 *
 * <p>With the calls of a lab it has every socket from its {@code socket} call until the kernel has
 * let go of it, connections that wait to be accepted and TIME-WAIT included. From packets alone it
 * has the two ends of every connection. Immutable; any thread may read it.
 */
public final class SocketTable {
  private final List<SocketTrack> tracks;
  private final boolean callsKnown;

  private SocketTable(List<SocketTrack> tracks, boolean callsKnown) {
    this.tracks = tracks;
    this.callsKnown = callsKnown;
  }

  /**
   * The table of a recording, or of one of its connections.
   *
   * @param focus index of the connection; -1 for everything
   */
  public static SocketTable of(Analysis analysis, int focus) {
    SocketLives lives = new SocketLives(analysis.trace());
    List<SocketTrack> all = new SocketRows(analysis, lives).tracks();
    // An end that was asked for an association and keeps nothing of it never has a line.
    Predicate<SocketTrack> wanted = SocketTrack::isKept;
    if (focus >= 0 && focus < analysis.connections().size()) {
      Connection only = analysis.connections().get(focus);
      String client = only.client().toString();
      String server = only.server().toString();
      wanted = wanted.and(track -> isOf(track, client, server));
    }
    List<SocketTrack> kept = new ArrayList<>(all.stream().filter(wanted).toList());
    Set<String> devices = new LinkedHashSet<>();
    kept.forEach(track -> devices.add(track.device));
    List<String> order = List.copyOf(devices);
    kept.sort(Comparator.comparingInt(track -> order.indexOf(track.device)));
    return new SocketTable(List.copyOf(kept), !lives.all().isEmpty());
  }

  private static boolean isOf(SocketTrack track, String client, String server) {
    boolean end =
        track.local.equals(client) && track.foreign.equals(server)
            || track.local.equals(server) && track.foreign.equals(client);
    String port = server.substring(server.lastIndexOf(':'));
    return end || track.backlog >= 0 && track.local.endsWith(port);
  }

  /** Every line that there ever is, socket by socket. */
  public Stream<SocketEntry> lines() {
    return tracks.stream().flatMap(SocketTrack::lines);
  }

  /** How many lines there are at the moment at which there are most. */
  public int most() {
    int[] times = new int[2 * tracks.size()];
    int count = 0;
    for (SocketTrack track : tracks) {
      // An end counts one step later: a socket that is gone keeps its line for the step.
      times[count++] = track.firstRow() << 1 | 1;
      times[count++] = Math.min(track.goneRow(), Integer.MAX_VALUE >> 2) + 1 << 1;
    }
    Arrays.sort(times);
    int lines = 0;
    int most = 0;
    for (int time : times) {
      lines += (time & 1) == 1 ? 1 : -1;
      most = Math.max(most, lines);
    }
    return most;
  }

  /** Whether socket calls were recorded, so that listening sockets and processes are known. */
  public boolean callsKnown() {
    return callsKnown;
  }

  /**
   * The lines once a row has happened, in the order in which the sockets came about, each device's
   * together; and those that are gone since an earlier row.
   *
   * @param row -1 for before the first row
   * @param earlier what changes are told from; not above {@code row}
   */
  public List<SocketChange> at(int row, int earlier) {
    List<SocketChange> lines = new ArrayList<>();
    for (SocketTrack track : tracks) {
      SocketChange line = track.at(row, earlier);
      if (line != null) {
        lines.add(line);
      }
    }
    return lines;
  }
}
