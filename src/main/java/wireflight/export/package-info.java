/**
 * Drawings to files: SVG and PNG.
 *
 * <p>May use {@code drawing}, {@code diagram}, {@code timeline}, {@code connection}, {@code
 * packet}, {@code trace}.
 */
package wireflight.export;
