/**
 * Byte streams put together again, and the application messages they carry with the segments that
 * carry them.
 *
 * <p>May use {@code connection}, {@code packet}, {@code trace}. Start reading at {@link
 * wireflight.application.MessageReader}: rows go through {@link
 * wireflight.application.StreamReassembly} into a {@code Conversation} for each connection, whose
 * {@code Dialogue} parses both directions and hands out {@link wireflight.application.Message}s.
 */
package wireflight.application;
