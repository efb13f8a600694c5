package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import wireflight.timeline.Script;

/** Recordings of calls and packets in no sensible order. */
final class RandomScripts {
  private static final String[] CALLS = {
    "socket(AF_INET6, SOCK_STREAM)",
    "connect(127.0.0.1:8080)",
    "accept()",
    "recv(65536)",
    "send(\"a rather long text that will not fit beside any lifeline at all\")",
    "close()",
    "setsockopt(SO_REUSEADDR, 1)"
  };
  private static final String[] FLAGS = {"S", "SA", "A", "PA", "FA", "R", "RA", "FPA"};

  private RandomScripts() {}

  static Arbitrary<Script> any() {
    return Arbitraries.longs().map(seed -> script(new Random(seed)));
  }

  private static Script script(Random random) {
    Script script = new Script();
    List<Runnable> open = new ArrayList<>();
    int sockets = 1 + random.nextInt(5);
    int rows = random.nextInt(40);
    for (int row = 0; row < rows; row++) {
      String client =
          "127.0.0." + (1 + random.nextInt(2)) + ":" + (40000 + random.nextInt(sockets));
      String server = "127.0.0.1:" + (8080 + random.nextInt(2));
      boolean forward = random.nextBoolean();
      String from = forward ? client : server;
      String to = forward ? server : client;
      script.after(random.nextInt(1_000_000));
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          String flags = FLAGS[random.nextInt(FLAGS.length)];
          String data = flags.contains("P") ? "GET /index.html\r\n".repeat(random.nextInt(3)) : "";
          script.tcp(from, to, flags, random.nextInt(3000), random.nextInt(3000), data);
        }
        case 2 -> script.udp(from, to, "x".repeat(random.nextInt(60)));
        case 3 -> {
          String text = CALLS[random.nextInt(CALLS.length)];
          String socket = "actor" + random.nextInt(sockets) + " " + from + " " + to;
          long call = script.enter(socket, text);
          String result = random.nextInt(3) == 0 ? "ECONNREFUSED" : "1460";
          open.add(() -> script.leave(call, socket, text, result, "GET / HTTP/1.1\\r\\n"));
        }
        case 4 -> {
          if (!open.isEmpty()) {
            open.remove(random.nextInt(open.size())).run();
          }
        }
        default -> throw new IllegalStateException();
      }
    }
    return script;
  }
}
