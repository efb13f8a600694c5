package wireflight.capture;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * The Linux system calls that Wireflight makes where Java has no method for them.
 *
 * <p>All of them go through the C library's {@code syscall} function, so that one method handle
 * serves them all: linking it takes some 80 ms of a program's start, and every further handle would
 * add 6 ms. The numbers are those of the 64-bit x86 and ARM kernels; what is passed by address has
 * the same layout on both. Any thread may call.
 */
public enum SystemCall {
  READ(0, 63),
  WRITE(1, 64),
  CLOSE(3, 57),
  MMAP(9, 222),
  MUNMAP(11, 215),
  IOCTL(16, 29),
  SOCKET(41, 198),
  CONNECT(42, 203),
  ACCEPT(43, 202),
  SENDTO(44, 206),
  RECVFROM(45, 207),
  SHUTDOWN(48, 210),
  BIND(49, 200),
  LISTEN(50, 201),
  GETSOCKNAME(51, 204),
  GETPEERNAME(52, 205),
  SETSOCKOPT(54, 208),
  GETSOCKOPT(55, 209),
  PRCTL(157, 167),
  GETTID(186, 178),
  OPENAT(257, 56),
  PPOLL(271, 73),
  UNSHARE(272, 97),
  EVENTFD2(290, 19),
  PIPE2(293, 59),
  SETNS(308, 268),
  SCHED_SETATTR(314, 274),
  PIDFD_OPEN(434, 434);

  private final int x86;
  private final int arm;

  SystemCall(int x86, int arm) {
    this.x86 = x86;
    this.arm = arm;
  }

  /** Whether this machine is a Linux whose calls and layouts are known here. */
  public static boolean available() {
    return System.getProperty("os.name").equals("Linux") && !architecture().isEmpty();
  }

  /**
   * Makes the call.
   *
   * @param arguments up to six: numbers, descriptors, and addresses of memory that stays allocated
   *     until the call returns
   * @return what the kernel returned: at least 0, or the negated error number (see {@link Errno})
   * @throws UnsupportedOperationException if the machine is not {@linkplain #available() known}
   */
  public long call(long... arguments) {
    if (!available()) {
      throw new UnsupportedOperationException(this + " is a system call of 64-bit Linux");
    }
    long[] a = new long[6];
    System.arraycopy(arguments, 0, a, 0, arguments.length);
    MemorySegment errno = Native.ERRNO.get();
    long number = architecture().equals("x86") ? x86 : arm;
    long result;
    try {
      result = (long) Native.SYSCALL.invokeExact(errno, number, a[0], a[1], a[2], a[3], a[4], a[5]);
    } catch (Throwable impossible) {
      throw new AssertionError("a downcall throws nothing", impossible);
    }
    return result == -1 ? -errno.get(JAVA_INT, Native.ERRNO_OFFSET) : result;
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "x86";
      case "aarch64" -> "arm";
      default -> "";
    };
  }

  /** Linked when the first call is made, on Linux only. */
  private static final class Native {
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO_OFFSET =
        STATE.byteOffset(StructLayout.PathElement.groupElement("errno"));
    private static final ThreadLocal<MemorySegment> ERRNO =
        ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));
    private static final MethodHandle SYSCALL = link();

    private static MethodHandle link() {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(
          linker.defaultLookup().findOrThrow("syscall"),
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
              JAVA_LONG),
          Linker.Option.captureCallState("errno"));
    }
  }
}
