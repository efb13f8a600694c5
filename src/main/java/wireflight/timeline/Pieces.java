package wireflight.timeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import wireflight.connection.Analysis;
import wireflight.packet.IpAddress;
import wireflight.packet.IpHeader;
import wireflight.trace.Frame;
import wireflight.trace.Trace;

/**
 * Which frames are pieces of one IP datagram (RFC 791, section 3.2; RFC 8200, section 4.5).
 *
 * <p>A datagram is shown as its first piece, the one with the transport header; it may be opened
 * into all of them.
 */
final class Pieces {
  /** Nobody waits longer for the rest (RFC 1122, section 3.3.2), so it is of another datagram. */
  private static final long LONGEST_WAIT = 120_000_000_000L;

  /** What the pieces of one datagram have in common; version 6 leaves the protocol out. */
  private record Key(
      int point, IpAddress source, IpAddress destination, int identification, int protocol) {}

  /** One datagram's pieces, in the order in which they were seen. */
  private static final class Group {
    int first = -1;
    int[] rows = new int[2];
    int[] starts = new int[2];
    int[] ends = new int[2];
    int count;

    /** Where the last piece ends; -1 while it was not seen. */
    int last = -1;

    void add(int row, IpHeader ip) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      rows[count] = row;
      starts[count] = ip.fragmentOffset();
      ends[count] = starts[count] + ip.payloadLength();
      last = ip.moreFragments() ? last : ends[count];
      count++;
    }

    boolean has(int start) {
      return Arrays.stream(starts, 0, count).anyMatch(each -> each == start);
    }

    /** Whether the pieces leave no hole, in whatever order they came, with copies and overlaps. */
    boolean isWhole() {
      int reached = 0;
      for (int before = -1; before < reached; ) {
        before = reached;
        for (int i = 0; i < count; i++) {
          reached = starts[i] <= reached ? Math.max(reached, ends[i]) : reached;
        }
      }
      return last >= 0 && reached >= last;
    }
  }

  private final Analysis analysis;
  private final IntPredicate opened;
  private final Map<Key, Group> latest = new HashMap<>();
  private final Map<Integer, Group> groups = new HashMap<>();

  /**
   * Finds them.
   *
   * @param opened the datagrams to show piece by piece, by the rows of their first pieces
   */
  Pieces(Analysis analysis, IntPredicate opened) {
    this.analysis = analysis;
    this.opened = opened;
    for (int row = 0; row < analysis.trace().size(); row++) {
      if (analysis.isFragment(row)) {
        add(row);
      }
    }
    latest.clear();
  }

  private void add(int row) {
    IpHeader ip = analysis.packet(row).ip();
    if (ip == null) {
      return;
    }
    Frame frame = analysis.trace().frame(row);
    // The first piece tells what follows further headers, the others do not.
    boolean four = ip.source().version() == 4;
    int protocol = four ? frame.data().get(frame.offset() + ip.offset() + 9) & 0xff : 0;
    Key key =
        new Key(frame.capturePoint(), ip.source(), ip.destination(), ip.identification(), protocol);
    Group group = latest.get(key);
    boolean begins = ip.fragmentOffset() == 0;
    if (group == null || begins && group.first >= 0 || isOver(group, row, ip)) {
      group = new Group();
      latest.put(key, group);
    }
    group.first = begins ? row : group.first;
    group.add(row, ip);
    groups.put(row, group);
  }

  /** Whether another piece is of a datagram of its own: a copy, or one that comes much later. */
  private boolean isOver(Group group, int row, IpHeader ip) {
    long begun = analysis.trace().time(group.rows[0]);
    long now = analysis.trace().time(row);
    boolean late = begun != Trace.NO_TIME && now != Trace.NO_TIME && now - begun > LONGEST_WAIT;
    return late || group.has(ip.fragmentOffset()) && group.isWhole();
  }

  /** The row of the first piece of the datagram that a row is a piece of; -1 for none. */
  int first(int row) {
    Group group = groups.get(row);
    return group == null || group.count < 2 ? -1 : group.first;
  }

  /** Whether a row is a piece that is shown by itself though it has no transport header. */
  boolean isShownPiece(int row) {
    int first = first(row);
    return first >= 0 && first != row && opened.test(first);
  }

  /** The frames of all pieces, as in {@code 4, 5, 6}. */
  String frames(int row) {
    Group group = groups.get(row);
    StringBuilder text = new StringBuilder();
    for (int i = 0; group != null && i < group.count; i++) {
      text.append(i == 0 ? "" : ", ").append(group.rows[i] + 1);
    }
    return text.toString();
  }

  /** What is said beneath a datagram that was cut up, or a piece of it; empty for others. */
  String note(int row, Words words) {
    Group group = groups.get(row);
    int first = first(row);
    if (group == null || first < 0) {
      return "";
    }
    if (!opened.test(first)) {
      String key = group.isWhole() ? "note.pieces" : "note.pieces.missing";
      return words.get(key, Words.plain(group.count));
    }
    int place = 1;
    for (int i = 0; group.rows[i] != row; i++) {
      place++;
    }
    return words.get("note.piece", Words.plain(place), Words.plain(group.count));
  }
}
