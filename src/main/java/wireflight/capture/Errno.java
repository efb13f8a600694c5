package wireflight.capture;

import wireflight.language.Saying;

/** Linux error numbers: those that can be met here, by name and meaning. */
public enum Errno {
  EPERM(1),
  ENOENT(2),
  ESRCH(3),
  EINTR(4),
  ENXIO(6),
  EBADF(9),
  EAGAIN(11),
  ENOMEM(12),
  EACCES(13),
  EBUSY(16),
  ENODEV(19),
  EINVAL(22),
  EMFILE(24),
  ENOTTY(25),
  ENOSPC(28),
  ENOSYS(38),
  ENOPROTOOPT(92),
  EPROTONOSUPPORT(93),
  EAFNOSUPPORT(97),
  EADDRINUSE(98),
  EADDRNOTAVAIL(99),
  ENETDOWN(100),
  ENOBUFS(105);

  private final int number;

  Errno(int number) {
    this.number = number;
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
        return Saying.english(Errno.class, "errno." + errno.name());
      }
    }
    return "error " + -result;
  }
}
