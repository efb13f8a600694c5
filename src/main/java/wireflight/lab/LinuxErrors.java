package wireflight.lab;

import java.util.Collection;
import java.util.Map;

/** What the results of Linux's socket calls mean; the names of their errors as in errno(3). */
final class LinuxErrors {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "EPERM"),
          Map.entry(4, "EINTR"),
          Map.entry(9, "EBADF"),
          Map.entry(11, "EAGAIN"),
          Map.entry(12, "ENOMEM"),
          Map.entry(13, "EACCES"),
          Map.entry(14, "EFAULT"),
          Map.entry(19, "ENODEV"),
          Map.entry(22, "EINVAL"),
          Map.entry(23, "ENFILE"),
          Map.entry(24, "EMFILE"),
          Map.entry(32, "EPIPE"),
          Map.entry(33, "EDOM"),
          Map.entry(38, "ENOSYS"),
          Map.entry(71, "EPROTO"),
          Map.entry(88, "ENOTSOCK"),
          Map.entry(89, "EDESTADDRREQ"),
          Map.entry(90, "EMSGSIZE"),
          Map.entry(91, "EPROTOTYPE"),
          Map.entry(92, "ENOPROTOOPT"),
          Map.entry(93, "EPROTONOSUPPORT"),
          Map.entry(94, "ESOCKTNOSUPPORT"),
          Map.entry(95, "EOPNOTSUPP"),
          Map.entry(97, "EAFNOSUPPORT"),
          Map.entry(98, "EADDRINUSE"),
          Map.entry(99, "EADDRNOTAVAIL"),
          Map.entry(100, "ENETDOWN"),
          Map.entry(101, "ENETUNREACH"),
          Map.entry(102, "ENETRESET"),
          Map.entry(103, "ECONNABORTED"),
          Map.entry(104, "ECONNRESET"),
          Map.entry(105, "ENOBUFS"),
          Map.entry(106, "EISCONN"),
          Map.entry(107, "ENOTCONN"),
          Map.entry(108, "ESHUTDOWN"),
          Map.entry(110, "ETIMEDOUT"),
          Map.entry(111, "ECONNREFUSED"),
          Map.entry(112, "EHOSTDOWN"),
          Map.entry(113, "EHOSTUNREACH"),
          Map.entry(114, "EALREADY"),
          Map.entry(115, "EINPROGRESS"),
          Map.entry(125, "ECANCELED"));

  private LinuxErrors() {}

  /** All names there are here. */
  static Collection<String> names() {
    return NAMES.values();
  }

  /** The name of an error number, {@code E} and the number where it has none here. */
  static String name(int number) {
    return NAMES.getOrDefault(number, "E" + number);
  }

  /** What a system call's result means: a negative one is an error number. */
  static Outcome outcome(long result) {
    return result < 0 ? Outcome.failed(name((int) -result)) : Outcome.of((int) result);
  }
}
