package wireflight.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of one run, told by a mark in their environment, which every process hands on to
 * those it starts: also to those that outlive it, which the kernel gives to another parent.
 */
final class Processes {
  /** The environment variable whose value is the mark. */
  static final String VARIABLE = "WIREFLIGHT_RUN";

  /** A process may start another while it is being ended. */
  private static final int MOST_PASSES = 20;

  private final String mark;

  Processes(String mark) {
    this.mark = mark;
  }

  /** The value of {@link #VARIABLE}. */
  String mark() {
    return mark;
  }

  /**
   * Those that run, other than this one.
   *
   * @param except the identifier of one to leave out; -1 for none
   */
  List<ProcessHandle> running(long except) {
    byte[] wanted = (VARIABLE + "=" + mark + "\0").getBytes(StandardCharsets.UTF_8);
    List<ProcessHandle> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : all) {
        if (has(process, wanted)) {
          ProcessHandle.of(Long.parseLong(String.valueOf(process.getFileName())))
              .filter(handle -> !handle.equals(ProcessHandle.current()) && handle.pid() != except)
              .ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      // Without /proc there are no such runs.
      return List.of();
    }
    return found;
  }

  private static boolean has(Path process, byte[] wanted) {
    try {
      String environment =
          new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
      return environment.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return false; // it has ended, or is another user's
    }
  }

  /** Asks them to end, but for one. */
  void terminate(long except) {
    running(except).forEach(ProcessHandle::destroy);
  }

  /** Ends them at once, and those that they start meanwhile, but for one. */
  void kill(long except) {
    List<ProcessHandle> left = running(except);
    for (int pass = 0; pass < MOST_PASSES && !left.isEmpty(); pass++) {
      left.forEach(ProcessHandle::destroyForcibly);
      left = running(except);
    }
  }

  /** Waits until none of them runs, but for one; whether that came in time. */
  boolean awaitEnd(long except, long millis) throws InterruptedException {
    CompletableFuture<?>[] ends =
        running(except).stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(millis, TimeUnit.MILLISECONDS);
      return running(except).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /** Waits for a thread to end; an interrupt is kept for later. */
  static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
