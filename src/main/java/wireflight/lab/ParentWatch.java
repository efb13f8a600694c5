package wireflight.lab;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wireflight.capture.Poll;
import wireflight.capture.SystemCall;
import wireflight.trace.TemporaryFolder;

/**
 * Notices that the process which started this one has ended, in whatever way.
 *
 * <p>On Linux by a pidfd, at once. Not by a signal of PR_SET_PDEATHSIG: that comes when the
 * <em>thread</em> which started this process ends, and is forgotten when the thread that asked for
 * it ends; to go on when one was stopped does no harm at any time. Elsewhere by asking now and
 * then.
 */
final class ParentWatch {
  private static final long NO_DESCRIPTOR = -1;
  private static final int PR_SET_PDEATHSIG = 1;
  private static final int SIGCONT = 18;

  /** How long tidying up may take once the starter has ended. */
  private static final Duration TIDYING = Duration.ofSeconds(3);

  private static volatile @Nullable Thread watcher;

  private ParentWatch() {}

  /**
   * Watches on a thread of its own.
   *
   * @param starter the identifier of the process that had this one started, perhaps through another
   *     program; if it is not among this process's ancestors, it has ended
   * @param ended is run once, on that thread
   */
  static void start(long starter, Runnable ended) {
    watcher =
        Thread.ofPlatform()
            .daemon()
            .name("parent")
            .start(
                () -> {
                  wakeWhenStopped();
                  awaitEnd(starter);
                  ended.run();
                });
  }

  /**
   * Watches for a process that must not stay behind: when the starter has ended it tidies up and
   * ends, too.
   *
   * @param first is run before that
   */
  static void endWith(long starter, Runnable first) {
    start(
        starter,
        () -> {
          first.run();
          TemporaryFolder.removeGiven();
          Runtime.getRuntime().halt(1);
        });
  }

  /**
   * Ends this process, as nobody reads what it writes any more. That is so when the starter has
   * ended, too: then {@link #endWith} ends it, tidied up.
   */
  static void nobodyReads() {
    Thread watching = watcher;
    try {
      if (watching != null) {
        boolean _ = watching.join(TIDYING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  /**
   * A process that is stopped (Ctrl-Z) notices nothing: the kernel has it go on when that comes.
   */
  private static void wakeWhenStopped() {
    if (SystemCall.available()) {
      SystemCall.PRCTL.call(PR_SET_PDEATHSIG, SIGCONT);
    }
  }

  private static void awaitEnd(long starter) {
    long descriptor =
        SystemCall.available() ? SystemCall.PIDFD_OPEN.call(starter, 0) : NO_DESCRIPTOR;
    try {
      // Looked up after the descriptor was opened: the number cannot go to another process now.
      Optional<ProcessHandle> ancestor =
          Stream.iterate(
                  ProcessHandle.current().parent(),
                  Optional::isPresent,
                  handle -> handle.flatMap(ProcessHandle::parent))
              .flatMap(Optional::stream)
              .filter(handle -> handle.pid() == starter)
              .findFirst();
      if (ancestor.isPresent()) {
        if (descriptor >= 0) {
          Poll.await((int) descriptor);
        } else {
          ancestor.get().onExit().join();
        }
      }
    } finally {
      if (descriptor >= 0) {
        SystemCall.CLOSE.call(descriptor);
      }
    }
  }
}
