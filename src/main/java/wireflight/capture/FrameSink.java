package wireflight.capture;

/** Takes the frames of a capture, one at a time, on the capture's own thread. */
@FunctionalInterface
public interface FrameSink {
  /**
   * A packet was captured. Return soon: while this runs, packets wait in the kernel's buffer.
   *
   * @param time nanoseconds since the epoch on CLOCK_REALTIME, by the kernel
   * @param data the captured bytes, from the link-layer header on; the sink may keep the array
   * @param originalLength bytes on the wire, at least {@code data.length}
   */
  void frame(long time, byte[] data, int originalLength);
}
