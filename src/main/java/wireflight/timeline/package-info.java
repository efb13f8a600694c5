/**
 * Time-ordered moments over a trace: lifelines, flights, calls, state changes, narration; time
 * scales and the playhead.
 *
 * <p>May use {@code connection}, {@code application}, {@code packet} and {@code trace}. Start
 * reading at {@link wireflight.timeline.Timeline}.
 */
package wireflight.timeline;
