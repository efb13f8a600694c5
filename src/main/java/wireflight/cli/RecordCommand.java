package wireflight.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wireflight.lab.Lesson;
import wireflight.lab.Network;
import wireflight.lab.WorkerProcess;
import wireflight.trace.Recording;

/** Runs a lesson for real in a worker and writes the recording. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = "Runs a lesson for real, captures it, and writes the recording (pcapng).")
final class RecordCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";
  private static final long COPY_SECONDS = 5;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "LESSON",
      description = "a name that “wireflight lessons” lists, or a file")
  private @Nullable String lesson;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "the file to write, - for standard output (default: LESSON.pcapng)")
  private @Nullable String output;

  @Option(
      names = "--link",
      paramLabel = "LINK",
      description =
          "own: a network of the worker's own; loopback: this machine's; best: own where it can be"
              + " had (default: best)")
  private Network link = Network.BEST;

  @Option(
      names = "--serve",
      description =
          "take commands from standard input, a line each: “run LESSON”, a call such as “client"
              + " connect server”, “end”, “stop”; the recording goes to standard output")
  private boolean serve;

  @Mixin private final UserLessons user = new UserLessons();

  @Override
  public Integer call() {
    if (serve == (lesson != null)) {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          serve ? "--serve takes its lessons from standard input" : "Which LESSON?");
    }
    try {
      if (lesson == null) {
        return serve();
      }
      record(user.find(lesson));
      return 0;
    } catch (IOException e) {
      throw new Failure(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Recording was interrupted.", e);
    }
  }

  private int serve() throws IOException, InterruptedException {
    if (output != null && !output.equals(STANDARD_OUTPUT)) {
      throw new Failure("With --serve the recording goes to standard output: use -o -.");
    }
    return WorkerProcess.serve(link);
  }

  private void record(Lesson wanted) throws IOException, InterruptedException {
    String file = output == null ? wanted.id() + ".pcapng" : output;
    if (output == null && Files.exists(Path.of(file))) {
      throw new Failure(file + " is already there: remove it, or name another file with -o.");
    }
    CountDownLatch copied = new CountDownLatch(1);
    AtomicBoolean stopped = new AtomicBoolean();
    try (WorkerProcess worker = WorkerProcess.start(link)) {
      Runnable stop =
          () -> {
            stopped.set(true);
            worker.finish();
            await(copied);
          };
      Runtime.getRuntime().addShutdownHook(new Thread(stop, "end of the worker"));
      worker.run(wanted.origin());
      worker.end();
      Copied copy = copy(worker.recording(), file);
      byte[] empty = copy.empty();
      String kept =
          copy.begun() && !file.equals(STANDARD_OUTPUT)
              ? " What was recorded until then is in " + file + "."
              : "";
      WorkerProcess.Exit exit = worker.exit().toCompletableFuture().join();
      if (empty.length > 0 && exit.code() == 0) {
        write(empty, file);
      }
      if (stopped.get()) {
        Objects.requireNonNull(spec).commandLine().getErr().println("wireflight: Stopped." + kept);
      } else if (exit.code() != 0) {
        throw new Failure(exit.sentence() + kept);
      }
    } finally {
      copied.countDown();
    }
  }

  /** What a signal has ended is whole when this process is gone. */
  private static void await(CountDownLatch copied) {
    try {
      boolean _ = copied.await(COPY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Copies the recording as it grows; touches no file before there is a row to put into it.
   *
   * @return the recording where it has no row; else that it was copied
   */
  private static Copied copy(InputStream recording, String file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    Recording begun = Recording.follow(file);
    while (begun.snapshot().size() == 0) {
      int count = recording.read(buffer);
      if (count < 0) {
        return new Copied(false, head.toByteArray());
      }
      head.write(buffer, 0, count);
      begun.append(ByteBuffer.wrap(buffer, 0, count));
    }
    try (OutputStream out = open(file)) {
      head.writeTo(out);
      out.flush();
      int count = recording.read(buffer);
      while (count >= 0) {
        out.write(buffer, 0, count);
        out.flush();
        count = recording.read(buffer);
      }
    }
    return new Copied(true, new byte[0]);
  }

  /**
   * What was copied.
   *
   * @param begun whether there is a file, as there was a row to put into it
   * @param empty the recording that has no row
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them, and it is written at once
  private record Copied(boolean begun, byte[] empty) {}

  private static void write(byte[] recording, String file) throws IOException {
    try (OutputStream out = open(file)) {
      out.write(recording);
    }
  }

  private static OutputStream open(String file) {
    if (file.equals(STANDARD_OUTPUT)) {
      return System.out;
    }
    try {
      return Files.newOutputStream(Path.of(file));
    } catch (IOException e) {
      throw new Failure(
          file + " cannot be written: choose a file in a folder you may write to.", e);
    }
  }
}
