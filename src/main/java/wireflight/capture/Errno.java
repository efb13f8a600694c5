package wireflight.capture;

/** Linux error numbers: those that can be met here, by name and meaning. */
public enum Errno {
  EPERM(1, "operation not permitted"),
  ENOENT(2, "no such file"),
  ESRCH(3, "no such process"),
  EINTR(4, "interrupted"),
  ENXIO(6, "no such device"),
  EBADF(9, "bad file descriptor"),
  EAGAIN(11, "try again"),
  ENOMEM(12, "out of memory"),
  EACCES(13, "permission denied"),
  EBUSY(16, "busy"),
  ENODEV(19, "no such device"),
  EINVAL(22, "invalid argument"),
  EMFILE(24, "too many open files"),
  ENOTTY(25, "not supported by this device"),
  ENOSPC(28, "a limit is reached"),
  ENOSYS(38, "the kernel lacks this call"),
  ENOPROTOOPT(92, "no such option"),
  EPROTONOSUPPORT(93, "the kernel lacks this protocol"),
  EAFNOSUPPORT(97, "the kernel lacks this address family"),
  EADDRINUSE(98, "address in use"),
  EADDRNOTAVAIL(99, "no such address"),
  ENETDOWN(100, "the interface is down"),
  ENOBUFS(105, "no buffer space");

  private final int number;
  private final String meaning;

  Errno(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** Whether a {@linkplain SystemCall#call result} is this error. */
  public boolean is(long result) {
    return result == -number;
  }

  /**
   * An error for people, as in {@code EPERM (operation not permitted)}.
   *
   * @param result a negated error number
   */
  public static String describe(long result) {
    for (Errno errno : values()) {
      if (errno.is(result)) {
        return errno + " (" + errno.meaning + ")";
      }
    }
    return "error " + -result;
  }
}
