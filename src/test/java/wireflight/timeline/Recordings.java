package wireflight.timeline;

/** Recordings that many tests look at. */
public final class Recordings {
  private static final String C = "127.0.0.1:40312";
  private static final String S = "127.0.0.1:8080";

  private Recordings() {}

  /** A whole connection with its calls: handshake, five bytes, both closes. */
  public static Script handshake() {
    Script script = listening();
    script.says(2, "The client connects.");
    script.call("client", "socket(AF_INET, SOCK_STREAM)", "client", "3");
    long connect = script.enter("client", "connect(127.0.0.1:8080)");
    open(script);
    script.leave(connect, "client " + C + " " + S, "connect(127.0.0.1:8080)", "0", "");
    script.call("server " + S, "accept()", "server " + S, "peer");
    long recv = script.enter("peer " + S + " " + C, "recv(100)");
    script.after(900);
    long send = script.enter("client " + C + " " + S, "send(\"hello\")");
    script.tcp(C, S, "PA", 1001, 5001, "hello");
    script.leave(send, "client " + C + " " + S, "send(\"hello\")", "5", "hello");
    script.tcp(S, C, "A", 5001, 1006, "");
    script.leave(recv, "peer " + S + " " + C, "recv(100)", "5", "hello");
    long close = script.enter("client " + C + " " + S, "close()");
    script.tcp(C, S, "FA", 1006, 5001, "");
    script.leave(close, "client " + C + " " + S, "close()", "0", "");
    script.tcp(S, C, "A", 5001, 1007, "");
    script.call("peer " + S + " " + C, "recv(100)", "peer " + S + " " + C, "0");
    long last = script.enter("peer " + S + " " + C, "close()");
    script.tcp(S, C, "FA", 5001, 1007, "");
    script.tcp(C, S, "A", 1007, 5002, "");
    return script.leave(last, "peer " + S + " " + C, "close()", "0", "");
  }

  private static Script listening() {
    Script script = new Script().says(1, "A server *listens* first.");
    script.call("server", "socket(AF_INET, SOCK_STREAM)", "server", "4");
    script.call("server", "bind(127.0.0.1:8080)", "server " + S, "0");
    return script.call("server " + S, "listen(5)", "server " + S, "0");
  }

  private static void open(Script script) {
    script
        .tcp(C, S, "S", 1000, 0, "")
        .tcp(S, C, "SA", 5000, 1001, "")
        .tcp(C, S, "A", 1001, 5001, "");
  }

  /** A connect that has not returned: only a sample tells the client's address. */
  public static Script connecting() {
    Script script = listening();
    script.call("client", "socket(AF_INET, SOCK_STREAM)", "client", "3");
    script.enter("client", "connect(127.0.0.1:8080)");
    return script.sample("client " + C, "SYN-SENT").tcp(C, S, "S", 1000, 0, "");
  }

  /** A segment sent twice, since the first never arrived. */
  public static Script loss() {
    Script script = new Script();
    open(script);
    script.tcp(C, S, "PA", 1001, 5001, "hello").after(210_000);
    return script.tcp(C, S, "PA", 1001, 5001, "hello").tcp(S, C, "A", 5001, 1006, "");
  }

  /** Three datagrams: one received, one overtaken, one to a port where nobody listens. */
  public static Script datagrams() {
    String from = "127.0.0.1:53411";
    String to = "127.0.0.1:9000";
    Script script = new Script();
    script.call("udp:server", "socket(AF_INET, SOCK_DGRAM)", "udp:server", "3");
    script.call("udp:server", "bind(127.0.0.1:9000)", "udp:server " + to, "0");
    script.call("udp:client", "socket(AF_INET, SOCK_DGRAM)", "udp:client", "4");
    long recv = script.enter("udp:server " + to, "recvfrom(100)");
    long send = script.enter("udp:client", "sendto(\"ping\", 127.0.0.1:9000)");
    script.udp(from, to, "ping");
    script.leave(send, "udp:client 0.0.0.0:53411", "sendto(\"ping\", 127.0.0.1:9000)", "4", "");
    script.leave(recv, "udp:server " + to, "recvfrom(100)", "4", "ping");
    script.udp(from, to, "lost one").udp(from, to, "third");
    script.call("udp:server " + to, "recvfrom(100)", "udp:server " + to, "5");
    script.udp(from, "127.0.0.1:9999", "anyone?");
    return script.portUnreachable("127.0.0.1:9999", from, 7);
  }

