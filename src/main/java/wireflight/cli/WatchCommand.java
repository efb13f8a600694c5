package wireflight.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wireflight.capture.CaptureCounts;
import wireflight.capture.CaptureException;
import wireflight.capture.CaptureInterface;
import wireflight.capture.CaptureSources;
import wireflight.lab.InterfaceWatch;

/** Records from a network interface of this machine, where the rights allow it. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = {
      "Records what passes a network interface of this machine (pcapng), until Ctrl-C; without -i:"
          + " lists the interfaces. Capturing needs root: sudo wireflight watch -i eth0",
      "Example: wireflight watch -i lo -f \"tcp port 8080\" --seconds 30 -o web.pcapng"
    })
final class WatchCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  /** Longer than any class. */
  private static final long NO_END_SECONDS = Duration.ofDays(365).toSeconds();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-i", "--interface"},
      paramLabel = "NAME",
      description =
          "the interface, as “wireflight watch” lists them; lo is this machine's loopback")
  private @Nullable String name;

  @Option(
      names = {"-f", "--filter"},
      paramLabel = "FILTER",
      description = "which packets, as tcpdump takes it: “tcp port 80” (needs libpcap)")
  private String filter = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "the file to write, - for standard output (default: NAME.pcapng)")
  private @Nullable String output;

  @Option(names = "--packets", paramLabel = "N", description = "end after so many packets")
  private long packets = Long.MAX_VALUE;

  @Option(names = "--seconds", paramLabel = "N", description = "end after so many seconds")
  private long seconds = NO_END_SECONDS;

  @Override
  public Integer call() {
    if (packets < 1 || seconds < 1) {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--packets and --seconds are 1 at least");
    }
    try {
      if (name == null) {
        list();
        return 0;
      }
      String file = output == null ? name + ".pcapng" : output;
      if (output == null && Files.exists(Path.of(file))) {
        throw new Failure(file + " is already there: remove it, or name another file with -o.");
      }
      watch(name, file);
      return 0;
    } catch (CaptureException | IOException e) {
      throw new Failure(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Recording was interrupted.", e);
    }
  }

  private static void list() throws CaptureException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.print("interface\tstate\tdescription\n");
    for (CaptureInterface each : CaptureSources.interfaces()) {
      out.print(each.name() + "\t" + (each.up() ? "up" : "down") + "\t" + each.description());
      out.print("\n");
    }
    out.flush();
  }

  private void watch(String interfaceName, String file)
      throws CaptureException, IOException, InterruptedException {
    if (file.equals(STANDARD_OUTPUT)) {
      record(interfaceName, System.out, ".");
      return;
    }
    // Opened at its first byte, so that what cannot be captured leaves no empty file.
    try (LateFile out = new LateFile(Path.of(file))) {
      record(interfaceName, out, ". They are in " + file + ".");
    }
  }

  private void record(String interfaceName, OutputStream to, String where)
      throws CaptureException, IOException, InterruptedException {
    InterfaceWatch watch = new InterfaceWatch(interfaceName, filter, to, packets);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(watch), "end of the watch"));
    CaptureCounts counts = watch.record(Duration.ofSeconds(seconds));
    String lost =
        counts.dropped() == 0 ? "" : ", " + counts.dropped() + " were lost by the capture";
    System.err.println("wireflight: " + watch.packets() + " packets recorded" + lost + where);
  }

  private static void stop(InterfaceWatch watch) {
    try {
      watch.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
