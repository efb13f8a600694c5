package wireflight.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Endpoint;
import wireflight.connection.Transport;

/** A lifeline while it is being gathered from connections and sockets. */
final class LifelineDraft {
  /** Its place in the order of discovery. */
  final int place;

  final Transport transport;
  final @Nullable Endpoint endpoint;
  final List<SocketLife> lives = new ArrayList<>();

  /** The first row that has to do with it. */
  int firstRow;

  /** Whether it is the server of some connection. */
  boolean server;

  /** Whether what was sent to it was refused, so that no socket can be there. */
  boolean refused;

  /** Its index in the finished order. */
  int index;

  LifelineDraft(int place, Transport transport, @Nullable Endpoint endpoint, int firstRow) {
    this.place = place;
    this.transport = transport;
    this.endpoint = endpoint;
    this.firstRow = firstRow;
  }

  void add(SocketLife life) {
    lives.add(life);
    firstRow = Math.min(firstRow, life.firstRow);
  }

  boolean listens() {
    return server || lives.stream().anyMatch(life -> life.listening);
  }

  /** The socket it is named after: the one that listens, else the first. */
  @Nullable SocketLife principal() {
    for (SocketLife life : lives) {
      if (life.listening) {
        return life;
      }
    }
    return lives.isEmpty() ? null : lives.getFirst();
  }
}
