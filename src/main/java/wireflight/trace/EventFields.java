package wireflight.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Events as journal fields and back.
 *
 * <p>Every row has {@code __REALTIME_TIMESTAMP} (microseconds, for other programs), {@code
 * WIREFLIGHT_NANOSECONDS} and {@code MESSAGE}; ours have {@code WIREFLIGHT_EVENT} and keys of their
 * own. A row that does not hold all that its kind needs, each number in range, is a {@link Note}.
 */
final class EventFields {
  private EventFields() {}

  static Map<String, String> fields(Event event) {
    Map<String, String> out = new LinkedHashMap<>();
    if (event.time() != Trace.NO_TIME) {
      put(out, JournalKey.MICROSECONDS, Long.toString(Math.floorDiv(event.time(), 1000L)));
      put(out, JournalKey.NANOSECONDS, Long.toString(event.time()));
    }
    String message = event instanceof Note ? event.message() : oneLine(event.message());
    if (!message.isEmpty()) {
      put(out, JournalKey.MESSAGE, message);
    }
    switch (event) {
      case CallEntered call -> {
        put(out, JournalKey.EVENT, EventKind.CALL.toString());
        call(out, call.call(), call.socket(), call.name(), call.arguments());
      }
      case CallReturned call -> {
        put(out, JournalKey.EVENT, EventKind.RETURN.toString());
        call(out, call.call(), call.socket(), call.name(), call.arguments());
        put(out, JournalKey.RESULT, call.result());
        put(out, JournalKey.DATA, call.data());
        put(out, JournalKey.ERRNO, call.errno());
      }
      case Discarded discarded -> {
        put(out, JournalKey.EVENT, EventKind.DISCARD.toString());
        put(out, JournalKey.ORDER, discarded.order());
        socket(out, discarded.socket());
      }
      case KernelSample sample -> {
        put(out, JournalKey.EVENT, EventKind.SAMPLE.toString());
        sample(out, sample);
      }
      case LessonStep step -> {
        put(out, JournalKey.EVENT, EventKind.STEP.toString());
        put(out, JournalKey.LESSON, step.lesson());
        put(out, JournalKey.STEP, Integer.toString(step.step()));
        put(out, JournalKey.NARRATION, step.narration());
      }
      case WireVerdict verdict -> {
        put(out, JournalKey.EVENT, EventKind.WIRE.toString());
        verdict(out, verdict);
      }
      case Note note -> note(out, note.fields());
    }
    return out;
  }

  /** Wireshark shows a row's message on one line; ours are made anew from the other fields. */
  private static String oneLine(String message) {
    return message.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static void call(
      Map<String, String> out, long call, SocketName socket, String name, String arguments) {
    put(out, JournalKey.CALL, Long.toString(call));
    put(out, JournalKey.NAME, name);
    put(out, JournalKey.ARGUMENTS, arguments);
    socket(out, socket);
  }

  private static void sample(Map<String, String> out, KernelSample sample) {
    socket(out, sample.socket());
    put(out, JournalKey.UNTIL, Long.toString(sample.until()));
    put(out, JournalKey.STATE, sample.state());
    put(out, JournalKey.CWND, Integer.toString(sample.congestionWindow()));
    put(out, JournalKey.SSTHRESH, Integer.toString(sample.slowStartThreshold()));
    put(out, JournalKey.RTT, Integer.toString(sample.roundTripMicros()));
    put(out, JournalKey.RTO, Integer.toString(sample.retransmitTimeoutMicros()));
    put(out, JournalKey.UNACKED, Integer.toString(sample.unacknowledged()));
    put(out, JournalKey.RETRANSMITS, Integer.toString(sample.retransmits()));
  }

  private static void verdict(Map<String, String> out, WireVerdict verdict) {
    put(out, JournalKey.PACKET, Long.toString(verdict.packet()));
    put(out, JournalKey.FROM, verdict.from());
    put(out, JournalKey.TO, verdict.to());
    put(out, JournalKey.FATE, verdict.fate().name());
    put(out, JournalKey.WHY, verdict.why());
    put(out, JournalKey.DEPARTED, Long.toString(verdict.departed()));
    put(out, JournalKey.DIGEST, Long.toString(verdict.digest()));
    put(out, JournalKey.TEXT, verdict.text());
  }

  private static void socket(Map<String, String> out, SocketName socket) {
    put(out, JournalKey.DEVICE, socket.device());
    put(out, JournalKey.PROCESS, Integer.toString(socket.process()));
    put(out, JournalKey.ACTOR, socket.actor());
    put(out, JournalKey.TRANSPORT, socket.transport());
    put(out, JournalKey.LOCAL, socket.local());
    put(out, JournalKey.FOREIGN, socket.foreign());
  }

  private static void note(Map<String, String> out, Map<String, String> fields) {
    fields.forEach(
        (key, value) -> {
          if (out.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException(key + " is said by the note itself");
          }
        });
  }

  private static void put(Map<String, String> out, JournalKey key, String value) {
    out.put(key.toString(), value);
  }

  /** When the row happened, or {@link Trace#NO_TIME}. */
  static long time(JournalEntry entry) {
    try {
      String nanos = entry.get(JournalKey.NANOSECONDS);
      if (nanos != null) {
        return Long.parseLong(nanos);
      }
      String micros = entry.get(JournalKey.MICROSECONDS);
      return micros == null
          ? Trace.NO_TIME
          : Math.multiplyExact(Long.parseLong(micros.strip()), 1000L);
    } catch (NumberFormatException | ArithmeticException e) {
      return Trace.NO_TIME;
    }
  }

  /** What the row says it is. */
  static EventKind kind(JournalEntry entry) {
    return EventKind.named(entry.get(JournalKey.EVENT));
  }

  static Event event(JournalEntry entry) {
    long time = time(entry);
    EventReader in = new EventReader(entry);
    try {
      return switch (kind(entry)) {
        case CALL -> in.callEntered(time);
        case RETURN -> in.callReturned(time);
        case DISCARD -> in.discarded(time);
        case SAMPLE -> in.sample(time);
        case STEP -> in.step(time);
        case WIRE -> in.verdict(time);
        case OTHER, REPEATED -> note(time, entry);
      };
    } catch (EventReader.Missing e) {
      return note(time, entry);
    }
  }

  /** What stands for a row that says what an earlier one said. */
  static Note repeated(long time) {
    return new Note(
        time,
        "An earlier row says this, too.",
        Map.of(JournalKey.EVENT.toString(), EventKind.REPEATED.toString()));
  }

  private static Note note(long time, JournalEntry entry) {
    Map<String, String> rest = entry.all();
    String message = rest.remove(JournalKey.MESSAGE.toString());
    if (time != Trace.NO_TIME) {
      rest.remove(JournalKey.MICROSECONDS.toString());
      rest.remove(JournalKey.NANOSECONDS.toString());
    }
    return new Note(time, message == null ? "" : message, Collections.unmodifiableMap(rest));
  }
}
