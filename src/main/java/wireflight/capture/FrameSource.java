package wireflight.capture;

import java.util.Optional;
import wireflight.trace.LinkType;

/**
 * A running capture on one network interface.
 *
 * <p>It captures from the moment it was opened: a packet sent after {@link CaptureSources#open} has
 * returned is delivered. Every packet is delivered once, also on the loopback interface, where the
 * kernel shows it twice. Frames arrive at the {@link FrameSink} on one thread that the source owns;
 * the methods here may be called on any other thread.
 */
public interface FrameSource extends AutoCloseable {
  /** The interface's name, as in {@code lo}. */
  String name();

  /** How the packets are obtained, for people: {@code libpcap} or {@code packet socket}. */
  String method();

  /** The header that frames start with. */
  LinkType linkType();

  /** The most bytes kept of a frame. */
  int snapLength();

  /** What has been counted since the capture was opened. */
  CaptureCounts counts();

  /** One sentence on why no more frames come, if the capture ended by itself. */
  Optional<String> failure();

  /**
   * Waits until every packet sent before this call was delivered to the sink, unless it was
   * {@linkplain CaptureCounts#dropped dropped}.
   *
   * <p>It asks the kernel how many packets it has taken for this capture, some milliseconds after
   * the call (a packet on the loopback interface may be counted shortly after the call that sent it
   * has returned), and waits until so many were delivered. It takes about 3 to 10 ms. What the
   * network sends later by itself, such as a delayed acknowledgment, is not waited for.
   *
   * @param timeoutNanos how long to wait at most
   * @return whether all was delivered; {@code false} after the time-out or if the capture ended
   *     before. Outside Linux a capture with a filter always takes the whole time, as the kernel
   *     counts what the filter rejects too
   */
  boolean awaitDelivered(long timeoutNanos) throws InterruptedException;

  /**
   * Ends the capture: when it returns, no frame is delivered any more, and the counts stay. May be
   * called twice, but not by the sink.
   */
  @Override
  void close();
}
