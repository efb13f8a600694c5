/**
 * The wire: two devices, each a network namespace with a TUN interface, and what joins them: a
 * network that delays, drops, duplicates, reorders, damages, limits or holds packets.
 *
 * <p>Job: carry real packets between two real kernel stacks, and tell what became of each. May use
 * {@code packet}, {@code trace}, {@code capture}. Start reading at {@link wireflight.wire.Wire}.
 */
package wireflight.wire;
