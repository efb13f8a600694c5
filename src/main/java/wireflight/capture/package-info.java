/**
 * Live frame sources: libpcap by pcap4j, and the packet socket of Linux, behind one interface; and
 * the few system calls of Linux that Java has no method for.
 *
 * <p>May use {@code trace}. Start reading at {@link wireflight.capture.CaptureSources}.
 */
package wireflight.capture;
