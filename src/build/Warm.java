import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the packaged program start sooner: runs it once as a command and once as a window, and
 * keeps what the JVM learned of its classes and hot methods (JEP 483, 514, 515) in two files that
 * the launcher names.
 *
 * <p>The build runs it from source: {@code java Warm.java DIST RECORDINGS}. A JVM other than the
 * one that made such a file passes it over, and without it the program is merely slower; so
 * whatever goes wrong here is told in one line and fails nothing.
 */
public final class Warm {
  /** Bytes of the capture that is analysed: enough for the JVM to see what is hot. */
  private static final long TRAINING = 24L << 20;

  private static final long WINDOW_SECONDS = 8;

  private Warm() {}

  /** The folder of the packaged program, then that of the recordings it ships. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path dist = Path.of(args[0]).toAbsolutePath();
    List<Path> recordings;
    try (Stream<Path> files = Files.list(Path.of(args[1]))) {
      recordings = files.filter(file -> file.toString().endsWith(".pcapng")).sorted().toList();
    }
    Path capture = Files.createTempFile("wireflight-", ".pcapng");
    try {
      repeat(recordings, capture);
      command(dist, capture);
      window(dist, recordings.getFirst());
    } finally {
      Files.delete(capture);
    }
  }

  /** pcapng files one after the other are a pcapng file of several sections. */
  private static void repeat(List<Path> recordings, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      for (long written = 0; written < TRAINING; ) {
        for (Path recording : recordings) {
          written += Files.copy(recording, out);
        }
      }
    }
  }

  private static void command(Path dist, Path capture) throws IOException, InterruptedException {
    List<String> line = java(dist, "command.aot");
    line.addAll(List.of("@" + dist + "/command.args", "-cp", dist + "/lib/*"));
    line.addAll(List.of("wireflight.cli.Main", "analyze", capture.toString()));
    Process process = start(line);
    tell(dist, "command.aot", process.waitFor(2, TimeUnit.MINUTES));
    process.destroyForcibly();
  }

  /** A window without a screen, ended by a signal, at which the JVM writes its file. */
  private static void window(Path dist, Path recording) throws IOException, InterruptedException {
    List<String> line = java(dist, "window.aot");
    line.addAll(List.of("@" + dist + "/window.args", "--module-path=" + dist + "/javafx"));
    line.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    line.addAll(List.of("-cp", dist + "/lib/*", "wireflight.cli.Main", recording.toString()));
    Process process = start(line);
    if (!process.waitFor(WINDOW_SECONDS, TimeUnit.SECONDS)) {
      process.destroy();
    }
    tell(dist, "window.aot", process.waitFor(2, TimeUnit.MINUTES));
    process.destroyForcibly();
  }

  private static List<String> java(Path dist, String cache) throws IOException {
    Files.deleteIfExists(dist.resolve(cache));
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("@" + dist + "/jvm.args", "-Xlog:disable"));
    line.add("-XX:AOTCacheOutput=" + dist.resolve(cache));
    return line;
  }

  private static Process start(List<String> line) throws IOException {
    return new ProcessBuilder(line)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void tell(Path dist, String cache, boolean ended) {
    if (!ended || !Files.exists(dist.resolve(cache))) {
      System.out.println("No " + cache + " was made: the program will start a little slower.");
    }
  }
}
