package wireflight.trace;

/**
 * What a capture point counted (pcapng Interface Statistics Block).
 *
 * @param capturePoint index into {@link Trace#capturePoints()}
 * @param time when it was counted, nanoseconds since the epoch
 * @param received packets that passed the point since the capture began; -1 where unknown
 * @param dropped packets that the capture lost for want of buffer; -1 where unknown
 */
public record CaptureStatistics(int capturePoint, long time, long received, long dropped) {}
