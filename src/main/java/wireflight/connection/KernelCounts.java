package wireflight.connection;

import org.jspecify.annotations.Nullable;
import wireflight.trace.KernelSample;
import wireflight.trace.Trace;

/** What the kernel counted about the time of a packet, where the recording has its samples. */
final class KernelCounts {
  /** Samples are taken far more often than once in so many rows. */
  private static final int FARTHEST = 1000;

  private KernelCounts() {}

  /** A socket's count of segments sent again, before and after a packet. */
  record Change(int before, int after) {
    boolean grew() {
      return after > before;
    }
  }

  /**
   * The counts of the nearest samples before and after a packet.
   *
   * @param row the packet's
   * @param local the sender's socket
   * @param foreign the other end
   * @return null where there is no sample on either side
   */
  static @Nullable Change around(Trace trace, int row, Endpoint local, Endpoint foreign) {
    KernelSample before = nearest(trace, row, -1, local.toString(), foreign.toString());
    KernelSample after = nearest(trace, row, 1, local.toString(), foreign.toString());
    return before == null || after == null
        ? null
        : new Change(before.retransmits(), after.retransmits());
  }

  private static @Nullable KernelSample nearest(
      Trace trace, int row, int step, String local, String foreign) {
    for (int i = 1; i <= FARTHEST; i++) {
      int at = row + i * step;
      if (at < 0 || at >= trace.size()) {
        return null;
      }
      KernelSample sample = trace.event(at, KernelSample.class);
      if (sample != null
          && sample.congestionWindow() > 0
          && sample.socket().local().equals(local)
          && sample.socket().foreign().equals(foreign)) {
        return sample;
      }
    }
    return null;
  }
}
