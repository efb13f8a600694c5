package wireflight.packet;

/**
 * One field of a header, for display.
 *
 * @param bitOffset where it starts, in bits from the start of its header
 * @param bitWidth how many bits it has
 * @param name as its RFC calls it
 * @param value what stands in it, as people write it
 * @param explanation one sentence: what the field is for, or what this value means
 */
public record HeaderField(
    int bitOffset, int bitWidth, String name, String value, String explanation) {}
