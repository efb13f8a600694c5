package wireflight.trace;

/** The names of a journal row's fields: two of systemd's own, and those that only our rows have. */
enum JournalKey {
  /** Microseconds since the epoch, for other programs. */
  MICROSECONDS("__REALTIME_TIMESTAMP"),
  /** One sentence. */
  MESSAGE("MESSAGE"),
  NANOSECONDS,
  EVENT,
  CALL,
  NAME,
  ARGUMENTS,
  RESULT,
  DATA,
  ERRNO,
  ORDER,
  LESSON,
  STEP,
  NARRATION,
  UNTIL,
  STATE,
  CWND,
  SSTHRESH,
  RTT,
  RTO,
  UNACKED,
  RETRANSMITS,
  PACKET,
  FROM,
  TO,
  FATE,
  WHY,
  DEPARTED,
  DIGEST,
  TEXT,
  DEVICE,
  PROCESS,
  ACTOR,
  TRANSPORT,
  LOCAL,
  FOREIGN;

  private final String name;

  JournalKey() {
    name = "WIREFLIGHT_" + name();
  }

  JournalKey(String name) {
    this.name = name;
  }

  /** As it stands in the file. */
  @Override
  public String toString() {
    return name;
  }
}
