package wireflight.lab;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import wireflight.capture.Errno;
import wireflight.capture.Poll;
import wireflight.capture.SystemCall;
import wireflight.trace.OrderedWriter;

/**
 * Has strace tell of a program's socket calls through a pipe, and puts them among the rows.
 *
 * <p>Rows are held back only from the moment on of which strace may still tell something: its
 * latest line, or a moment at which it was seen waiting with its pipe empty.
 */
final class StraceTap implements AutoCloseable {
  private static final int O_CLOEXEC = 0x80000;
  private static final int EXCERPT = 64;
  private static final List<String> STRACE = List.of("strace", "-f", "-qq", "-yy");

  /** What older versions lack: nanoseconds, and stops at the traced calls only. */
  private static final List<String> PRECISE =
      List.of(
          "--seccomp-bpf", "--absolute-timestamps=format:unix,precision:ns", "--syscall-times=ns");

  private static final List<String> PLAIN = List.of("-ttt", "-T");

  /** wait4 on x86 and ARM: so strace waits for the program to do something. */
  private static final List<String> WAITING = List.of("61 ", "260 ");

  private final List<String> options;
  private final int readEnd;
  private final int writeEnd;
  private final FileInputStream pipe;
  private final OrderedWriter.Hold hold;
  private final CompletableFuture<Integer> traced = new CompletableFuture<>();
  private final Thread reader = Thread.ofPlatform().daemon().name("strace").unstarted(this::read);
  private final byte[] buffer = new byte[1 << 16];
  // Guarded by this:
  private final StraceLines lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long strace = -1;
  private boolean ended;

  private StraceTap(List<String> options, OrderedWriter rows, StraceCalls calls)
      throws IOException {
    this.options = options;
    this.lines = new StraceLines(calls);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(JAVA_INT, 2);
      long result = SystemCall.PIPE2.call(ends.address(), O_CLOEXEC);
      if (result < 0) {
        throw new IOException("No pipe can be made: " + Errno.describe(result) + ".");
      }
      readEnd = ends.getAtIndex(JAVA_INT, 0);
      writeEnd = ends.getAtIndex(JAVA_INT, 1);
    }
    pipe = new FileInputStream("/proc/self/fd/" + readEnd);
    hold = rows.hold();
  }

  /** A tap, where strace is installed and may trace. */
  static Optional<StraceTap> open(Machine machine, OrderedWriter rows, StraceCalls calls)
      throws IOException {
    if (!machine.hasCommand("strace")) {
      return Optional.empty();
    }
    for (List<String> options : List.of(PRECISE, PLAIN)) {
      List<String> attempt = new ArrayList<>(STRACE);
      attempt.addAll(options);
      attempt.addAll(List.of("-o", "/dev/null", "true"));
      if (machine.run(attempt).code() == 0) {
        return Optional.of(new StraceTap(options, rows, calls));
      }
    }
    return Optional.empty();
  }

  /** What to put before a command so that its calls are told here. */
  List<String> command() {
    List<String> command = new ArrayList<>(STRACE);
    command.addAll(options);
    command.addAll(List.of("-s", String.valueOf(EXCERPT)));
    command.addAll(List.of("-e", "signal=none", "-e", "trace=" + StraceCalls.TRACED));
    // The pipe has no name in any folder, so none can be left behind.
    command.addAll(List.of("-o", "/proc/" + ProcessHandle.current().pid() + "/fd/" + writeEnd));
    return command;
  }

  /**
   * Begins to read.
   *
   * @param process strace's identifier
   */
  void start(long process) {
    synchronized (this) {
      strace = process;
    }
    reader.start();
  }

  /** The first process that strace tells of, which is the one that it started. */
  CompletableFuture<Integer> traced() {
    return traced.copy();
  }

  private void read() {
    boolean more = true;
    while (more) {
      Poll.await(readEnd);
      synchronized (this) {
        more = take();
      }
    }
    traced.cancel(false);
  }

  /** Takes what is in the pipe; whether more may come. */
  private synchronized boolean take() {
    try {
      int size = ended ? -1 : pipe.read(buffer);
      long now = Clocks.now();
      for (int i = 0; i < size; i++) {
        if (buffer[i] == '\n') {
          lines.line(whole(), now);
          line.reset();
        } else {
          line.write(buffer[i]);
        }
      }
      lines.caughtUp(now);
      ended = size < 0;
    } catch (IOException e) {
      ended = true;
    }
    if (ended) {
      hold.close();
    }
    return !ended;
  }

  private String whole() {
    String text = line.toString(StandardCharsets.UTF_8);
    if (!traced.isDone()) {
      String process = text.split(" ", 2)[0];
      if (process.matches("\\d{1,9}")) {
        traced.complete(Integer.valueOf(process));
      }
    }
    return text;
  }

  /** Takes what strace has told so far, and lets go of the rows that nothing earlier can join. */
  synchronized void catchUp() {
    long now = Clocks.now();
    boolean waiting = waiting();
    try {
      while (!ended && pipe.available() > 0) {
        take();
      }
    } catch (IOException e) {
      return; // the reader meets it, too
    }
    if (waiting) {
      // A call that waits in the kernel has begun a line, which goes on when it returns.
      lines.beginning(line.toString(StandardCharsets.UTF_8), now);
      hold.advance(now);
    } else {
      hold.advance(lines.latest());
    }
  }

  private boolean waiting() {
    if (strace < 0) {
      return false;
    }
    try {
      String call = Files.readString(Path.of("/proc/" + strace + "/syscall"));
      return WAITING.stream().anyMatch(call::startsWith);
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads what is left, once strace has ended. */
  @Override
  public void close() throws IOException {
    SystemCall.CLOSE.call(writeEnd);
    Processes.join(reader);
    pipe.close();
    SystemCall.CLOSE.call(readEnd);
    hold.close();
  }
}
