package wireflight.wire;

import wireflight.trace.WireVerdict.Fate;

/**
 * How a packet leaves the wire.
 *
 * @param transit the packet
 * @param bytes what is handed over: the packet, or a damaged one, or what is said of it
 * @param back whether to the device that sent it
 * @param fate what is then said of it
 * @param why the reason that is given
 * @param aside whether it comes later than the link alone would bring it, so that nobody waits for
 *     it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Delivery(
    Transit transit, byte[] bytes, boolean back, Fate fate, String why, boolean aside) {}
