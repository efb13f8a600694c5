package wireflight.timeline;

import java.util.BitSet;
import java.util.List;
import wireflight.connection.Analysis;
import wireflight.connection.AssociationFacts;
import wireflight.packet.SctpChunk;
import wireflight.packet.SctpPacket;
import wireflight.trace.Frame;

/**
 * SCTP packets that were sent again though they had arrived: their receiver says so, for a SACK
 * names the TSNs that came twice (RFC 9260, section 3.3.4).
 */
final class Duplicates {
  /** Further back than this nothing is looked for. */
  private static final int FARTHEST = 4096;

  private final Analysis analysis;
  private final BitSet lost;

  Duplicates(Analysis analysis, BitSet lost) {
    this.analysis = analysis;
    this.lost = lost;
  }

  /** Takes one packet more of an association: what it names was not lost. */
  void take(int row, AssociationFacts facts) {
    if (lost.isEmpty()) {
      return;
    }
    for (SctpChunk chunk : chunks(row)) {
      for (int number : chunk.duplicates()) {
        found(row, facts, number);
      }
    }
  }

  private void found(int row, AssociationFacts facts, int number) {
    int end = Math.max(0, row - FARTHEST);
    for (int at = lost.previousSetBit(row); at >= end; at = lost.previousSetBit(at - 1)) {
      if (analysis.connectionOf(at) == facts.connection()
          && analysis.fromClient(at) != facts.fromClient()
          && chunks(at).stream().anyMatch(it -> isData(it, number))) {
        lost.clear(at);
      }
    }
  }

  private static boolean isData(SctpChunk chunk, int number) {
    return chunk.isData() && chunk.transmissionSequenceNumber() == number;
  }

  private List<SctpChunk> chunks(int row) {
    Frame frame = analysis.trace().frame(row);
    return analysis.packet(row) instanceof SctpPacket packet
        ? SctpChunk.of(packet, frame.data(), frame.offset(), frame.length())
        : List.of();
  }
}
