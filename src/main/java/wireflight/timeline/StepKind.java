package wireflight.timeline;

/** What a step of a {@link Timeline} ends with. */
public enum StepKind {
  /** A packet, seen at one place only. */
  PACKET,
  /** A packet that leaves its sender, seen there. */
  DEPARTURE,
  /** A packet that comes to its receiver, seen there. */
  ARRIVAL,
  /** A call that was entered and returned with nothing else in between. */
  CALL,
  /** The entry of a call that returns only after other steps, or has not returned yet. */
  CALL_ENTERED,
  /** The return of a call whose entry was a step. */
  CALL_RETURNED,
  /** A listen call that succeeded: its socket is now in LISTEN. */
  LISTENING,
  /** A paragraph of a lesson. */
  NARRATION;

  /** Whether a packet is first seen in it. */
  public boolean showsPacket() {
    return this == PACKET || this == DEPARTURE;
  }
}
