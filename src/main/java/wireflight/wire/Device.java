package wireflight.wire;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import wireflight.capture.Errno;
import wireflight.capture.LinuxInterface;
import wireflight.capture.SystemCall;
import wireflight.language.Saying;

/**
 * A device: a network namespace of its own in this process, with one TUN interface and an address
 * of each IP version.
 *
 * <p>A thread of its own lives in the namespace; other threads may {@link #enter} it too. It is
 * gone when it is closed and its last socket and thread are, at the latest when the process ends.
 * Any thread may call.
 */
public final class Device implements AutoCloseable {
  private static final long CLONE_NEWNET = 0x40000000;
  private static final int AT_FDCWD = -100;
  private static final int O_RDONLY_CLOEXEC = 0x80000;
  private static final int MTU = 1500;
  private static final int PREFIX = 64;
  private static final int PREFIX_IPV4 = 24;

  /** More packets than a connection can have under way, so that the interface itself drops none. */
  private static final int QUEUE = 50_000;

  private final int number;
  private final ExecutorService thread;
  private final int namespace;
  private final Tun tun;

  private record Opened(int namespace, Tun tun) {}

  private Device(int number, ExecutorService thread, Opened opened) {
    this.number = number;
    this.thread = thread;
    this.namespace = opened.namespace;
    this.tun = opened.tun;
  }

  /**
   * Makes a device.
   *
   * @param number 1 or 2
   * @throws IOException with a sentence, where this machine does not allow it
   */
  static Device open(int number) throws IOException {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("device " + number).unstarted(task));
    try {
      return new Device(number, thread, call(thread, () -> setUp(number)));
    } catch (IOException e) {
      thread.shutdown();
      throw e;
    }
  }

  private static Opened setUp(int number) throws IOException {
    long left = SystemCall.UNSHARE.call(CLONE_NEWNET);
    if (left < 0) {
      throw new IOException(Saying.english(Device.class, "noNetwork", Errno.describe(left)));
    }
    new LinuxInterface("lo").bringUp();
    quiet();
    Tun tun = Tun.open(interfaceName(number));
    try {
      LinuxInterface wire = new LinuxInterface(tun.name());
      wire.setMtu(MTU);
      wire.setQueueLength(QUEUE);
      wire.addAddress(ipv4(number), PREFIX_IPV4);
      wire.bringUp();
      if (Files.exists(Path.of("/proc/net/if_inet6"))) {
        wire.addAddress(ipv6(number), PREFIX);
      }
      return new Opened(namespaceOfThisThread(), tun);
    } catch (IOException e) {
      tun.close();
      throw e;
    }
  }

  /** What the kernel would send by itself, or remember from one connection for the next. */
  private static void quiet() throws IOException {
    set("ipv6/conf/default/router_solicitations", "0");
    set("ipv6/conf/default/addr_gen_mode", "1"); // no link-local address
    set("ipv4/tcp_no_metrics_save", "1");
  }

  // Where /proc/sys is not writable there are some packets more, which do no harm.
  private static void set(String setting, String value) throws IOException {
    Path file = Path.of("/proc/sys/net", setting);
    if (Files.isWritable(file)) {
      Files.writeString(file, value);
    }
  }

  private static int namespaceOfThisThread() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      long descriptor =
          SystemCall.OPENAT.call(
              AT_FDCWD,
              arena.allocateFrom("/proc/thread-self/ns/net").address(),
              O_RDONLY_CLOEXEC,
              0);
      if (descriptor < 0) {
        throw new IOException(Saying.english(Device.class, "unnamed", Errno.describe(descriptor)));
      }
      return (int) descriptor;
    }
  }

  /** 1 or 2. */
  public int number() {
    return number;
  }

  /** What people call it: {@code Device 1}. */
  public String name() {
    return "Device " + number;
  }

  /** Its interface on the wire: {@code device1}. */
  public String interfaceName() {
    return interfaceName(number);
  }

  private static String interfaceName(int number) {
    return "device" + number;
  }

  /** The IPv4 address of a device: 10.0.0.1 or 10.0.0.2. */
  public static InetAddress ipv4(int number) {
    return InetAddress.ofLiteral("10.0.0." + number);
  }

  /** The IPv6 address of a device: fd00::1 or fd00::2. */
  public static InetAddress ipv6(int number) {
    return InetAddress.ofLiteral("fd00::" + number);
  }

  Tun tun() {
    return tun;
  }

  /** Moves the calling thread to this device: sockets that it opens from now on are there. */
  public void enter() {
    long result = SystemCall.SETNS.call(namespace, CLONE_NEWNET);
    if (result < 0) {
      throw new IllegalStateException("setns: " + Errno.describe(result));
    }
  }

  /** Does something on the device's own thread and waits for it. */
  public <T> T call(Callable<T> task) throws IOException {
    return call(thread, task);
  }

  private static <T> T call(ExecutorService thread, Callable<T> task) throws IOException {
    try {
      return thread.submit(task).get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(String.valueOf(cause.getMessage()), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("It was interrupted.", e);
    }
  }

  @Override
  public void close() {
    tun.close();
    SystemCall.CLOSE.call(namespace);
    thread.shutdown();
  }
}
