package wireflight.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Analysis;
import wireflight.connection.FrameScan;
import wireflight.packet.IpAddress;
import wireflight.packet.IpHeader;
import wireflight.trace.Frame;
import wireflight.trace.Trace;

/**
 * Which frames are pieces of one IP datagram (RFC 791, section 3.2; RFC 8200, section 4.5), or of a
 * tunnel's packet that carries one.
 *
 * <p>A datagram is shown as its first piece, the one with the transport header; it may be opened
 * into all of them.
 */
final class Pieces {
  /** Nobody waits longer for the rest (RFC 1122, section 3.3.2), so it is of another datagram. */
  private static final long LONGEST_WAIT = 120_000_000_000L;

  /** Pieces of pieces are followed no deeper than headers are read. */
  private static final int DEEPEST = 100;

  /** What the pieces of one packet have in common; version 6 leaves the protocol out. */
  private record Key(
      int point, IpAddress source, IpAddress destination, int identification, int protocol) {}

  /** One packet that was cut up, at one depth of tunnels. */
  private static final class Cut {
    /** The row that was seen first. */
    final int begun;

    /** The row of the piece at offset 0; -1 while it was not seen. */
    int first = -1;

    /** Which bytes were seen: the ends of spans that do not touch, by their starts. */
    private final TreeMap<Integer, Integer> seen = new TreeMap<>();

    /** Where the last piece ends; -1 while it was not seen. */
    private int last = -1;

    Cut(int begun) {
      this.begun = begun;
    }

    void add(int row, IpHeader ip) {
      int start = ip.fragmentOffset();
      int end = start + ip.payloadLength();
      first = start == 0 ? row : first;
      last = ip.moreFragments() ? last : end;
      Map.Entry<Integer, Integer> span = seen.floorEntry(end);
      while (span != null && span.getValue() >= start) {
        seen.remove(span.getKey());
        start = Math.min(start, span.getKey());
        end = Math.max(end, span.getValue());
        span = seen.floorEntry(end);
      }
      seen.put(start, end);
    }

    /** Whether the pieces leave no hole, in whatever order they came, with copies and overlaps. */
    boolean isWhole() {
      return last >= 0 && seen.firstKey() == 0 && seen.firstEntry().getValue() >= last;
    }
  }

  /** All pieces of what is shown as one flight, in the order in which they were seen. */
  private static final class Datagram {
    final int first;
    final List<Integer> rows = new ArrayList<>();
    boolean whole = true;

    Datagram(int first) {
      this.first = first;
    }
  }

  private final Analysis analysis;
  private final IntPredicate opened;
  private final Map<Integer, Datagram> datagrams = new HashMap<>();

  /**
   * Finds them.
   *
   * @param opened the datagrams to show piece by piece, by the rows of their first pieces
   */
  Pieces(Analysis analysis, IntPredicate opened) {
    this.analysis = analysis;
    this.opened = opened;
    Map<Integer, List<Cut>> cuts = cuts();
    cuts.forEach(
        (row, each) -> {
          int first = first(row, cuts);
          if (first >= 0) {
            Datagram datagram = datagrams.computeIfAbsent(first, Datagram::new);
            datagram.rows.add(row);
            datagram.whole &= each.stream().allMatch(Cut::isWhole);
            datagrams.put(row, datagram);
          }
        });
  }

  /** What each row has pieces of, from the outside in; by ascending rows. */
  private Map<Integer, List<Cut>> cuts() {
    Map<Key, Cut> latest = new HashMap<>();
    Map<Integer, List<Cut>> cuts = new LinkedHashMap<>();
    for (int row = 0; row < analysis.trace().size(); row++) {
      if (analysis.isFragment(row)) {
        Frame frame = analysis.trace().frame(row);
        List<Cut> each = new ArrayList<>(1);
        for (IpHeader ip : FrameScan.pieces(frame)) {
          each.add(cut(row, frame.capturePoint(), ip, latest));
        }
        cuts.put(row, each);
      }
    }
    return cuts;
  }

  private Cut cut(int row, int point, IpHeader ip, Map<Key, Cut> latest) {
    int protocol = ip.source().version() == 4 ? ip.protocol() : 0;
    Key key = new Key(point, ip.source(), ip.destination(), ip.identification(), protocol);
    Cut cut = latest.get(key);
    if (cut == null || ip.fragmentOffset() == 0 && cut.first >= 0 || isOver(cut, row)) {
      cut = new Cut(row);
      latest.put(key, cut);
    }
    cut.add(row, ip);
    return cut;
  }

  /** Whether another piece is of a datagram of its own: a copy, or one that comes much later. */
  private boolean isOver(Cut cut, int row) {
    long begun = analysis.trace().time(cut.begun);
    long now = analysis.trace().time(row);
    boolean late = begun != Trace.NO_TIME && now != Trace.NO_TIME && now - begun > LONGEST_WAIT;
    return late || cut.isWhole();
  }

  /** Follows a piece to the one where it begins, which may in turn be in a piece of a tunnel's. */
  private static int first(int row, Map<Integer, List<Cut>> cuts) {
    int at = row;
    for (int depth = 0; depth < DEEPEST; depth++) {
      List<Cut> each = cuts.getOrDefault(at, List.of());
      int first = each.isEmpty() ? -1 : each.getLast().first;
      if (first < 0 || first == at) {
        return first;
      }
      at = first;
    }
    return -1;
  }

  private @Nullable Datagram datagram(int row) {
    Datagram datagram = datagrams.get(row);
    return datagram == null || datagram.rows.size() < 2 ? null : datagram;
  }

  /** The row of the first piece of the datagram that a row is a piece of; -1 for none. */
  int first(int row) {
    Datagram datagram = datagram(row);
    return datagram == null ? -1 : datagram.first;
  }

  /** Whether a row is a piece that is shown by itself though it has no transport header. */
  boolean isShownPiece(int row) {
    int first = first(row);
    return first >= 0 && first != row && opened.test(first);
  }

  /** The frames of all pieces, as in {@code 4, 5, 6}. */
  String frames(int row) {
    Datagram datagram = datagram(row);
    return datagram == null
        ? ""
        : datagram.rows.stream().map(each -> "" + (each + 1)).collect(Collectors.joining(", "));
  }

  /** What is said beneath a datagram that was cut up, or a piece of it; empty for others. */
  String note(int row, Words words) {
    Datagram datagram = datagram(row);
    if (datagram == null) {
      return "";
    }
    String count = Words.plain(datagram.rows.size());
    if (!opened.test(datagram.first)) {
      return words.get(datagram.whole ? "note.pieces" : "note.pieces.missing", count);
    }
    return words.get("note.piece", Words.plain(datagram.rows.indexOf(row) + 1), count);
  }
}
