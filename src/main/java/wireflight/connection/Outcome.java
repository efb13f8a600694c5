package wireflight.connection;

/** What the analysis found of the segment at hand; one object serves a whole pass. */
final class Outcome {
  /** The column {@link #length} of a segment whose length is not known, as in a first fragment. */
  static final int UNKNOWN_LENGTH = -1;

  int row;
  long time;
  int sequence;
  int acknowledgment;
  int length;
  int window;
  int inFlight;
  int acknowledged;
  int verdicts;
  byte states;

  /** SCTP: the row that first sent a TSN that is sent again, or {@link Columns#NONE}. */
  int sentBefore;

  /** SCTP: whether a TSN comes after higher ones. */
  boolean late;

  /** SCTP: whether the verification tag is wrong. */
  boolean stray;

  private final Evidence evidence;

  Outcome(Evidence evidence) {
    this.evidence = evidence;
  }

  void begin(int atRow, long atTime) {
    row = atRow;
    time = atTime;
    inFlight = -1;
    acknowledged = Columns.NONE;
    verdicts = 0;
    states = 0;
    sentBefore = Columns.NONE;
    late = false;
    stray = false;
  }

  boolean is(Verdict verdict) {
    return (verdicts & verdict.bit()) != 0;
  }

  /**
   * Adds a verdict with what it rests on; see {@link Reasons} for what each verdict's evidence
   * means.
   */
  void say(Verdict verdict, int firstRow, int secondRow, int number) {
    verdicts |= verdict.bit();
    evidence.add(row, verdict, firstRow, secondRow, number);
  }

  /** Adds a verdict that another one explains. */
  void also(Verdict verdict) {
    verdicts |= verdict.bit();
  }

  /** Takes back everything said of this segment, where the capture shows too little of it. */
  void unsay() {
    verdicts = 0;
    evidence.dropFrom(row);
  }
}
