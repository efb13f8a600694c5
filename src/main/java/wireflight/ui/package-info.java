/**
 * The JavaFX window; the only package that uses JavaFX.
 *
 * <p>May use every other package but {@code cli}.
 */
package wireflight.ui;
