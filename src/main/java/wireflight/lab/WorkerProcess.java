package wireflight.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import wireflight.language.Saying;

/**
 * A worker: a process of its own that makes real socket calls, captures what they send, and writes
 * one recording.
 *
 * <p>Started early it waits, warm, for what to do. It ends when it was told that nothing more
 * comes, when it is closed, or when this process ends in whatever way. Any thread may call.
 */
public final class WorkerProcess implements AutoCloseable {
  private static final int SIGNAL_BASE = 128;

  /** More than a worker takes to complete a recording after a signal. */
  private static final long FINISH_SECONDS = 7;

  private final Process process;
  private final String obstacle;
  private final Writer commands;
  private final Complaints complaints;
  private final CompletableFuture<Exit> exit;

  private WorkerProcess(Process process, String obstacle) {
    this.process = process;
    this.obstacle = obstacle;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.complaints = new Complaints(process);
    this.exit = process.onExit().thenCombine(complaints.whole(), (ended, nothing) -> exitOf(ended));
  }

  /**
   * How a worker ended.
   *
   * @param code 0 if it did all it was asked to
   * @param sentence what happened, for people, with its full stop; empty after code 0
   */
  public record Exit(int code, String sentence) {
    /** Closes the sentence, where what a lesson was refused for has neither full stop nor "?". */
    public Exit {
      boolean closed = sentence.isEmpty() || sentence.endsWith(".") || sentence.endsWith("?");
      sentence = closed ? sentence : sentence + ".";
    }
  }

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
    WorkerCommand command = WorkerCommand.of(network);
    List<String> words = new ArrayList<>(by);
    words.addAll(command.words());
    return new WorkerProcess(new ProcessBuilder(words).start(), command.obstacle());
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
    Process process = new ProcessBuilder(WorkerCommand.of(network).words()).inheritIO().start();
    Thread end = new Thread(() -> finish(process), "end of the worker");
    Runtime.getRuntime().addShutdownHook(end);
    int code = process.waitFor();
    return code == Worker.NO_CAPTURE ? 1 : code;
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

  /**
   * Somebody sees from now on what the wire holds, and decides with {@link #now}: a lesson does not
   * end while it holds something.
   */
  public void attended() throws IOException {
    write(Commands.ATTENDED);
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

  /**
   * Has it end, in the middle of a lesson too, and waits for that: the recording so far is
   * completed as long as somebody reads it; where that takes too long, it is ended at once.
   */
  public void finish() {
    finish(process);
  }

  private static void finish(Process worker) {
    boolean _ =
        worker.toHandle().destroy(); // not the process's own method, which closes its streams
    try {
      if (worker.waitFor(FINISH_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    worker.destroyForcibly();
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

  private Exit exitOf(Process ended) {
    int code = ended.exitValue();
    String said = complaints.said();
    if (code == Worker.NO_CAPTURE) {
      return new Exit(
          1,
          obstacle.isEmpty()
              ? said
              : Saying.english(WorkerProcess.class, "better", said, obstacle));
    }
    if (code == 0) {
      return new Exit(0, "");
    }
    if (code == 1 && !said.isEmpty()) {
      return new Exit(1, said);
    }
    String how =
        code > SIGNAL_BASE
            ? Saying.english(WorkerProcess.class, "workerKilled", code - SIGNAL_BASE)
            : Saying.english(WorkerProcess.class, "workerEnded", code);
    return new Exit(
        code, said.isEmpty() ? how : Saying.english(WorkerProcess.class, "itSaid", how, said));
  }
}
