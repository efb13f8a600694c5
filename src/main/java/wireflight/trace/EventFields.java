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
  private static final String MICROS = "__REALTIME_TIMESTAMP";
  private static final String NANOS = "WIREFLIGHT_NANOSECONDS";
  private static final String KIND = "WIREFLIGHT_EVENT";
  private static final String MESSAGE = "MESSAGE";

  private EventFields() {}

  static Map<String, String> fields(Event event) {
    Map<String, String> out = new LinkedHashMap<>();
    if (event.time() != Trace.NO_TIME) {
      out.put(MICROS, Long.toString(Math.floorDiv(event.time(), 1000L)));
      out.put(NANOS, Long.toString(event.time()));
    }
    String message = event instanceof Note ? event.message() : oneLine(event.message());
    if (!message.isEmpty()) {
      out.put(MESSAGE, message);
    }
    switch (event) {
      case CallEntered call -> {
        out.put(KIND, "call");
        call(out, call.call(), call.socket(), call.name(), call.arguments());
      }
      case CallReturned call -> {
        out.put(KIND, "return");
        call(out, call.call(), call.socket(), call.name(), call.arguments());
        out.put("WIREFLIGHT_RESULT", call.result());
        out.put("WIREFLIGHT_DATA", call.data());
        out.put("WIREFLIGHT_ERRNO", call.errno());
      }
      case Discarded discarded -> {
        out.put(KIND, "discard");
        out.put("WIREFLIGHT_ORDER", discarded.order());
        socket(out, discarded.socket());
      }
      case KernelSample sample -> {
        out.put(KIND, "sample");
        sample(out, sample);
      }
      case LessonStep step -> {
        out.put(KIND, "step");
        out.put("WIREFLIGHT_LESSON", step.lesson());
        out.put("WIREFLIGHT_STEP", Integer.toString(step.step()));
        out.put("WIREFLIGHT_NARRATION", step.narration());
      }
      case WireVerdict verdict -> {
        out.put(KIND, "wire");
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
    out.put("WIREFLIGHT_CALL", Long.toString(call));
    out.put("WIREFLIGHT_NAME", name);
    out.put("WIREFLIGHT_ARGUMENTS", arguments);
    socket(out, socket);
  }

  private static void sample(Map<String, String> out, KernelSample sample) {
    socket(out, sample.socket());
    out.put("WIREFLIGHT_UNTIL", Long.toString(sample.until()));
    out.put("WIREFLIGHT_STATE", sample.state());
    out.put("WIREFLIGHT_CWND", Integer.toString(sample.congestionWindow()));
    out.put("WIREFLIGHT_SSTHRESH", Integer.toString(sample.slowStartThreshold()));
    out.put("WIREFLIGHT_RTT", Integer.toString(sample.roundTripMicros()));
    out.put("WIREFLIGHT_RTO", Integer.toString(sample.retransmitTimeoutMicros()));
    out.put("WIREFLIGHT_UNACKED", Integer.toString(sample.unacknowledged()));
    out.put("WIREFLIGHT_RETRANSMITS", Integer.toString(sample.retransmits()));
  }

  private static void verdict(Map<String, String> out, WireVerdict verdict) {
    out.put("WIREFLIGHT_PACKET", Long.toString(verdict.packet()));
    out.put("WIREFLIGHT_FROM", verdict.from());
    out.put("WIREFLIGHT_TO", verdict.to());
    out.put("WIREFLIGHT_FATE", verdict.fate().name());
    out.put("WIREFLIGHT_WHY", verdict.why());
    out.put("WIREFLIGHT_DEPARTED", Long.toString(verdict.departed()));
    out.put("WIREFLIGHT_DIGEST", Long.toString(verdict.digest()));
    out.put("WIREFLIGHT_TEXT", verdict.text());
  }

  private static void socket(Map<String, String> out, SocketName socket) {
    out.put("WIREFLIGHT_DEVICE", socket.device());
    out.put("WIREFLIGHT_PROCESS", Integer.toString(socket.process()));
    out.put("WIREFLIGHT_ACTOR", socket.actor());
    out.put("WIREFLIGHT_TRANSPORT", socket.transport());
    out.put("WIREFLIGHT_LOCAL", socket.local());
    out.put("WIREFLIGHT_FOREIGN", socket.foreign());
  }

  private static void note(Map<String, String> out, Map<String, String> fields) {
    fields.forEach(
        (key, value) -> {
          if (out.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException(key + " is said by the note itself");
          }
        });
  }

  /** When the row with these fields happened, or {@link Trace#NO_TIME}. */
  static long time(Map<String, String> fields) {
    try {
      String nanos = fields.get(NANOS);
      if (nanos != null) {
        return Long.parseLong(nanos);
      }
      String micros = fields.get(MICROS);
      return micros == null
          ? Trace.NO_TIME
          : Math.multiplyExact(Long.parseLong(micros.strip()), 1000L);
    } catch (NumberFormatException | ArithmeticException e) {
      return Trace.NO_TIME;
    }
  }

  static Event event(Map<String, String> fields) {
    long time = time(fields);
    EventReader in = new EventReader(fields);
    try {
      return switch (fields.getOrDefault(KIND, "")) {
        case "call" -> in.callEntered(time);
        case "return" -> in.callReturned(time);
        case "discard" -> in.discarded(time);
        case "sample" -> in.sample(time);
        case "step" -> in.step(time);
        case "wire" -> in.verdict(time);
        default -> note(time, fields);
      };
    } catch (EventReader.Missing e) {
      return note(time, fields);
    }
  }

  private static Note note(long time, Map<String, String> fields) {
    Map<String, String> rest = new LinkedHashMap<>(fields);
    String message = rest.remove(MESSAGE);
    if (time != Trace.NO_TIME) {
      rest.remove(MICROS);
      rest.remove(NANOS);
    }
    return new Note(time, message == null ? "" : message, Collections.unmodifiableMap(rest));
  }
}
