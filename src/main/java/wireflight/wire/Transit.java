package wireflight.wire;

/**
 * A packet on the wire.
 *
 * @param packet its number, from 1
 * @param bytes from the IP header on
 * @param departed when it was taken from the sender, nanoseconds since the epoch
 * @param digest of it as it was sent
 * @param text what it is, for people
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Transit(long packet, byte[] bytes, long departed, long digest, String text) {}
