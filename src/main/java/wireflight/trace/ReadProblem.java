package wireflight.trace;

/**
 * Something in a file that could not be read.
 *
 * @param source the file's name, or what else the bytes came from
 * @param offset the byte offset at which the trouble starts
 * @param message one sentence for people: what is wrong there and what was kept
 */
public record ReadProblem(String source, long offset, String message) {}
