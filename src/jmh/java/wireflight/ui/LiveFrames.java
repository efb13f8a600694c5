package wireflight.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Frames of the whole window while a program of a person's own (it needs {@code python3}) holds
 * four hundred connections at once and sends on each of them again and again: what comes is
 * captured, analysed and shown as it comes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class LiveFrames {
  private static final int CONNECTIONS = 400;
  private static final int FRAMES = 600;

  /** Seconds after which it is measured as it stands. */
  private static final int LONGEST = 90;

  private static final String PROGRAM =
      """
      import socket, threading, time
      server = socket.socket()
      server.bind(("127.0.0.1", 8080))
      server.listen(400)
      def echo(peer):
          while data := peer.recv(100):
              peer.sendall(data)
      def serve():
          while True:
              threading.Thread(target=echo, args=(server.accept()[0],), daemon=True).start()
      threading.Thread(target=serve, daemon=True).start()
      clients = [socket.create_connection(("127.0.0.1", 8080)) for _ in range(400)]
      for _ in range(4):
          for client in clients:
              client.sendall(b"hello")
              client.recv(100)
          time.sleep(1)
      """;

  private OpenWindow window;
  private Path folder;
  private List<Used> used = new ArrayList<>();

  /** Opens the window. */
  @Setup
  public void open() throws IOException, InterruptedException, ExecutionException {
    folder = Files.createTempDirectory("wireflight-");
    Files.writeString(folder.resolve("many.py"), PROGRAM);
    window = OpenWindow.start();
  }

  /** From the program's start until all of its connections are shown, and ten seconds more. */
  @Benchmark
  public void fourHundredConnections() throws InterruptedException, ExecutionException {
    Dialogs.Program program = new Dialogs.Program("python3 many.py", folder);
    used = new ArrayList<>();
    OpenWindow.onScreen(
        () -> {
          window.session().runs().program(program);
          return true;
        });
    for (int second = 0; second < LONGEST && connections() < CONNECTIONS; second++) {
      used.addAll(window.frames(60, _ -> {}));
    }
    used.addAll(window.frames(FRAMES, _ -> {}));
  }

  private int connections() throws InterruptedException, ExecutionException {
    Showing showing = OpenWindow.onScreen(() -> window.session().shown().showing());
    return showing == null ? 0 : showing.connections().size();
  }

  /** Says what the frames used, and how much was shown. */
  @TearDown(Level.Iteration)
  public void tell() throws InterruptedException, ExecutionException {
    System.out.printf(Locale.ROOT, "%n%d connections%n", connections());
    System.out.println(Used.told(used));
  }

  /** Removes the program. */
  @TearDown
  public void tidyUp() throws IOException {
    Files.delete(folder.resolve("many.py"));
    Files.delete(folder);
  }
}
