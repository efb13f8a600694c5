package wireflight.lab;

/**
 * One thing that a check-up looked at.
 *
 * @param name what it is, in a word or two
 * @param ok whether it is there and works
 * @param text what was found; where it is not ok, what it is needed for or what mends it
 */
public record Finding(String name, boolean ok, String text) {}
