package wireflight.capture;

/**
 * What a capture has counted.
 *
 * @param received packets that passed the interface and the filter: delivered, waiting, or dropped
 * @param dropped those among them that were lost because they came faster than they were read
 */
public record CaptureCounts(long received, long dropped) {}
