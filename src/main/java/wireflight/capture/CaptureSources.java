package wireflight.capture;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import wireflight.language.Saying;

/** Opens captures by whatever mechanism this machine has. */
public final class CaptureSources {
  private CaptureSources() {}

  /**
   * Starts a capture. Packets sent after this has returned will be delivered.
   *
   * @param interfaceName as in {@code lo}, in the network namespace of the calling thread
   * @param options how to capture
   * @param sink takes the frames, on the source's own thread
   * @throws CaptureException if it cannot be done, with a sentence that says what to do
   */
  public static FrameSource open(String interfaceName, CaptureOptions options, FrameSink sink)
      throws CaptureException {
    return switch (options.via()) {
      case LIBPCAP -> Libpcap.open(interfaceName, options, sink);
      case PACKET_SOCKET -> PacketSocketSource.open(interfaceName, options, sink);
      case ANY ->
          SystemCall.available() && !Libpcap.available()
              ? PacketSocketSource.open(interfaceName, options, sink)
              : Libpcap.open(interfaceName, options, sink);
    };
  }

  /** What libpcap says of itself, as in {@code libpcap version 1.10.3}; empty if it is missing. */
  public static String libpcapVersion() {
    return Libpcap.version();
  }

  /** The interfaces of this machine, or of this process's own network. */
  public static List<CaptureInterface> interfaces() throws CaptureException {
    if (!SystemCall.available()) {
      if (!Libpcap.available()) {
        throw new CaptureException(Advice.noLibrary());
      }
      return Libpcap.interfaces();
    }
    try {
      List<CaptureInterface> found = new ArrayList<>();
      for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
        found.add(
            new CaptureInterface(
                each.getName(),
                each.isLoopback() ? "Loopback" : "",
                each.isLoopback(),
                each.isUp()));
      }
      return List.copyOf(found);
    } catch (SocketException e) {
      throw new CaptureException(
          Saying.english(CaptureSources.class, "unlisted", String.valueOf(e.getMessage())), e);
    }
  }

  /**
   * The name of the interface on which this machine talks with itself: {@code lo} on Linux.
   *
   * @throws CaptureException if there is none
   */
  public static String loopback() throws CaptureException {
    return interfaces().stream()
        .filter(CaptureInterface::loopback)
        .map(CaptureInterface::name)
        .findFirst()
        .orElseThrow(
            () -> new CaptureException(Saying.english(CaptureSources.class, "noLoopback")));
  }
}
