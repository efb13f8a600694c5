/**
 * Byte streams put together again, and the application messages they carry with the segments that
 * carry them.
 *
 * <p>May use {@code connection}, {@code packet}, {@code trace}.
 */
package wireflight.application;
