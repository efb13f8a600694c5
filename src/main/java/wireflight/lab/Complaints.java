package wireflight.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What a process says on standard error, of which the last lines are kept: what was wrong stands
 * there. It is read as it comes, so that the process never waits for that. Any thread may ask.
 */
final class Complaints {
  private static final int KEPT_LINES = 20;

  private final Deque<String> lines = new ArrayDeque<>();
  private final CompletableFuture<Void> whole = new CompletableFuture<>();

  /** Of a process whose standard error nobody else reads. */
  Complaints(Process process) {
    Thread.ofPlatform()
        .daemon()
        .name("worker's complaints")
        .start(
            () -> {
              hear(process);
              whole.complete(null);
            });
  }

  /** Done when the process says nothing more. */
  CompletionStage<Void> whole() {
    return whole.minimalCompletionStage();
  }

  /** The last lines of what it has said so far. */
  String said() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  private void hear(Process process) {
    try (BufferedReader read = process.errorReader(StandardCharsets.UTF_8)) {
      String line = read.readLine();
      while (line != null) {
        keep(line);
        line = read.readLine();
      }
    } catch (IOException e) {
      // The process is gone, and so is what it had to say; its exit code tells.
      return;
    }
  }

  private void keep(String line) {
    synchronized (lines) {
      lines.addLast(line);
      if (lines.size() > KEPT_LINES) {
        lines.removeFirst();
      }
    }
  }
}
