package wireflight.timeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import wireflight.connection.Analysis;
import wireflight.packet.IpAddress;
import wireflight.packet.IpHeader;

/**
 * Which frames are pieces of one IP datagram (RFC 791, section 3.2; RFC 8200, section 4.5).
 *
 * <p>A datagram is shown as its first piece, the one with the transport header; it may be opened
 * into all of them.
 */
final class Pieces {
  /** What the pieces of one datagram have in common. */
  private record Key(
      int point, IpAddress source, IpAddress destination, int identification, int protocol) {}

  /** One datagram's pieces, in the order in which they were seen. */
  private static final class Group {
    int first = -1;
    int[] rows = new int[2];
    int count;

    void add(int row) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
      }
      rows[count++] = row;
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
    int point = analysis.trace().frame(row).capturePoint();
    Key key = new Key(point, ip.source(), ip.destination(), ip.identification(), ip.protocol());
    Group group = latest.get(key);
    boolean begins = ip.fragmentOffset() == 0;
    if (group == null || begins && group.first >= 0) {
      group = new Group();
      latest.put(key, group);
    }
    group.first = begins ? row : group.first;
    group.add(row);
    groups.put(row, group);
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
      String key = isWhole(group) ? "note.pieces" : "note.pieces.missing";
      return words.get(key, Words.plain(group.count));
    }
    int place = 1;
    for (int i = 0; group.rows[i] != row; i++) {
      place++;
    }
    return words.get("note.piece", Words.plain(place), Words.plain(group.count));
  }

  private boolean isWhole(Group group) {
    int[] starts = new int[group.count];
    Map<Integer, Integer> ends = new HashMap<>();
    int last = -1;
    for (int i = 0; i < group.count; i++) {
      IpHeader ip = analysis.packet(group.rows[i]).ip();
      if (ip != null) {
        starts[i] = ip.fragmentOffset();
        ends.put(starts[i], starts[i] + ip.payloadLength());
        last = ip.moreFragments() ? last : starts[i] + ip.payloadLength();
      }
    }
    Arrays.sort(starts);
    int reached = 0;
    for (int start : starts) {
      if (start > reached) {
        return false;
      }
      reached = Math.max(reached, ends.getOrDefault(start, 0));
    }
    return last >= 0 && reached >= last;
  }
}
