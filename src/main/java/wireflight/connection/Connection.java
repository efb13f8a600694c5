package wireflight.connection;

/**
 * A TCP connection, an SCTP association or a UDP flow between two endpoints, as seen at one capture
 * point up to the analysed row.
 *
 * @param index its place in {@link Analysis#connections()}
 * @param transport which transport it is of
 * @param stream its number among those of its transport, from 0, as tshark counts streams
 * @param capturePoint where it was seen
 * @param client who opened it, or sent the first packet seen
 * @param server the other end
 * @param openingSeen whether a SYN or INIT tells for certain which end is the client
 * @param firstRow the row of its first packet
 * @param lastRow the row of its latest packet
 * @param packets how many packets it has
 * @param clientBytes bytes of data from the client, each counted as often as it was sent
 * @param serverBytes bytes of data from the server, likewise
 * @param clientState the client's state after the latest packet; {@link TcpState#UNKNOWN} for UDP,
 *     which has none
 * @param serverState the server's, likewise
 */
public record Connection(
    int index,
    Transport transport,
    int stream,
    int capturePoint,
    Endpoint client,
    Endpoint server,
    boolean openingSeen,
    int firstRow,
    int lastRow,
    int packets,
    long clientBytes,
    long serverBytes,
    EndState clientState,
    EndState serverState) {
  /** As in {@code TCP 1}, counted from 1 within its transport; {@link #stream} counts from 0. */
  public String name() {
    return transport + " " + (stream + 1);
  }

  /** Whether this is the same connection, however far each of the two has come. */
  public boolean isSame(Connection other) {
    return index == other.index
        && transport == other.transport
        && stream == other.stream
        && capturePoint == other.capturePoint
        && openingSeen == other.openingSeen
        && firstRow == other.firstRow
        && client.equals(other.client)
        && server.equals(other.server);
  }
}
