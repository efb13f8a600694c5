package wireflight.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** The network of the thread that asks, which need not be the process's first. */
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/thread-self/net/tcp"), Path.of("/proc/thread-self/net/tcp6"));

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

  // Columns: number, local, foreign, state, queues, timer:when.
  private static Stream<String> timers(Set<Integer> ports) {
    return TABLES.stream()
        .flatMap(LinuxStillness::rows)
        .filter(row -> row.length > 5 && row[5].length() > 2)
        .filter(row -> ports.contains(port(row[1])) || ports.contains(port(row[2])))
        .map(row -> row[5].substring(0, 2));
  }

  private static Stream<String[]> rows(Path table) {
    try {
      return Files.readAllLines(table).stream().skip(1).map(line -> line.strip().split("\\s+"));
    } catch (IOException e) {
      // A kernel without IPv6 lacks the second table.
      return Stream.empty();
    }
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
  }
}
