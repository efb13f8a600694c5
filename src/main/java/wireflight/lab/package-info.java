/**
 * Actors with real sockets, their calls, lessons, and the worker process that records them.
 *
 * <p>May use {@code trace}, {@code capture}, {@code wire}.
 */
package wireflight.lab;
