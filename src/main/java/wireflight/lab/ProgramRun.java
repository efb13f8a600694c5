package wireflight.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import wireflight.capture.Poll;
import wireflight.capture.SystemCall;
import wireflight.language.Saying;
import wireflight.trace.Discarded;
import wireflight.trace.OrderedWriter;

/**
 * One run of somebody's own program: starts it, tells what the kernel and strace say of its
 * sockets, and ends whatever it leaves behind.
 */
final class ProgramRun {
  /** How long processes are given to end once they were asked to. */
  private static final long GRACE_MILLIS = 2000;

  /** How long the kernel is given to finish connections: longer than a delayed acknowledgment. */
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  private static final long NO_DESCRIPTOR = -1;

  private final List<String> command;
  private final Machine machine;
  private final Processes processes;
  private final ProgramNames names = new ProgramNames();
  private final ProgramSockets sockets = new ProgramSockets(names);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile long strace = -1;
  private volatile long calls = -1;
  private final AtomicLong packets = new AtomicLong();

  /** Has somebody look at the kernel's table. */
  private volatile Runnable look = () -> {};

  ProgramRun(List<String> command, Machine machine, Processes processes) {
    this.command = List.copyOf(command);
    this.machine = machine;
    this.processes = processes;
  }

  /**
   * Runs the program to its end.
   *
   * @param recorder records it, and tells this of each packet
   * @param streams says where its standard streams go
   * @return its exit code; 128 and the signal's number where it was killed
   * @throws IOException if it could not be started
   */
  int run(Recorder recorder, UnaryOperator<ProcessBuilder> streams)
      throws IOException, InterruptedException {
    OrderedWriter rows = recorder.rows();
    try (ProgramSampler sampler = new ProgramSampler(rows, sockets)) {
      look = sampler::wake;
      return run(recorder, streams, sampler);
    }
  }

  private int run(Recorder recorder, UnaryOperator<ProcessBuilder> streams, ProgramSampler sampler)
      throws IOException, InterruptedException {
    OrderedWriter rows = recorder.rows();
    StraceCalls told =
        new StraceCalls(
            sockets,
            names,
            call -> {
              rows.add(call);
              sampler.wake();
            });
    Optional<StraceTap> tap = StraceTap.open(machine, rows, told);
    List<String> words = new ArrayList<>(tap.map(StraceTap::command).orElse(List.of()));
    words.addAll(new OwnIdentity(machine).keep());
    words.addAll(command);
    recorder.start();
    rows.addRemark(Saying.english(ProgramRun.class, "started", String.join(" ", command)));
    if (tap.isEmpty()) {
      rows.addRemark(Saying.english(ProgramRun.class, "untraced"));
    }
    sampler.awaitQuiet(SETTLE_NANOS); // it is slow at first
    Process process = streams.apply(new ProcessBuilder(words)).start();
    tap.ifPresent(
        each -> {
          strace = process.pid();
          each.start(process.pid());
          recorder.before(each::catchUp);
        });
    awaitMain(process, tap);
    endTheRest(0);
    int code = process.waitFor();
    if (tap.isPresent()) {
      tap.get().close();
      calls = told.count();
    }
    sampler.awaitQuiet(SETTLE_NANOS);
    rows.addRemark(
        Saying.english(ProgramRun.class, "ended", ProgramNames.program(command), ending(code)));
    return code;
  }

  /** A packet was captured; a {@link Judge}, though nothing is lost here on purpose. */
  Optional<Discarded> sighted(long time, byte[] frame) {
    packets.incrementAndGet();
    look.run();
    return Judge.NOTHING_LOST.judge(time, frame);
  }

  /** How many packets were captured. */
  long packets() {
    return packets.get();
  }

  /** The recording is complete. */
  void finished() {
    ended.countDown();
  }

  /** How a program ended, as in {@code ended with code 1}. */
  static String ending(int code) {
    return code > 128
        ? Saying.english(ProgramRun.class, "killed", code - 128)
        : Saying.english(ProgramRun.class, "code", code);
  }

  /** How many calls were recorded; -1 where strace did not tell of any. */
  long calls() {
    return calls;
  }

  /** How many sockets it had. */
  int sockets() {
    return sockets.count();
  }

  /**
   * Has the program end, and waits until the recording is complete.
   *
   * @param patience how long it may take to end by itself, in milliseconds, before it is asked to
   */
  void stop(long patience) throws InterruptedException {
    if (!ended.await(patience, TimeUnit.MILLISECONDS)) {
      processes.terminate(strace);
      if (!ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        processes.kill(strace);
        ended.await();
      }
    }
  }

  // Where it is traced, strace goes on as long as any process that the program has started.
  private static void awaitMain(Process process, Optional<StraceTap> tap)
      throws InterruptedException {
    if (tap.isEmpty()) {
      process.waitFor();
      return;
    }
    try {
      long descriptor = SystemCall.PIDFD_OPEN.call(tap.get().traced().get(), 0);
      if (descriptor > NO_DESCRIPTOR) {
        Poll.await((int) descriptor);
        SystemCall.CLOSE.call(descriptor);
      }
    } catch (CancellationException | ExecutionException e) {
      // strace ended before it could start the program, and says so itself.
      process.waitFor();
    }
  }

  // What a script left running in the background would wait for ever.
  private void endTheRest(long patience) throws InterruptedException {
    if (!processes.awaitEnd(strace, patience)) {
      processes.terminate(strace);
      if (!processes.awaitEnd(strace, GRACE_MILLIS)) {
        processes.kill(strace);
      }
    }
  }
}
