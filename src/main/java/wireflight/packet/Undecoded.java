package wireflight.packet;

import org.jspecify.annotations.Nullable;

/**
 * A frame, or the rest of one, that Wireflight does not decode.
 *
 * @param ip the last IP header found on the way; null where there was none
 * @param reason one sentence: what stood there and why decoding ended
 */
public record Undecoded(@Nullable IpHeader ip, String reason) implements Packet {}
