package wireflight.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import wireflight.language.Saying;

/**
 * Watches somebody's own program from a terminal: a worker makes a network, runs the program in it,
 * and records what its sockets do. However any of them ends, nothing stays behind.
 */
public final class ProgramProcess {
  /** What a worker is given to end the program and complete the recording. */
  private static final long END_SECONDS = 15;

  private static final int SIGNAL_BASE = 128;

  /**
   * A network within the network, where the kernel keeps few buckets for connections, if it is new
   * enough (Linux 6.1): strace looks through all of them at each call, and so does the sampler.
   */
  private static final List<String> SMALL_TABLE =
      List.of(
          "sh",
          "-c",
          "(echo 16384 > /proc/sys/net/ipv4/tcp_child_ehash_entries) 2> /dev/null;"
              + " exec unshare --net \"$@\"",
          "sh");

  private ProgramProcess() {}

  /**
   * Runs a program to its end, with this process's standard streams. A signal that ends this
   * process ends the program, too, and completes the recording.
   *
   * @param command the program and its arguments
   * @param recording the file to write, or {@code -} for standard output; what the program writes
   *     there then goes to standard error
   * @return 0 if the program's exit code was 0, else 1; which it was, the worker has said
   * @throws IOException with a sentence that says what to do, if it cannot be watched here
   */
  public static int run(List<String> command, String recording)
      throws IOException, InterruptedException {
    Processes processes = new Processes(UUID.randomUUID().toString());
    Process worker =
        new ProcessBuilder(launch(command, recording, true, processes.mark())).inheritIO().start();
    AtomicBoolean ended = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  ended.set(true);
                  end(worker, processes);
                },
                "end of the program"));
    int code = worker.waitFor();
    processes.kill(-1);
    // Java's own code after a signal that ended it, which is then what this process was ended by.
    if (code > SIGNAL_BASE && !ended.get()) {
      throw new IOException(Saying.english(ProgramProcess.class, "workerLost", code - SIGNAL_BASE));
    }
    return code == 0 ? 0 : 1;
  }

  /** The command of a worker that watches a program. */
  static List<String> launch(List<String> command, String recording, boolean terminal, String mark)
      throws IOException {
    Optional<String> obstacle = OwnNetwork.obstacle();
    if (obstacle.isPresent()) {
      throw new IOException(
          Saying.english(ProgramProcess.class, "noNetworkToWatch", obstacle.get()));
    }
    List<String> words = new ArrayList<>(OwnNetwork.enter());
    words.addAll(SMALL_TABLE);
    words.addAll(WorkerCommand.java(ProgramWorker.class));
    words.add(String.valueOf(ProcessHandle.current().pid()));
    words.add(mark);
    words.add(recording);
    words.add(String.valueOf(terminal));
    words.addAll(command);
    return words;
  }

  private static void end(Process worker, Processes processes) {
    try {
      // Ctrl-C at a terminal has reached the worker, too; being told twice does it no harm.
      worker.destroy();
      if (!worker.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        worker.destroyForcibly();
      }
    } catch (InterruptedException e) {
      worker.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    processes.kill(-1);
  }
}
