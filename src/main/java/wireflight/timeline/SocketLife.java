package wireflight.timeline;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Endpoint;
import wireflight.connection.Transport;
import wireflight.trace.SocketName;

/**
 * One socket of the recording's calls and samples, from its first row on; filled while the rows are
 * read.
 */
final class SocketLife {
  final String device;
  final int process;
  final String actor;
  final Transport transport;
  final int firstRow;

  /** Its own address once some row tells it. */
  @Nullable Endpoint local;

  /** The other end once some row tells it. */
  @Nullable Endpoint foreign;

  /** Whether it accepts connections. */
  boolean listening;

  /** The row whose call made it listen. */
  int listeningRow = Socket.NEVER;

  /** The first row that told its own address. */
  int addressedRow = Socket.NEVER;

  /** The row in which an accept gave it to its process; that of its first row for every other. */
  int acceptedRow;

  /** The row in which its process was done with it. */
  int closedRow = Socket.NEVER;

  /** Whom its latest connect or send was meant for, and the rows between which that call ran. */
  @Nullable Endpoint target;

  /** What most rows say again: it was no contradiction, and nothing else was learnt since. */
  private @Nullable SocketName confirmed;

  int targetEntered = -1;
  int targetReturned = -1;

  SocketLife(SocketName name, int firstRow) {
    this.device = name.device();
    this.process = name.process();
    this.actor = name.actor();
    this.transport =
        switch (name.transport().toLowerCase(Locale.ROOT)) {
          case "udp" -> Transport.UDP;
          case "sctp" -> Transport.SCTP;
          default -> Transport.TCP;
        };
    this.firstRow = firstRow;
    this.acceptedRow = firstRow;
  }

  /** Whether a row with these addresses cannot be about this socket, though it has its name. */
  boolean contradicts(SocketName name) {
    if (name.equals(confirmed)) {
      return false;
    }
    Endpoint otherLocal = SocketAddresses.parse(name.local()).orElse(null);
    if (local != null
        && otherLocal != null
        && local.port() != 0
        && otherLocal.port() != 0
        && local.port() != otherLocal.port()) {
      return true;
    }
    Endpoint otherForeign = SocketAddresses.parse(name.foreign()).orElse(null);
    return transport == Transport.TCP
        && foreign != null
        && otherForeign != null
        && !foreign.equals(otherForeign);
  }

  /** Takes in what a row tells of its addresses. */
  void learn(SocketName name, int row) {
    if (name.equals(confirmed)) {
      return;
    }
    confirmed = null;
    Endpoint nowLocal = SocketAddresses.parse(name.local()).orElse(null);
    // A socket that becomes connected trades the wildcard for the address it really uses.
    if (nowLocal != null
        && nowLocal.port() != 0
        && (local == null || local.address().isUnspecified())) {
      local = nowLocal;
      addressedRow = Math.min(addressedRow, row);
    }
    Endpoint nowForeign = SocketAddresses.parse(name.foreign()).orElse(null);
    if (nowForeign != null && nowForeign.port() != 0) {
      foreign = nowForeign;
    }
  }

  /** Remembers what did not contradict and has been learnt. */
  void confirm(SocketName name) {
    confirmed = name;
  }
}
