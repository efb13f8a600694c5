package wireflight.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wireflight.trace.CallReturned;
import wireflight.trace.Event;
import wireflight.trace.KernelSample;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** A program of somebody's, really run and watched by {@code wireflight run} in a process. */
final class WatchedProgram {
  final Path file;
  final Process process;

  private WatchedProgram(Path file, Process process) {
    this.file = file;
    this.process = process;
  }

  /** Starts it; skips the test where there can be no network of its own. */
  static WatchedProgram start(Path folder, String... command) throws IOException {
    return start(folder, Map.of(), command);
  }

  /** The same in another environment. */
  static WatchedProgram start(Path folder, Map<String, String> environment, String... command)
      throws IOException {
    assumeTrue(OwnNetwork.available(), "needs a network of its own");
    Path file = folder.resolve("run.pcapng");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-XX:TieredStopAtLevel=1");
    words.add("--enable-native-access=ALL-UNNAMED");
    words.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    words.addAll(List.of("wireflight.cli.Main", "run", "-o", file.toString(), "--"));
    words.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new WatchedProgram(file, builder.start());
  }

  /** Skips the test where a command is missing. */
  static void needs(String command) {
    assumeTrue(new ThisMachine().hasCommand(command), "needs " + command);
  }

  /** What it and Wireflight wrote until both ended. */
  String output() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** What it recorded, once it has ended. */
  Trace trace() throws IOException {
    return Recording.open(file);
  }

  static <E extends Event> Stream<E> events(Trace trace, Class<E> kind) {
    return IntStream.range(0, trace.size())
        .filter(row -> !trace.isFrame(row))
        .mapToObj(trace::event)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  static List<String> calls(Trace trace) {
    return events(trace, CallReturned.class).map(CallReturned::message).toList();
  }

  static Stream<KernelSample> samples(Trace trace) {
    return events(trace, KernelSample.class);
  }
}
