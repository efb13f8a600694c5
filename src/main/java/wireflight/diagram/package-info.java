/**
 * Pure layouts: timeline, connections and playhead to a drawing. Nothing here knows a toolkit or a
 * clock.
 *
 * <p>May use {@code timeline}, {@code connection}, {@code packet}, {@code trace}, {@code drawing}.
 */
package wireflight.diagram;
