package wireflight.trace;

/**
 * A place where packets were captured: one pcapng Interface Description Block, or a pcap file's
 * only interface.
 *
 * @param index its place in {@link Trace#capturePoints()}, counted over all sections of the file
 * @param name the interface's name ({@code lo}), or an empty string where the file gives none
 * @param description what the interface is, for people; may be empty
 * @param linkType the link-layer header that its frames start with
 * @param snapLength the most bytes kept of a frame; 0 means no limit
 */
public record CapturePoint(
    int index, String name, String description, LinkType linkType, int snapLength) {}
