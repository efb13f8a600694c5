package wireflight.capture;

/**
 * How to capture. Always in immediate mode, with nanosecond timestamps where the system has them,
 * and never promiscuous.
 *
 * @param snapLength the most bytes to keep of a packet, 64 to 262144
 * @param bufferBytes the kernel's buffer, at least 1 MiB
 * @param filter a libpcap filter expression such as {@code tcp port 8080}; empty for every packet
 * @param via which mechanism to use
 */
public record CaptureOptions(int snapLength, int bufferBytes, String filter, Via via) {
  /** The mechanisms of capture. */
  public enum Via {
    /** libpcap if it is installed, else the packet socket of Linux. */
    ANY,
    /** libpcap or nothing. */
    LIBPCAP,
    /** The packet socket of Linux or nothing; it starts faster, and knows no filter expressions. */
    PACKET_SOCKET
  }

  /** The greatest snap length, enough for any packet of the loopback interface. */
  public static final int WHOLE_PACKETS = 262_144;

  /** Checks the ranges. */
  public CaptureOptions {
    if (snapLength < 64 || snapLength > WHOLE_PACKETS) {
      throw new IllegalArgumentException("snapLength " + snapLength + " is not in 64..262144");
    }
    if (bufferBytes < 1 << 20) {
      throw new IllegalArgumentException("bufferBytes " + bufferBytes + " is below 1 MiB");
    }
  }

  /** Whole packets, every packet, a buffer of 32 MiB, by any mechanism. */
  public static CaptureOptions everything() {
    return new CaptureOptions(WHOLE_PACKETS, 32 << 20, "", Via.ANY);
  }

  /** The same with a filter. */
  public CaptureOptions withFilter(String expression) {
    return new CaptureOptions(snapLength, bufferBytes, expression, via);
  }

  /** The same by the given mechanism. */
  public CaptureOptions withVia(Via mechanism) {
    return new CaptureOptions(snapLength, bufferBytes, filter, mechanism);
  }

  /** The same with another snap length. */
  public CaptureOptions withSnapLength(int bytes) {
    return new CaptureOptions(bytes, bufferBytes, filter, via);
  }

  /** The same with another buffer. */
  public CaptureOptions withBufferBytes(int bytes) {
    return new CaptureOptions(snapLength, bytes, filter, via);
  }
}
