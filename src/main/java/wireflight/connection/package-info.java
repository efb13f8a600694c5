/**
 * Folds a trace into connections: endpoints, the state of each end, and what the sequence analysis
 * says of every segment.
 *
 * <p>May use {@code packet} and {@code trace}. Start reading at {@link
 * wireflight.connection.Analysis}.
 */
package wireflight.connection;
