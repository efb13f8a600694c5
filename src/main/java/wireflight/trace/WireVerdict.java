package wireflight.trace;

import java.util.Locale;

/**
 * What the lab's wire did with one packet. It says why; that a packet arrived, only its capture
 * there tells.
 *
 * @param time when it was decided
 * @param packet the packet's number on the wire, from 1
 * @param from the device that sent it, as in {@code Device 1}
 * @param to the device that it was sent to
 * @param fate what became of it
 * @param why what the wire was asked to do; empty where it only carried the packet
 * @param departed when the wire took it from the sending device
 * @param digest {@code PacketDigest} of the packet as it was sent
 * @param text the packet in a few words, as in {@code PSH-ACK 5 bytes, 10.0.0.1:41234 →
 *     10.0.0.2:80}
 */
public record WireVerdict(
    long time,
    long packet,
    String from,
    String to,
    Fate fate,
    String why,
    long departed,
    long digest,
    String text)
    implements Event {
  private static final double MILLI = 1e6;

  /** What can become of a packet. */
  public enum Fate {
    /** It waits for somebody to decide. */
    HELD("is held"),
    /** It was handed to the other device. */
    DELIVERED("delivered"),
    /** One more copy of it was handed to the other device. */
    DUPLICATED("duplicated"),
    /** It was handed over with one bit changed, as its receiver's checksum will tell. */
    DAMAGED("damaged"),
    /** It was thrown away. */
    DROPPED("dropped");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    /** What is said of the packet. */
    public String words() {
      return words;
    }
  }

  @Override
  public String message() {
    boolean arrived = fate != Fate.HELD && fate != Fate.DROPPED;
    String after =
        arrived ? String.format(Locale.ROOT, " after %.3f ms", (time - departed) / MILLI) : "";
    return "wire: packet "
        + packet
        + " from "
        + from
        + " to "
        + to
        + " "
        + fate.words()
        + after
        + (why.isEmpty() ? "" : " (" + why + ")")
        + ": "
        + text;
  }
}
