package wireflight.connection;

/**
 * What the analysis knows of one SCTP packet within its association (RFC 9260).
 *
 * @param row its row in the trace
 * @param connection index into {@link Analysis#connections()}
 * @param fromClient whether the client sent it, from whichever of its addresses
 * @param clientState the client's state after this packet
 * @param serverState the server's
 * @param senderInitial the first TSN of the packet's sender, raw; relative ones count from it
 * @param receiverInitial the first TSN of the other end, raw
 * @param clientTag the verification tag of packets to the client
 * @param serverTag the verification tag of packets to the server
 * @param stray whether its verification tag is not the association's, so that it is dropped
 * @param sentBefore the row that sent the first of its TSNs that was sent before; -1 for none
 * @param late whether it carries a TSN that is seen for the first time after higher ones
 * @param acknowledgedRow the row that sent the TSN it acknowledges up to, where that is new; -1 for
 *     none
 * @param acknowledgmentRoundTrip nanoseconds from that row to this one; -1 without it
 */
public record AssociationFacts(
    int row,
    int connection,
    boolean fromClient,
    SctpState clientState,
    SctpState serverState,
    int senderInitial,
    int receiverInitial,
    int clientTag,
    int serverTag,
    boolean stray,
    int sentBefore,
    boolean late,
    int acknowledgedRow,
    long acknowledgmentRoundTrip) {

  /** A TSN of the packet's sender, counted from its first one. */
  public long relative(int number) {
    return number - senderInitial & 0xffff_ffffL;
  }

  /** A TSN of the other end, as a SACK has it; -1 before its first one. */
  public long relativeAcknowledgment(int number) {
    return number == receiverInitial - 1 ? -1 : number - receiverInitial & 0xffff_ffffL;
  }
}
