package wireflight.lab;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A worker: a process of its own that makes real socket calls, captures what they send, and writes
 * one recording.
 *
 * <p>Started early it waits, warm, for what to do. It ends when it was told that nothing more
 * comes, when it is closed, or when this process ends in whatever way. Any thread may call.
 */
public final class WorkerProcess implements AutoCloseable {
  private static final int KEPT_LINES = 20;
  private static final int SIGNAL_BASE = 128;
  private static final Pattern FOLDERS = Pattern.compile(Pattern.quote(File.pathSeparator));

  /** What a worker is: as little of a Java machine as starts fast. */
  private static final List<String> JAVA_OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xmx256m");

  private final Process process;
  private final String obstacle;
  private final Writer commands;
  private final Deque<String> complaints = new ArrayDeque<>();
  private final CompletableFuture<Exit> exit;

  private WorkerProcess(Process process, String obstacle) {
    this.process = process;
    this.obstacle = obstacle;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    CompletableFuture<Void> heard = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("worker's complaints")
        .start(
            () -> {
              hear();
              heard.complete(null);
            });
    this.exit = process.onExit().thenCombine(heard, (ended, nothing) -> exitOf(ended));
  }

  /**
   * How a worker ended.
   *
   * @param code 0 if it did all it was asked to
   * @param sentence what happened, for people; empty after code 0
   */
  public record Exit(int code, String sentence) {}

  /**
   * Starts a worker, which then waits for what to do.
   *
   * @throws IOException if no process could be started, or has no network of its own though it must
   */
  public static WorkerProcess start(Network network) throws IOException {
    return start(network, List.of());
  }

  /** As {@link #start(Network)}, by another program such as {@code strace}. */
  static WorkerProcess start(Network network, List<String> by) throws IOException {
    Launch launch = launch(network);
    List<String> command = new ArrayList<>(by);
    command.addAll(launch.command);
    return new WorkerProcess(new ProcessBuilder(command).start(), launch.obstacle);
  }

  /**
   * Starts a worker that runs a command line of the shell {@code sh}, and records what the sockets
   * of its programs do (see {@link ProgramProcess}). Of its commands it knows {@link #stop} only.
   *
   * @param folder where the programs start
   * @throws IOException with a sentence that says what to do, if it cannot be watched here
   */
  public static WorkerProcess program(String commandLine, Path folder) throws IOException {
    Processes processes = new Processes(UUID.randomUUID().toString());
    List<String> command =
        ProgramProcess.launch(
            List.of("sh", "-c", commandLine),
            ProgramWorker.STANDARD_OUTPUT,
            false,
            processes.mark());
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    // However the worker ends, what it started must not stay behind.
    var _ = process.onExit().thenRun(() -> processes.kill(-1));
    return new WorkerProcess(process, "");
  }

  /** The worker's process identifier. */
  public long pid() {
    return process.pid();
  }

  /**
   * Runs a worker on this process's own standard streams until it ends.
   *
   * @return its exit code; what was wrong it has said itself
   * @throws IOException if no process could be started
   */
  public static int serve(Network network) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(launch(network).command).inheritIO().start();
    Thread end = new Thread(process::destroyForcibly, "end of the worker");
    Runtime.getRuntime().addShutdownHook(end);
    int code = process.waitFor();
    return code == Worker.NO_CAPTURE ? 1 : code;
  }

  /**
   * How to start a worker.
   *
   * @param obstacle why it gets no network of its own, where it should have had one; or empty
   */
  private record Launch(List<String> command, String obstacle) {}

  private static Launch launch(Network network) throws IOException {
    String obstacle = network == Network.LOOPBACK ? "" : OwnNetwork.obstacle().orElse("");
    if (network == Network.OWN && !obstacle.isEmpty()) {
      throw new IOException("A network of its own cannot be had. " + obstacle);
    }
    boolean own = network != Network.LOOPBACK && obstacle.isEmpty();
    List<String> command = new ArrayList<>(own ? OwnNetwork.enter() : List.of());
    command.addAll(java(Worker.class));
    command.add((own ? Network.OWN : Network.LOOPBACK).name());
    command.add(String.valueOf(ProcessHandle.current().pid()));
    return new Launch(command, obstacle);
  }

  /** The command that runs a worker's program, to which its arguments are to be added. */
  static List<String> java(Class<?> main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    command.add("-classpath");
    // Absolute, as a worker may start in another folder.
    command.add(
        FOLDERS
            .splitAsStream(System.getProperty("java.class.path"))
            .map(each -> new File(each).getAbsolutePath())
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(main.getName());
    return command;
  }

  /** The recording, as pcapng; it ends when the worker does. */
  public InputStream recording() {
    return process.getInputStream();
  }

  /**
   * Has a lesson run, after what was asked for before.
   *
   * @param origin see {@link Lesson#origin()}
   */
  public void run(String origin) throws IOException {
    write(Commands.RUN + " " + origin);
  }

  /** From now on a person makes the calls: what is wrong with one is told in the recording. */
  public void byHand() throws IOException {
    write(Commands.HAND);
  }

  /** Has a single call made, after what was asked for before: {@code client connect server}. */
  public void call(String line) throws IOException {
    write(line);
  }

  /**
   * Tells the wire something at once, before what was asked for is done: {@code wire release 3}.
   */
  public void now(String line) throws IOException {
    write(Commands.NOW + line);
  }

  /** Tells it that nothing more comes: it does what it was asked for and ends. */
  public void end() throws IOException {
    write(Commands.END);
  }

  /** Has it end now, in the middle of a lesson too; the recording so far is completed. */
  public void stop() throws IOException {
    write("stop");
  }

  /** How it ended, as soon as it has; and what it wrote to {@link #recording()} can be read. */
  public CompletionStage<Exit> exit() {
    return exit.minimalCompletionStage();
  }

  /** Ends it at once, if it still runs. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void write(String line) throws IOException {
    if (line.lines().count() != 1) {
      throw new IllegalArgumentException("a command is one line");
    }
    synchronized (commands) {
      commands.write(line + "\n");
      commands.flush();
    }
  }

  private void hear() {
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null) {
        synchronized (complaints) {
          complaints.addLast(line);
          if (complaints.size() > KEPT_LINES) {
            complaints.removeFirst();
          }
        }
        line = lines.readLine();
      }
    } catch (IOException e) {
      // The worker is gone, and so is what it had to say; its exit code tells.
      return;
    }
  }

  private Exit exitOf(Process ended) {
    int code = ended.exitValue();
    String said;
    synchronized (complaints) {
      said = String.join("\n", complaints);
    }
    if (code == Worker.NO_CAPTURE) {
      return new Exit(
          1,
          obstacle.isEmpty()
              ? said
              : said
                  + " Better still, let Wireflight have a"
                  + " network of its own, which needs no such right: "
                  + obstacle);
    }
    if (code == 0) {
      return new Exit(0, "");
    }
    if (code == 1 && !said.isEmpty()) {
      return new Exit(1, said);
    }
    String how =
        code > SIGNAL_BASE
            ? "The worker was killed by signal " + (code - SIGNAL_BASE) + "."
            : "The worker ended with code " + code + ".";
    return new Exit(code, said.isEmpty() ? how : how + " It said: " + said);
  }
}
