package wireflight.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The TCP sockets of a network as Linux lists them, those included that no process has any more.
 */
final class TcpTable {
  /** The network of the thread that asks, which need not be the process's first. */
  private static final List<Path> FILES =
      List.of(Path.of("/proc/thread-self/net/tcp"), Path.of("/proc/thread-self/net/tcp6"));

  private TcpTable() {}

  /**
   * One socket.
   *
   * @param local as {@code ss} prints it
   * @param foreign likewise
   * @param state the RFC 9293 name
   * @param timer which timer runs, as the table numbers them
   */
  record Row(String local, String foreign, String state, String timer) {
    /** Whether either end has one of these ports. */
    boolean concerns(Set<Integer> ports) {
      return ports.contains(port(local)) || ports.contains(port(foreign));
    }

    private static int port(String address) {
      return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
  }

  /** The table as it is now. */
  static List<Row> read() {
    return FILES.stream().flatMap(TcpTable::lines).map(TcpTable::row).toList();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().skip(1);
    } catch (IOException e) {
      // A kernel without IPv6 lacks the second file.
      return Stream.empty();
    }
  }

  // Columns: number, local, foreign, state, queues, timer:when.
  private static Row row(String line) {
    String[] columns = line.strip().split("\\s+", 7);
    return new Row(
        address(columns[1]),
        address(columns[2]),
        TcpInfo.state(HexFormat.fromHexDigits(columns[3])),
        columns[5].substring(0, 2));
  }

  // Addresses are 32-bit words as they lie in memory, printed as numbers of this machine.
  private static String address(String text) {
    int colon = text.indexOf(':');
    byte[] bytes = HexFormat.of().parseHex(text, 0, colon);
    for (int word = 0; word < bytes.length; word += 4) {
      byte first = bytes[word];
      bytes[word] = bytes[word + 3];
      bytes[word + 3] = first;
      byte second = bytes[word + 1];
      bytes[word + 1] = bytes[word + 2];
      bytes[word + 2] = second;
    }
    int port = HexFormat.fromHexDigits(text, colon + 1, text.length());
    try {
      return SocketAddresses.text(new InetSocketAddress(InetAddress.getByAddress(bytes), port));
    } catch (UnknownHostException impossible) {
      throw new AssertionError("four or sixteen bytes are an address", impossible);
    }
  }
}
