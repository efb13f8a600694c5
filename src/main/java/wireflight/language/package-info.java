/**
 * What the program says to people, in the languages that it speaks.
 *
 * <p>Uses no other package; every package that says something to people may use it, and keeps its
 * texts in two files beside its classes: {@code texts.properties} in English, {@code
 * texts_de.properties} in German. Start reading at {@link wireflight.language.Language}.
 */
package wireflight.language;
