package wireflight.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import wireflight.lab.SandboxSocket.Stage;

/**
 * Which calls make sense on a socket as it now is, the most usual first.
 *
 * <p>A call that fails in an instructive way ({@code connect} to a port where nobody listens,
 * {@code bind} to a port that is taken) makes sense; one that the API has no use for on such a
 * socket does not.
 */
final class Offers {
  private static final int[] PORTS = {8080, 8081, 80};

  private final SandboxSocket socket;
  private final Collection<SandboxSocket> all;
  private final List<Offer> offers = new ArrayList<>();

  private Offers(SandboxSocket socket, Collection<SandboxSocket> all) {
    this.socket = socket;
    this.all = all;
  }

  /**
   * The calls on a socket.
   *
   * @param all every socket there is, itself among them
   */
  static List<Offer> on(SandboxSocket socket, Collection<SandboxSocket> all) {
    if (!socket.free()) {
      return List.of();
    }
    Offers offers = new Offers(socket, all);
    if (socket.kind().stream()) {
      offers.stream();
    } else {
      offers.datagrams();
    }
    offers.add("close", "close");
    return List.copyOf(offers.offers);
  }

  private void stream() {
    switch (socket.stage()) {
      case NEW -> {
        if (targets().isEmpty()) {
          bind();
          connect();
        } else {
          connect();
          bind();
        }
        options();
      }
      case BOUND -> {
        add("listen", "listen 5");
        add("listen", "listen 1");
        open("listen", "listen ");
        connect();
        options();
      }
      case LISTENING -> {
        String name = Sandbox.freeName("peer", all);
        offers.add(new Offer("accept", name + " = accept " + socket.name()));
        loseOfHandshake();
      }
      case CONNECTED -> {
        send();
        recv("recv");
        shutdown();
        options();
        loseOfConnection();
      }
      case WRITING_ENDED -> {
        recv("recv");
        options();
      }
      case BROKEN, CLOSED -> {}
    }
  }

  private void datagrams() {
    switch (socket.stage()) {
      case NEW -> {
        sendTo();
        bind();
        connect();
      }
      case BOUND -> {
        recv("recvfrom");
        sendTo();
        connect();
        loseDatagrams();
      }
      case CONNECTED, WRITING_ENDED -> {
        send();
        recv("recv");
        loseDatagrams();
      }
      case LISTENING, BROKEN, CLOSED -> {}
    }
  }

  private void bind() {
    for (int port : PORTS) {
      add("bind", "bind :" + port);
    }
    add("bind", "bind *:" + PORTS[0]);
    open("bind", "bind ");
  }

  private void connect() {
    targets().forEach(target -> add("connect", "connect " + target));
    open("connect", "connect ");
  }

  private void sendTo() {
    for (String target : targets()) {
      add("sendto", "sendto " + target + " \"hello\"");
      add("sendto", "sendto " + target + " 3000 bytes");
    }
    open("sendto", "sendto ");
  }

  /** The sockets that can be reached: those that listen first, then those that are only bound. */
  private List<String> targets() {
    List<String> targets = new ArrayList<>();
    for (Stage stage : List.of(Stage.LISTENING, Stage.BOUND)) {
      for (SandboxSocket other : all) {
        if (other.stage() == stage
            && other.kind() == socket.kind()
            && !other.name().equals(socket.name())) {
          targets.add(other.name());
        }
      }
    }
    return targets;
  }

  private void send() {
    add("send", "send \"hello\"");
    add("send", "send 3000 bytes");
    if (socket.kind().stream()) {
      add("send", "send 100kB");
    }
    open("send", "send \"");
  }

  private void recv(String call) {
    add(call, call);
    add(call, call + " 5");
    open(call, call + " ");
  }

  private void shutdown() {
    add("shutdown", "shutdown write");
    add("shutdown", "shutdown read");
    add("shutdown", "shutdown both");
  }

  // Of IPv6 a packet that is sent again cannot be told from the first; of SCTP nothing can be told.
  private void loseOfHandshake() {
    switch (socket.kind()) {
      case TCP -> lose("syn", "ack", "nothing");
      case TCP6 -> lose("syn", "nothing");
      case UDP, UDP6, SCTP, SCTP6 -> {}
    }
  }

  private void loseOfConnection() {
    switch (socket.kind()) {
      case TCP -> lose("data", "data 3", "ack", "fin", "20% seed 7", "nothing");
      case TCP6 -> lose("fin", "nothing");
      case UDP, UDP6, SCTP, SCTP6 -> {}
    }
  }

  private void loseDatagrams() {
    lose("datagram", "datagram 2", "20% seed 7", "nothing");
  }

  /** What of the packets that come to it is to be lost. */
  private void lose(String... packets) {
    for (String packet : packets) {
      add("lose", "lose " + packet);
    }
  }

  private void options() {
    add("nodelay", "nodelay on");
    add("linger", "linger 0");
    add("keepalive", "keepalive on");
    add("rcvbuf", "rcvbuf 4096");
    add("sndbuf", "sndbuf 4096");
    if (socket.stage() == Stage.NEW) {
      add("reuseaddr", "reuseaddr on");
    }
  }

  private void add(String call, String rest) {
    offers.add(new Offer(call, socket.name() + " " + rest));
  }

  private void open(String call, String rest) {
    offers.add(new Offer(call, socket.name() + " " + rest, true));
  }
}
