package wireflight.timeline;

/** What the errors of the sockets API mean. */
final class ErrnoNames {
  private ErrnoNames() {}

  /** The meaning after a colon and a space; empty for errors that are rare with sockets. */
  static String meaning(String errno) {
    String meaning =
        switch (errno) {
          case "ECONNREFUSED" -> "nothing listens there";
          case "ECONNRESET" -> "the other end broke the connection off";
          case "ECONNABORTED" -> "the connection was broken off before it was accepted";
          case "EPIPE" -> "this direction of the connection is closed";
          case "ETIMEDOUT" -> "the other end did not answer in time";
          case "EADDRINUSE" -> "another socket has this address";
          case "EADDRNOTAVAIL" -> "this machine does not have the address";
          case "EACCES" -> "the system does not allow it; ports below 1024 need a right";
          case "EPERM" -> "the system does not allow it";
          case "ENETUNREACH" -> "there is no route to that network";
          case "EHOSTUNREACH" -> "there is no way to that host";
          case "EAGAIN", "EWOULDBLOCK" -> "it would have to wait";
          case "EINPROGRESS" -> "the handshake goes on in the background";
          case "ENOTCONN" -> "the socket is not connected";
          case "EISCONN" -> "the socket is already connected";
          case "EMSGSIZE" -> "the datagram is too long";
          case "EBADF" -> "the socket is closed";
          case "EINTR" -> "it was interrupted";
          case "EMFILE" -> "the process has too many files and sockets open";
          case "ENOBUFS" -> "the kernel has no buffer left";
          default -> "";
        };
    return meaning.isEmpty() ? "" : ": " + meaning;
  }
}
