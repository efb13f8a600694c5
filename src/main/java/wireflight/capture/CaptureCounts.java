package wireflight.capture;

/**
 * What a capture has counted.
 *
 * @param received packets that passed the interface and the filter: delivered, waiting, or dropped
 * @param dropped those among them that were lost because they came faster than they were read; not
 *     exact, but never 0 if there were any, on the loopback interface of Linux by libpcap
 */
public record CaptureCounts(long received, long dropped) {}
