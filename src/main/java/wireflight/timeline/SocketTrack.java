package wireflight.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wireflight.connection.TcpState;
import wireflight.connection.Transport;

/**
 * One socket through the rows of a recording: what is known of it now, and every line of the table
 * it has been.
 *
 * <p>Filled by one pass over the rows; read only after that.
 */
final class SocketTrack {
  final Transport transport;

  /** The name, the process and the device that calls tell; empty and 0 where none does. */
  String actor = "";

  int process;
  String device = "";

  String local = "";
  String foreign = "";
  String state = "";

  /** Whether a process holds it. */
  boolean held;

  boolean gone;

  /** Bytes that the process has given to the kernel and taken from it. */
  long written;

  long taken;

  /** Bytes of its stream seen on the wire, and acknowledged by the other end. */
  long sent;

  long acknowledged;

  /** Bytes of the other end's stream that it has acknowledged. */
  long arrived;

  /** How many connections may wait to be accepted, and how many do. */
  long backlog = SocketEntry.UNKNOWN;

  long waiting;

  private final boolean callsKnown;
  private final List<Version> versions = new ArrayList<>();

  private record Version(int row, SocketEntry entry, boolean gone) {}

  SocketTrack(Transport transport, boolean callsKnown) {
    this.transport = transport;
    this.callsKnown = callsKnown;
  }

  /** Takes the name that calls have for it. */
  void name(String called, int heldBy, String on) {
    actor = called;
    process = heldBy;
    device = on;
  }

  boolean listens() {
    return state.equals(TcpState.LISTEN.rfcName());
  }

  /** Keeps what is known after a row, if it is new. */
  void keep(int row) {
    SocketEntry entry = entry();
    Version last = versions.isEmpty() ? null : versions.getLast();
    if (last == null || last.gone != gone || !last.entry.equals(entry)) {
      versions.add(new Version(row, entry, gone));
    }
  }

  private SocketEntry entry() {
    return new SocketEntry(
        transport,
        received(),
        unacknowledged(),
        local,
        foreign,
        state,
        held ? actor : "",
        held ? process : 0,
        device);
  }

  private long received() {
    if (!callsKnown || transport != Transport.TCP) {
      return SocketEntry.UNKNOWN;
    }
    return listens() ? waiting : Math.max(0, arrived - taken);
  }

  private long unacknowledged() {
    if (listens()) {
      return backlog;
    }
    boolean told = callsKnown && transport == Transport.TCP;
    return told ? Math.max(0, Math.max(sent, written) - acknowledged) : SocketEntry.UNKNOWN;
  }

  /** Whether anything was ever kept of it. */
  boolean isKept() {
    return !versions.isEmpty();
  }

  Stream<SocketEntry> lines() {
    return versions.stream().map(Version::entry);
  }

  int firstRow() {
    return versions.getFirst().row;
  }

  /** The row with which it is gone; the largest number where it stays. */
  int goneRow() {
    return versions.getLast().gone ? versions.getLast().row : Integer.MAX_VALUE;
  }

  /** Its line after a row, beside that after an earlier one; null where it is in neither. */
  @Nullable SocketChange at(int row, int earlier) {
    Version now = version(row);
    Version before = version(earlier);
    SocketEntry was = before == null || before.gone ? null : before.entry;
    if (now == null || now.gone && was == null) {
      return null;
    }
    return new SocketChange(now.entry, was, now.gone);
  }

  private @Nullable Version version(int row) {
    int low = 0;
    int high = versions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (versions.get(middle).row <= row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : versions.get(low - 1);
  }
}
