package wireflight.connection;

import java.util.List;
import java.util.Optional;
import wireflight.language.Language;
import wireflight.packet.Packet;
import wireflight.trace.Trace;

/**
 * What a trace means: an immutable view over the rows analysed so far, backed by primitive columns.
 *
 * <p>Rows are those of the {@link Trace} it was made from. Any thread may read it.
 */
public interface Analysis {
  /** The trace this speaks of. */
  Trace trace();

  /** The language in which it gives its reasons: English, unless asked otherwise. */
  Language language();

  /** The same, its reasons in another language. */
  Analysis in(Language other);

  /** Every connection and flow, in the order in which they began. */
  List<Connection> connections();

  /** The connection a row's packet belongs to, or -1 for events and packets of none. */
  int connectionOf(int row);

  /** Whether the row's packet goes from its connection's client to its server. */
  boolean fromClient(int row);

  /** The decoded packet of a row, decoded anew at each call. */
  Packet packet(int row);

  /** What is known of a TCP segment; empty for every other row. */
  Optional<SegmentFacts> segment(int row);

  /** What a segment really is, where that is better known than its verdicts tell. */
  Optional<Correction> correction(int row);

  /** What is known of an SCTP packet; empty for every other row. */
  Optional<AssociationFacts> association(int row);

  /** For an ICMP error, the connection of the packet it quotes; -1 where there is none. */
  int quotedConnection(int row);

  /** Whether a packet belongs to a connection, or is an ICMP error about one of its packets. */
  default boolean isAbout(int row, int connection) {
    return connectionOf(row) == connection || quotedConnection(row) == connection;
  }

  /**
   * Whether the row's packet, or one of a tunnel around it, is a piece of an IP datagram, the first
   * one included.
   */
  boolean isFragment(int row);

  /** For an ICMP error, the row of the packet it quotes; -1 where that was not captured. */
  int quotedRow(int row);

  // The facts of a segment one by one, for passes over many rows that make no objects.

  /** Whether {@link #segment} has anything to say of a row; the questions below need it. */
  boolean isSegment(int row);

  /** Whether what is said of a row stays as it is however a growing recording goes on. */
  boolean isSettled(int row);

  /** The verdicts as a set of {@link Verdict#bit()}s. */
  int verdictBits(int row);

  /**
   * Whether a packet's addresses, ports and numbers are known without reading its bytes again: a
   * TCP segment with a sound header, or a UDP datagram, from one end of its connection to the
   * other.
   */
  boolean isPlain(int row);

  /** The nine flag bits as they stand in the header of a segment. */
  int flags(int row);

  /** Whether the header of a segment is long enough for a SACK option beside its timestamps. */
  boolean maySelect(int row);

  /** The sequence number as it stands in the header of a segment. */
  long rawSequence(int row);

  /** The acknowledgment number as it stands in the header of a segment. */
  long rawAcknowledgment(int row);

  /** {@link SegmentFacts#relativeSequence()}. */
  long relativeSequence(int row);

  /** {@link SegmentFacts#relativeAcknowledgment()}. */
  long relativeAcknowledgment(int row);

  /**
   * Bytes of data, of a UDP datagram too; -1 where it is not known, as in the first piece of a
   * fragmented TCP segment.
   */
  int length(int row);

  /** {@link SegmentFacts#window()}. */
  long window(int row);

  /** {@link SegmentFacts#clientState()}. */
  TcpState clientState(int row);

  /** {@link SegmentFacts#serverState()}. */
  TcpState serverState(int row);

  /** {@link SegmentFacts#reason()}; empty for rows that are no segments. */
  String reason(int row);
}
