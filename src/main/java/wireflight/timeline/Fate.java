package wireflight.timeline;

/** What is known to have become of a packet. */
public enum Fate {
  /** It was sent, and that is all the recording tells. */
  SENT,
  /** A call took it off the receiving socket. */
  RECEIVED,
  /** A datagram came back for it. */
  ANSWERED,
  /** Nothing ever came back, though the recording would show it. */
  UNANSWERED,
  /** It never arrived. */
  LOST,
  /** An ICMP error came back that quotes it. */
  REFUSED
}
