/**
 * What was recorded: frames, socket calls, kernel samples and lesson steps, on one clock.
 *
 * <p>Job: read pcapng and pcap, write pcapng, hold the rows. May use no other package of
 * Wireflight. Start reading at {@link wireflight.trace.Trace}.
 */
package wireflight.trace;
