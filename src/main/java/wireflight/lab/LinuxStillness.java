package wireflight.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import wireflight.capture.SystemCall;

/** Asks Linux's {@code /proc}: no event tells that a thread fell asleep. */
final class LinuxStillness implements Stillness {
  /** Where /proc tells nothing of threads, a call that lasts this long counts as asleep. */
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  @Override
  public long thread() {
    return SystemCall.GETTID.call();
  }

  // A sleeping thread's line has the system call's number and its arguments in hexadecimal, of
  // which the first is the socket; that of a thread that can run says "running".
  @Override
  public boolean asleep(long thread, int socket, long forNanos) {
    try {
      String line = Files.readString(Path.of("/proc/self/task/" + thread + "/syscall"));
      String[] words = line.split(" ", 3);
      return words.length == 3 && words[1].equals("0x" + Integer.toHexString(socket));
    } catch (IOException e) {
      return forNanos > LONG_NANOS;
    }
  }
}