  /** Four clients, each connected to a service of its own. */
  public static Script services() {
    Script script = new Script();
    String[] names = {"mail", "web", "files", "database"};
    int[] ports = {587, 443, 21, 5432};
    for (int i = 0; i < 4; i++) {
      String at = "127.0.0.1:" + ports[i];
      script.call(names[i], "socket(AF_INET, SOCK_STREAM)", names[i], "3");
      script.call(names[i], "bind(" + at + ")", names[i] + " " + at, "0");
      script.call(names[i] + " " + at, "listen(5)", names[i] + " " + at, "0");
    }
    for (int i = 0; i < 4; i++) {
      String client = "client" + (i + 1);
      String from = "127.0.0.1:" + (40001 + i);
      String at = "127.0.0.1:" + ports[i];
      script.call(client, "socket(AF_INET, SOCK_STREAM)", client, "9");
      long connect = script.enter(client, "connect(" + at + ")");
      script.tcp(from, at, "S", 100, 0, "").tcp(at, from, "SA", 900, 101, "");
      script.tcp(from, at, "A", 101, 901, "");
      script.leave(connect, client + " " + from + " " + at, "connect(" + at + ")", "0", "");
      script.call(names[i] + " " + at, "accept()", names[i] + " " + at, names[i] + "Peer");
    }
    return script;
  }

  /** Three clients of one server, whose calls overlap. */
  public static Script oneServer() {
    Script script = listening();
    long accept = script.enter("server " + S, "accept()");
    for (int i = 1; i <= 3; i++) {
      String from = "127.0.0.1:" + (40000 + i);
      script.tcp(from, S, "S", 100, 0, "").tcp(S, from, "SA", 900, 101, "");
      script.tcp(from, S, "A", 101, 901, "");
      script.leave(accept, "server " + S, "accept()", "peer" + i, "");
      script.enter("peer" + i + " " + S + " " + from, "recv(100)");
      accept = script.enter("server " + S, "accept()");
    }
    return script;
  }

  /** A socket connected to itself. */
  public static Script self() {
    String self = "127.0.0.1:4000";
    Script script = new Script();
    script.tcp(self, self, "S", 100, 0, "").tcp(self, self, "SA", 100, 101, "");
    return script.tcp(self, self, "A", 101, 101, "").tcp(self, self, "PA", 101, 101, "me");
  }

  /** So many clients of a web, a mail and a database server; every fourth one has sent data. */
  public static Script crowd(int clients) {
    int[] ports = {443, 587, 5432};
    Script script = new Script();
    for (int i = 0; i < clients; i++) {
      String from = "10.0." + i / 200 + "." + (i % 200 + 2) + ":" + (40000 + i);
      String to = "10.9.0.1:" + ports[i % ports.length];
      script.tcp(from, to, "S", 100, 0, "").tcp(to, from, "SA", 900, 101, "");
      script.tcp(from, to, "A", 101, 901, "");
      if (i % 4 == 0) {
        script.tcp(from, to, "PA", 101, 901, "hello").tcp(to, from, "A", 901, 106, "");
      }
    }
    return script;
  }

  /**
   * A server that waits on each of its many sockets at once, while the first client sends again and
   * again.
   */
  public static Script waiting(int sockets) {
    Script script = new Script();
    String server = "127.0.0.1:8080";
    for (int i = 0; i < sockets; i++) {
      String client = "127.0.0.1:" + (40000 + i);
      script.tcp(client, server, "S", 100, 0, "").tcp(server, client, "SA", 900, 101, "");
      script.tcp(client, server, "A", 101, 901, "");
      script.enter("peer" + i + " " + server + " " + client, "recv(100)");
    }
    for (int i = 0; i < 40; i++) {
      script.tcp("127.0.0.1:40000", server, "PA", 101 + 5 * i, 901, "hello");
      script.tcp(server, "127.0.0.1:40000", "A", 901, 106 + 5 * i, "");
    }
    return script;
  }
}
