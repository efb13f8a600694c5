package wireflight.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import wireflight.lab.Lesson;
import wireflight.lab.Network;
import wireflight.lab.WorkerProcess;

/**
 * Runs each lesson in a worker process of its own; the next one is always kept warm, so that Run
 * starts at once.
 */
final class WorkerRunner implements Runner {
  private final Network network;
  private @Nullable CompletableFuture<WorkerProcess> warm;
  private boolean closed;

  /** Starts nothing yet. */
  WorkerRunner(Network network) {
    this.network = network;
  }

  /** Starts the first worker in the background, if it is not there yet. */
  synchronized void prepare() {
    if (!closed && warm == null) {
      warm = warmUp();
    }
  }

  @Override
  public Run start(Lesson lesson) throws IOException {
    return new WorkerRun(
        told(
            worker -> {
              worker.attended();
              worker.run(lesson.origin());
              worker.end();
            }));
  }

  @Override
  public HandRun byHand() throws IOException {
    return new WorkerRun(told(WorkerProcess::byHand));
  }

  @Override
  public Run program(String commandLine, Path folder) throws IOException {
    return new WorkerRun(WorkerProcess.program(commandLine, folder));
  }

  private interface Telling {
    void tell(WorkerProcess worker) throws IOException;
  }

  private WorkerProcess told(Telling what) throws IOException {
    WorkerProcess worker = taken();
    try {
      what.tell(worker);
    } catch (IOException gone) {
      // The warm one died while it waited; a fresh one shows whether that was bad luck.
      worker.close();
      worker = taken();
      what.tell(worker);
    }
    return worker;
  }

  private WorkerProcess taken() throws IOException {
    CompletableFuture<WorkerProcess> ready;
    synchronized (this) {
      if (closed) {
        throw new IOException("the window is closing");
      }
      ready = warm == null ? warmUp() : warm;
      warm = warmUp();
    }
    try {
      return ready.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var _ = ready.thenAccept(WorkerProcess::close);
      throw new InterruptedIOException("the run was cancelled");
    }
  }

  private CompletableFuture<WorkerProcess> warmUp() {
    CompletableFuture<WorkerProcess> worker = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("worker warm-up")
        .start(
            () -> {
              try {
                worker.complete(WorkerProcess.start(network));
              } catch (IOException e) {
                worker.completeExceptionally(e);
              }
            });
    return worker;
  }

  @Override
  public synchronized void close() {
    closed = true;
    // One that is still starting when this process ends, ends by itself.
    if (warm != null) {
      var _ = warm.thenAccept(WorkerProcess::close);
    }
  }

  private record WorkerRun(WorkerProcess worker) implements HandRun {
    @Override
    public InputStream recording() {
      return worker.recording();
    }

    @Override
    public void call(String line) throws IOException {
      worker.call(line);
    }

    @Override
    public void now(String line) throws IOException {
      worker.now(line);
    }

    @Override
    public void stop() {
      try {
        worker.stop();
      } catch (IOException alreadyGone) {
        worker.close();
      }
    }

    @Override
    public String ending() throws InterruptedException {
      try {
        return worker.exit().toCompletableFuture().get().sentence();
      } catch (ExecutionException e) {
        throw new IllegalStateException("waiting for the worker failed", e);
      }
    }
  }
}
