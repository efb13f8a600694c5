package wireflight.capture;

/**
 * A network interface that may be captured on.
 *
 * @param name what {@link CaptureSources#open} takes
 * @param description for people; may be empty
 * @param loopback whether it is this machine talking with itself
 * @param up whether it carries packets
 */
public record CaptureInterface(String name, String description, boolean loopback, boolean up) {}
