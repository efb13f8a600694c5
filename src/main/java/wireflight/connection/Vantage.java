package wireflight.connection;

/**
 * Where an end of a connection is best seen from: the same connection as its own capture point saw
 * it. There a packet has arrived when it is seen, and none is seen that never came.
 *
 * @param connection the index under which it is known there
 * @param client whether the end is taken for the client there
 */
public record Vantage(int connection, boolean client) {

  /** The state of the end after a row of that connection. */
  public TcpState state(Analysis analysis, int row) {
    return client ? analysis.clientState(row) : analysis.serverState(row);
  }

  /**
   * The same for a segment or a packet of an association; {@linkplain EndState#isUnknown unknown}
   * after a row that is neither.
   */
  public EndState endState(Analysis analysis, int row) {
    if (analysis.isSegment(row)) {
      return state(analysis, row);
    }
    return analysis
        .association(row)
        .<EndState>map(facts -> client ? facts.clientState() : facts.serverState())
        .orElse(TcpState.UNKNOWN);
  }
}
