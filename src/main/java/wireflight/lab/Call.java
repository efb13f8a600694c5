package wireflight.lab;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One line of a lesson: a call of the sockets API on a named socket, or a pause. */
public sealed interface Call {
  /** A call made on a socket that exists, by its actor's own thread. */
  sealed interface OnSocket extends Call {
    /** The name of the socket that the call is made on. */
    String actor();
  }

  /**
   * {@code client = socket tcp}.
   *
   * @param device the number of the device on the wire that it is on; 0 for the loopback
   */
  record Socket(String actor, SocketKind kind, int device) implements Call {
    /** On the loopback. */
    public Socket(String actor, SocketKind kind) {
      this(actor, kind, 0);
    }
  }

  /**
   * {@code wire delay 40ms}.
   *
   * @param text what follows {@code wire}
   */
  record OnWire(String text, WireOrder order) implements Call {}

  /** {@code server bind :8080}. */
  record Bind(String actor, Address address) implements OnSocket {}

  /** {@code server listen 5}. */
  record Listen(String actor, int backlog) implements OnSocket {}

  /** {@code peer = accept server}: made on {@code server}, gives the socket {@code peer}. */
  record Accept(String actor, String accepted) implements OnSocket {}

  /** {@code client connect server}. */
  record Connect(String actor, Target target) implements OnSocket {}

  /** {@code client send "hello"}, or {@code client send "a" then "b"}: a call each, at once. */
  record Send(String actor, List<Payload> payloads) implements OnSocket {}

  /**
   * {@code peer recv} or {@code peer recv 5}: at most so many bytes.
   *
   * @param all whether the call returns only when so many are there: {@code peer recv all 5}
   */
  record Recv(String actor, int size, boolean all) implements OnSocket {
    /** Whatever is there. */
    public Recv(String actor, int size) {
      this(actor, size, false);
    }
  }

  /** {@code client sendto server "hello"}. */
  record SendTo(String actor, Target target, Payload payload) implements OnSocket {}

  /** {@code server recvfrom}: at most so many bytes. */
  record RecvFrom(String actor, int size) implements OnSocket {}

  /** {@code client shutdown write}. */
  record Shutdown(String actor, Direction direction) implements OnSocket {}

  /** {@code client close}. */
  record Close(String actor) implements OnSocket {}

  /** {@code client nodelay on}; -1 turns {@code linger} off. */
  record SetOption(String actor, SocketOption option, int value) implements OnSocket {}

  /**
   * {@code receiver join 239.1.2.3}, or {@code leave}: a member of the group from now on or no
   * more.
   */
  record Membership(String actor, InetAddress group, boolean join) implements OnSocket {}

  /** {@code peer lose data 3}; no loss stands for {@code peer lose nothing}. */
  record Lose(String actor, Optional<Loss> loss) implements OnSocket {}

  /** {@code wait 50ms}. */
  record Wait(Duration duration) implements Call {}

  /** Which way of a connection {@code shutdown} ends. */
  enum Direction {
    READ("SHUT_RD", 0),
    WRITE("SHUT_WR", 1),
    BOTH("SHUT_RDWR", 2);

    private final String symbol;
    private final int number;

    Direction(String symbol, int number) {
      this.symbol = symbol;
      this.number = number;
    }

    /** Its number in every system's sockets API. */
    int number() {
      return number;
    }

    /** What the sockets API calls it. */
    public String symbol() {
      return symbol;
    }
  }
}
