package wireflight.timeline;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wireflight.packet.SequenceNumber;
import wireflight.packet.TcpOptions;
import wireflight.packet.TcpSegment;

/**
 * Takes back that a segment was lost where its receiver says that the repetition was one too many:
 * a duplicate SACK (RFC 2883, section 4), whose first block lies below the acknowledgment number.
 */
final class Needless {
  private record Start(int connection, boolean fromClient, int sequence) {}

  private final BitSet lost;
  private final BitSet connections = new BitSet();
  private final Map<Start, Integer> concluded = new HashMap<>();

  Needless(BitSet lost) {
    this.lost = lost;
  }

  /** A segment was taken to be lost, because it was sent again. */
  void concluded(int row, int connection, boolean fromClient, int sequence) {
    concluded.put(new Start(connection, fromClient, sequence), row);
    connections.set(connection);
  }

  /** Whether a connection's segments may take anything back. */
  boolean awaits(int connection) {
    return connections.get(connection);
  }

  /** A segment comes the other way. */
  void answered(int connection, boolean fromClient, TcpSegment answer) {
    List<TcpOptions.Block> blocks = answer.options().selectiveAcks();
    if (blocks.isEmpty()
        || SequenceNumber.isAfter(blocks.getFirst().right(), answer.acknowledgmentNumber())) {
      return;
    }
    Integer row = concluded.get(new Start(connection, !fromClient, blocks.getFirst().left()));
    if (row != null) {
      lost.clear(row);
    }
  }
}
