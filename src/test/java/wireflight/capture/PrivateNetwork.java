package wireflight.capture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Runs a test on a thread that has a quiet network of its own, gone when the thread ends. */
public final class PrivateNetwork {
  private static final long CLONE_NEWNET = 0x40000000;

  private PrivateNetwork() {}

  /** Runs the test; skips it where this user may not make networks. */
  public static <T> T call(Callable<T> test) throws Exception {
    assumeTrue(SystemCall.available(), "needs 64-bit Linux");
    FutureTask<Long> entry = new FutureTask<>(() -> SystemCall.UNSHARE.call(CLONE_NEWNET));
    FutureTask<T> body =
        new FutureTask<>(
            () -> {
              new LinuxInterface("lo").bringUp();
              return test.call();
            });
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  entry.run();
                  if (entry.resultNow() == 0) {
                    body.run();
                  }
                });
    assumeTrue(
        entry.get() == 0, "may not make a network of its own: " + Errno.describe(entry.get()));
    T result = body.get();
    thread.join();
    return result;
  }
}
