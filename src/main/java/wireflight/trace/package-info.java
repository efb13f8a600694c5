/**
 * What was recorded: frames, socket calls, kernel samples and lesson steps, on one clock.
 *
 * <p>Job: read pcapng, pcap and snoop, write pcapng, hold the rows. May use no other package of
 * Wireflight.
 *
 * <p>Start reading at {@link wireflight.trace.Trace}, then {@link wireflight.trace.Recording},
 * which makes traces from files and from bytes that still arrive. Inside, bytes lie in windows; a
 * {@code FileFormat} picks the parser; parsers fill {@code Rows}; a {@code Snapshot} of these is a
 * trace. Rows that are not packets pass through {@code JournalFormat}, {@code JournalEntry} and
 * {@code EventFields}.
 */
package wireflight.trace;
