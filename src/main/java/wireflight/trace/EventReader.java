package wireflight.trace;

import java.util.Map;

/** Takes the fields of one of our journal rows apart. */
final class EventReader {
  private final Map<String, String> fields;

  EventReader(Map<String, String> fields) {
    this.fields = fields;
  }

  CallEntered callEntered(long time) throws Missing {
    return new CallEntered(time, number("CALL"), socket(), text("NAME"), text("ARGUMENTS"));
  }

  CallReturned callReturned(long time) throws Missing {
    return new CallReturned(
        time,
        number("CALL"),
        socket(),
        text("NAME"),
        text("ARGUMENTS"),
        text("RESULT"),
        text("DATA"),
        text("ERRNO"));
  }

  Discarded discarded(long time) throws Missing {
    return new Discarded(time, socket(), text("ORDER"));
  }

  KernelSample sample(long time) throws Missing {
    return new KernelSample(
        time,
        number("UNTIL"),
        socket(),
        text("STATE"),
        count("CWND"),
        count("SSTHRESH"),
        count("RTT"),
        count("RTO"),
        count("UNACKED"),
        count("RETRANSMITS"));
  }

  LessonStep step(long time) throws Missing {
    return new LessonStep(time, text("LESSON"), count("STEP"), text("NARRATION"));
  }

  WireVerdict verdict(long time) throws Missing {
    return new WireVerdict(
        time,
        number("PACKET"),
        text("FROM"),
        text("TO"),
        fate(text("FATE")),
        text("WHY"),
        number("DEPARTED"),
        number("DIGEST"),
        text("TEXT"));
  }

  private static WireVerdict.Fate fate(String name) throws Missing {
    try {
      return WireVerdict.Fate.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new Missing("FATE");
    }
  }

  private SocketName socket() throws Missing {
    return new SocketName(
        text("DEVICE"),
        count("PROCESS"),
        text("ACTOR"),
        text("TRANSPORT"),
        text("LOCAL"),
        text("FOREIGN"));
  }

  private String text(String key) throws Missing {
    String value = fields.get("WIREFLIGHT_" + key);
    if (value == null) {
      throw new Missing(key);
    }
    return value;
  }

  private long number(String key) throws Missing {
    try {
      return Long.parseLong(text(key));
    } catch (NumberFormatException e) {
      throw new Missing(key);
    }
  }

  private int count(String key) throws Missing {
    long value = number(key);
    if (value != (int) value) {
      throw new Missing(key);
    }
    return (int) value;
  }

  /** A field that the kind of row needs is not there, or is no number in range. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1;

    Missing(String key) {
      super(key, null, false, false);
    }
  }
}
