package wireflight.lab;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what {@code strace -f -ttt -T} tells of calls: one that another thread's came in
 * between of stands on two lines. One thread uses it.
 *
 * <p>A call on one line has but one stamp, of its entry, and how long it took, counted from after
 * strace has looked up the descriptor: it returned a little later than entry and duration add up
 * to. It had returned when strace went on to its next line, and when the line was read. So the
 * earliest of these is taken for its return, with what the looking up takes at most added to the
 * sum: otherwise a call would return before the packets that it has sent.
 */
final class StraceLines {
  private static final Pattern LINE = Pattern.compile("(\\d+) +(\\d+)\\.(\\d{1,9}) (.*)");
  private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. (\\w+) resumed>(.*)");
  private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)");
  private static final long LOOKING_UP_NANOS = 1_000_000;
  private static final String UNFINISHED = "<unfinished ...>";

  /** The end of a call: its closing parenthesis, its result, and how long it took. */
  private static final Pattern RESULT =
      Pattern.compile("(.*)\\) += ((?:-?\\d+|\\?).*?)(?: <(\\d+)\\.(\\d{1,9})>)?");

  private final Listener listener;
  private final Map<Integer, Begun> begun = new HashMap<>();
  private @Nullable Returned returned;
  private long latest = Long.MIN_VALUE;

  StraceLines(Listener listener) {
    this.listener = listener;
  }

  /** Is told of calls, in the order in which strace saw them begin and end. */
  interface Listener {
    /**
     * A thread has entered a call.
     *
     * @param time nanoseconds since the epoch
     * @param arguments as far as strace knows them before the call returns
     */
    void entered(int thread, long time, String name, String arguments);

    /**
     * A call has returned.
     *
     * @param arguments all of them
     * @param result what stands behind the equals sign
     */
    void returned(int thread, long time, String name, String arguments, String result);
  }

  private record Begun(long time, String name, String arguments) {}

  /** A call that has returned at a moment that is to be found out, at the latest at one. */
  private record Returned(int thread, Begun call, long latest, String arguments, String result) {}

  /** The latest moment that a line told of; later lines are of later moments. */
  long latest() {
    return latest;
  }

  /**
   * Takes a whole line.
   *
   * @param now when it was read
   */
  void line(String line, long now) {
    take(line, now, false);
  }

  /** Takes the beginning of a line of which the rest will come when the call returns. */
  void beginning(String line, long now) {
    take(line, now, true);
  }

  /**
   * No more lines were there.
   *
   * @param now when that was seen
   */
  void caughtUp(long now) {
    if (returned != null) {
      deliver(returned, Math.min(now, returned.latest));
    }
  }

  private void take(String line, long now, boolean partial) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return;
    }
    int thread = Integer.parseInt(parts.group(1));
    long time = nanos(parts.group(2), parts.group(3));
    String rest = parts.group(4);
    caughtUp(Math.min(time, now));
    latest = Math.max(latest, time);
    Matcher resumed = RESUMED.matcher(rest);
    if (resumed.matches()) {
      Begun start = begun.get(thread);
      if (start != null && start.name.equals(resumed.group(1))) {
        Returned ended = end(thread, start, start.arguments + resumed.group(2), partial);
        if (ended != null) {
          deliver(ended, time);
        }
      }
      return;
    }
    Matcher call = CALL.matcher(rest);
    if (call.matches()) {
      begin(thread, time, call.group(1), call.group(2), partial);
    }
  }

  private void begin(int thread, long time, String name, String text, boolean partial) {
    Begun earlier = begun.get(thread);
    boolean known = earlier != null && earlier.time == time && earlier.name.equals(name);
    boolean unfinished = text.endsWith(UNFINISHED);
    String arguments =
        unfinished ? text.substring(0, text.length() - UNFINISHED.length()).stripTrailing() : text;
    Begun now = new Begun(time, name, arguments);
    begun.put(thread, now);
    boolean whole = !unfinished && !partial && RESULT.matcher(arguments).matches();
    if (!known) {
      Matcher result = RESULT.matcher(arguments);
      listener.entered(thread, time, name, whole && result.matches() ? result.group(1) : arguments);
    }
    if (whole) {
      returned = end(thread, now, arguments, partial);
    }
  }

  private @Nullable Returned end(int thread, Begun start, String text, boolean partial) {
    Matcher result = RESULT.matcher(text);
    if (partial || !result.matches()) {
      return null;
    }
    begun.remove(thread);
    long latest =
        result.group(3) == null
            ? Long.MAX_VALUE
            : start.time + nanos(result.group(3), result.group(4)) + LOOKING_UP_NANOS;
    return new Returned(thread, start, latest, result.group(1), result.group(2));
  }

  private void deliver(Returned call, long time) {
    returned = null;
    long when = Math.max(time, call.call.time);
    latest = Math.max(latest, when);
    listener.returned(call.thread, when, call.call.name, call.arguments, call.result);
  }

  private static long nanos(String seconds, String fraction) {
    long nanos = Long.parseLong(fraction);
    for (int digits = fraction.length(); digits < 9; digits++) {
      nanos *= 10;
    }
    return Long.parseLong(seconds) * 1_000_000_000L + nanos;
  }
}
