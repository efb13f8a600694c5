package wireflight.trace;

import java.util.Map;

/**
 * A journal row whose kind Wireflight does not know, or a remark: kept with all its fields.
 *
 * @param time when, by its own timestamp
 * @param message its {@code MESSAGE} field; may be empty
 * @param fields every other field, in the file's order
 */
public record Note(long time, String message, Map<String, String> fields) implements Event {}
