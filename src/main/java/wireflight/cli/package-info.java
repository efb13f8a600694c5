/**
 * The command line.
 *
 * <p>May use every other package.
 */
package wireflight.cli;
