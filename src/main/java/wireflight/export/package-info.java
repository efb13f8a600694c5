/**
 * Recordings to files: pictures, documents and slides.
 *
 * <p>Every exporter is an exhaustive switch over {@link wireflight.drawing.Item}, writes to a
 * stream, and needs neither a display nor fonts of the machine; {@link wireflight.trace.AtomicFile}
 * puts the result in place whole. May use {@code drawing}, {@code diagram}, {@code timeline},
 * {@code connection}, {@code packet}, {@code trace}. Start reading at {@link
 * wireflight.export.Export}.
 */
package wireflight.export;
