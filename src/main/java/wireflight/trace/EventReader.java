package wireflight.trace;

/** Takes the fields of one of our journal rows apart. */
final class EventReader {
  private final JournalEntry entry;

  EventReader(JournalEntry entry) {
    this.entry = entry;
  }

  CallEntered callEntered(long time) throws Missing {
    return new CallEntered(
        time, number(JournalKey.CALL), socket(), text(JournalKey.NAME), text(JournalKey.ARGUMENTS));
  }

  CallReturned callReturned(long time) throws Missing {
    return new CallReturned(
        time,
        number(JournalKey.CALL),
        socket(),
        text(JournalKey.NAME),
        text(JournalKey.ARGUMENTS),
        text(JournalKey.RESULT),
        text(JournalKey.DATA),
        text(JournalKey.ERRNO));
  }

  Discarded discarded(long time) throws Missing {
    return new Discarded(time, socket(), text(JournalKey.ORDER));
  }

  KernelSample sample(long time) throws Missing {
    return new KernelSample(
        time,
        number(JournalKey.UNTIL),
        socket(),
        text(JournalKey.STATE),
        count(JournalKey.CWND),
        count(JournalKey.SSTHRESH),
        count(JournalKey.RTT),
        count(JournalKey.RTO),
        count(JournalKey.UNACKED),
        count(JournalKey.RETRANSMITS));
  }

  LessonStep step(long time) throws Missing {
    return new LessonStep(
        time, text(JournalKey.LESSON), count(JournalKey.STEP), text(JournalKey.NARRATION));
  }

  WireVerdict verdict(long time) throws Missing {
    return new WireVerdict(
        time,
        number(JournalKey.PACKET),
        text(JournalKey.FROM),
        text(JournalKey.TO),
        fate(text(JournalKey.FATE)),
        text(JournalKey.WHY),
        number(JournalKey.DEPARTED),
        number(JournalKey.DIGEST),
        text(JournalKey.TEXT));
  }

  private static WireVerdict.Fate fate(String name) throws Missing {
    try {
      return WireVerdict.Fate.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new Missing(JournalKey.FATE);
    }
  }

  private SocketName socket() throws Missing {
    return new SocketName(
        text(JournalKey.DEVICE),
        count(JournalKey.PROCESS),
        text(JournalKey.ACTOR),
        text(JournalKey.TRANSPORT),
        text(JournalKey.LOCAL),
        text(JournalKey.FOREIGN));
  }

  private String text(JournalKey key) throws Missing {
    String value = entry.get(key);
    if (value == null) {
      throw new Missing(key);
    }
    return value;
  }

  private long number(JournalKey key) throws Missing {
    try {
      return Long.parseLong(text(key));
    } catch (NumberFormatException e) {
      throw new Missing(key);
    }
  }

  private int count(JournalKey key) throws Missing {
    long value = number(key);
    if (value != (int) value) {
      throw new Missing(key);
    }
    return (int) value;
  }

  /** A field that the kind of row needs is not there, or is no number in range. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1;

    Missing(JournalKey key) {
      super(key.toString(), null, false, false);
    }
  }
}
