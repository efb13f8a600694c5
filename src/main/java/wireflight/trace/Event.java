package wireflight.trace;

/**
 * A row that is not a packet, kept in the file as a systemd Journal Export Block (pcapng block type
 * 9).
 *
 * <p>Times are nanoseconds since the epoch on the clock of the packets (CLOCK_REALTIME).
 */
public sealed interface Event
    permits CallEntered, CallReturned, Discarded, KernelSample, LessonStep, Note, WireVerdict {
  /** When it happened, nanoseconds since the epoch. */
  long time();

  /** One sentence that a person can read, also shown by Wireshark as the row's text. */
  String message();
}
