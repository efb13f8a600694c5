package wireflight.connection;

import org.jspecify.annotations.Nullable;
import wireflight.packet.IpAddress;
import wireflight.packet.Scan;

/** A connection while it is being folded: its ends, counts and, for TCP, both directions. */
final class Flow {
  final int index;
  final Transport transport;
  final int stream;
  final int capturePoint;

  /** Which sightings belong together; flows of different groups never meet. */
  final int group;

  private final int ipVersion;
  private final long clientHigh;
  private final long clientLow;
  private final long serverHigh;
  private final long serverLow;
  final int clientPort;
  final int serverPort;
  final int firstRow;
  int lastRow;
  int packets;
  long clientBytes;
  long serverBytes;
  final @Nullable TcpFlow tcp;
  final @Nullable SctpFlow sctp;

  /** Whether what comes next between these sockets is another stream, as Wireshark counts. */
  boolean superseded;

  /** Whether it goes on with such a flow. */
  boolean supersedes;

  private @Nullable Summary summary;

  /** What a snapshot keeps of a connection. */
  record Summary(
      Connection connection,
      long initialRoundTrip,
      Answers answers,
      SctpFlow.@Nullable Numbers numbers) {}

  Flow(
      int index,
      Transport transport,
      int stream,
      int capturePoint,
      int group,
      Scan scan,
      boolean fromServer,
      int row) {
    this.index = index;
    this.transport = transport;
    this.stream = stream;
    this.capturePoint = capturePoint;
    this.group = group;
    this.ipVersion = scan.ipVersion();
    clientHigh = fromServer ? scan.finalHigh() : scan.sourceHigh();
    clientLow = fromServer ? scan.finalLow() : scan.sourceLow();
    serverHigh = fromServer ? scan.sourceHigh() : scan.finalHigh();
    serverLow = fromServer ? scan.sourceLow() : scan.finalLow();
    clientPort = fromServer ? scan.destinationPort() : scan.sourcePort();
    serverPort = fromServer ? scan.sourcePort() : scan.destinationPort();
    firstRow = row;
    tcp = transport == Transport.TCP ? new TcpFlow(this) : null;
    sctp = transport == Transport.SCTP ? new SctpFlow() : null;
  }

  /** Whether a packet with these ends is from the client; a socket talking to itself is one. */
  boolean isFromClient(Scan s) {
    return s.sourcePort() == clientPort
        && s.sourceLow() == clientLow
        && s.sourceHigh() == clientHigh;
  }

  /** Whether a packet is from the server, by address and port. */
  boolean isFromServer(Scan s) {
    return s.sourcePort() == serverPort
        && s.sourceLow() == serverLow
        && s.sourceHigh() == serverHigh;
  }

  /**
   * Whether a packet of an SCTP association is from the client. Its ends may have several addresses
   * (RFC 9260, section 6.4): then the verification tag tells, and else the ports.
   */
  boolean isFromClient(Scan s, SctpFlow association) {
    boolean client = isFromClient(s);
    if (client != isFromServer(s)) {
      return client;
    }
    int tag = s.intAt(4);
    boolean toServer = association.goesTo(false, tag);
    return toServer == association.goesTo(true, tag) ? s.sourcePort() == clientPort : toServer;
  }

  /** Whether both ends are one and the same socket (RFC 9293, section 3.5, self-connection). */
  boolean isSelfConnected() {
    return clientPort == serverPort && clientLow == serverLow && clientHigh == serverHigh;
  }

  boolean isBetween(Scan s, Transport of, int inGroup) {
    if (of != transport || inGroup != group || s.ipVersion() != ipVersion) {
      return false;
    }
    return isFromClient(s)
            && s.destinationPort() == serverPort
            && s.finalLow() == serverLow
            && s.finalHigh() == serverHigh
        || s.sourcePort() == serverPort
            && s.sourceLow() == serverLow
            && s.sourceHigh() == serverHigh
            && s.destinationPort() == clientPort
            && s.finalLow() == clientLow
            && s.finalHigh() == clientHigh;
  }

  /** The same for both directions. */
  static int hash(Scan s, int inGroup) {
    long sum =
        (s.sourceLow() ^ s.sourceHigh() * 31 ^ (long) s.sourcePort() << 40) * 0x9e3779b97f4a7c15L
            + (s.finalLow() ^ s.finalHigh() * 31 ^ (long) s.destinationPort() << 40)
                * 0x9e3779b97f4a7c15L;
    long mixed = (sum ^ sum >>> 29 ^ 7L * inGroup) * 0xbf58476d1ce4e5b9L;
    return (int) (mixed >>> 32);
  }

  /** Counts one more packet. */
  void count(int row, boolean fromClient, int bytes) {
    lastRow = row;
    packets++;
    if (fromClient) {
      clientBytes += Math.max(0, bytes);
    } else {
      serverBytes += Math.max(0, bytes);
    }
    summary = null;
  }

  /** The connection as it stands now; the same object while nothing changes. */
  Summary summary() {
    Summary known = summary;
    if (known == null) {
      known = summarize();
      summary = known;
    }
    return known;
  }

  private Summary summarize() {
    TcpFlow t = tcp;
    SctpFlow a = sctp;
    EndState client = a == null ? TcpState.UNKNOWN : a.states.client();
    EndState server = a == null ? TcpState.UNKNOWN : a.states.server();
    Connection connection =
        new Connection(
            index,
            transport,
            stream,
            capturePoint,
            new Endpoint(new IpAddress(ipVersion, clientHigh, clientLow), clientPort),
            new Endpoint(new IpAddress(ipVersion, serverHigh, serverLow), serverPort),
            t != null && t.openingSeen || a != null && a.openingSeen,
            firstRow,
            lastRow,
            packets,
            clientBytes,
            serverBytes,
            t == null ? client : t.states.knownClient(),
            t == null ? server : t.states.server());
    return t == null
        ? new Summary(connection, -1, Answers.NONE, a == null ? null : a.numbers())
        : new Summary(connection, t.initialRoundTrip, t.states.answers(), null);
  }
}
