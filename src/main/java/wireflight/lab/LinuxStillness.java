package wireflight.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import wireflight.capture.SystemCall;

/**
 * Asks Linux's {@code /proc}: no event tells that a thread fell asleep or that the last
 * acknowledgment came.
 */
final class LinuxStillness implements Stillness {
  /** Where /proc tells nothing of threads, a call that lasts this long counts as asleep. */
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Timers of a socket, as the table numbers them. */
  private static final String RETRANSMIT = "01";

  private static final String PERSIST = "04";

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

  // The retransmission timer runs as long as something sent, be it data, SYN or FIN, is not
  // acknowledged (RFC 6298, section 5).
  @Override
  public boolean quiet(Set<Integer> ports) {
    return timers(ports).noneMatch(RETRANSMIT::equals);
  }

  // The persist timer runs as long as the other end's window is closed (RFC 9293, section 3.8.6.1).
  @Override
  public boolean idle(Set<Integer> ports) {
    return timers(ports).noneMatch(timer -> timer.equals(RETRANSMIT) || timer.equals(PERSIST));
  }

  @Override
  public Optional<String> stateAfterClose(String local, String foreign) {
    return TcpTable.read().stream()
        .filter(row -> row.local().equals(local) && row.foreign().equals(foreign))
        .map(TcpTable.Row::state)
        .findFirst();
  }

  private static Stream<String> timers(Set<Integer> ports) {
    return TcpTable.read().stream().filter(row -> row.concerns(ports)).map(TcpTable.Row::timer);
  }
}
