package wireflight.lab;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The sockets API. Each method that gives an {@link Outcome} makes exactly one call of it, and
 * blocks as long as that call does.
 *
 * <p>Sockets are numbers here, as in C. Any thread may call; a socket must not be closed while
 * another thread asks for its names or its {@link TcpInfo}.
 */
interface Sockets {
  Outcome socket(SocketKind kind);

  Outcome bind(int socket, InetSocketAddress address);

  Outcome listen(int socket, int backlog);

  /** The value is the new socket. */
  Outcome accept(int socket);

  Outcome connect(int socket, InetSocketAddress address);

  Outcome send(int socket, byte[] data);

  /** With {@code all} it returns only when so many bytes are there. */
  Outcome recv(int socket, int size, boolean all);

  Outcome sendto(int socket, byte[] data, InetSocketAddress address);

  Outcome recvfrom(int socket, int size);

  Outcome shutdown(int socket, Call.Direction direction);

  /** {@link SocketOption#LINGER} takes seconds, or -1 for off; switches take 0 and 1. */
  Outcome setOption(int socket, SocketOption option, int value);

  /** Makes the socket a member of a multicast group on the loopback interface, or no more. */
  Outcome membership(int socket, InetAddress group, boolean join);

  /** Sends what goes to multicast groups by the loopback interface. */
  Outcome multicastByLoopback(int socket);

  /** Attaches a filter, or detaches the one there is. */
  Outcome filter(int socket, SocketFilter filter);

  Outcome close(int socket);

  /** Lets the socket send and receive on the loopback interface only. */
  Outcome confineToLoopback(int socket);

  /** Its own address as {@code ss} prints it; empty while it has none. */
  String localName(int socket);

  /** The other end's address; empty while there is none. */
  String foreignName(int socket);

  /** What the kernel knows of a TCP socket, where it tells. */
  Optional<TcpInfo> tcpInfo(int socket);

  /**
   * The RFC 9293 state of a TCP connection by its addresses, whether or not a process still has it;
   * empty where the kernel does not tell. One thread may ask.
   *
   * @param local as {@link #localName} gave it
   * @param foreign as {@link #foreignName} gave it
   */
  Optional<String> state(String local, String foreign);
}
