package wireflight.lab;

import java.util.Optional;
import java.util.stream.Stream;
import wireflight.capture.Poll;
import wireflight.capture.SystemCall;

/**
 * Notices that the process which started this one has ended, in whatever way.
 *
 * <p>On Linux by a pidfd, at once. Not by PR_SET_PDEATHSIG: that signal comes when the
 * <em>thread</em> which started this process ends, and is forgotten when the thread that asked for
 * it ends. Elsewhere by asking now and then.
 */
final class ParentWatch {
  private static final long NO_DESCRIPTOR = -1;

  private ParentWatch() {}

  /**
   * Watches on a thread of its own.
   *
   * @param starter the identifier of the process that had this one started, perhaps through another
   *     program; if it is not among this process's ancestors, it has ended
   * @param ended is run once, on that thread
   */
  static void start(long starter, Runnable ended) {
    Thread.ofPlatform()
        .daemon()
        .name("parent")
        .start(
            () -> {
              awaitEnd(starter);
              ended.run();
            });
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
