/**
 * Live frame sources: libpcap by pcap4j, and the raw packet socket of Linux, behind one interface.
 *
 * <p>May use {@code trace}.
 */
package wireflight.capture;
