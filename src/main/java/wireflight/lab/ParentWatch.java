package wireflight.lab;

import java.util.concurrent.CompletionException;
import wireflight.capture.Errno;
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
  private ParentWatch() {}

  /**
   * Watches on a thread of its own.
   *
   * @param parent the process identifier that the parent gave as its own; if it is no longer this
   *     process's parent, it has ended
   * @param ended is run once, on that thread
   */
  static void start(long parent, Runnable ended) {
    Thread.ofPlatform()
        .daemon()
        .name("parent")
        .start(
            () -> {
              awaitEnd(parent);
              ended.run();
            });
  }

  private static void awaitEnd(long parent) {
    if (SystemCall.available()) {
      long descriptor = SystemCall.PIDFD_OPEN.call(parent, 0);
      if (descriptor >= 0) {
        // Asked after the descriptor was opened: the number cannot have gone to another process.
        if (SystemCall.GETPPID.call() == parent) {
          Poll.await((int) descriptor);
        }
        SystemCall.CLOSE.call(descriptor);
        return;
      }
      if (Errno.ESRCH.is(descriptor)) {
        return;
      }
    }
    try {
      ProcessHandle.current()
          .parent()
          .filter(handle -> handle.pid() == parent)
          .ifPresent(handle -> handle.onExit().join());
    } catch (CompletionException e) {
      throw new IllegalStateException("the parent cannot be watched", e);
    }
  }
}
