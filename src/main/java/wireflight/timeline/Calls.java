package wireflight.timeline;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import wireflight.trace.CallEntered;
import wireflight.trace.CallReturned;
import wireflight.trace.Event;
import wireflight.trace.Trace;

/** Makes the moments of calls. */
final class Calls {
  private static final int LATEST = 1 << 10;

  private final Trace trace;
  private final Lifelines lifelines;
  private final SocketLives lives;
  private final RowScan scan;
  private final Words words;

  /**
   * Those asked for lately, each in the slot that its number's last bits name: hundreds may wait at
   * once, which every step and every picture of it asks for.
   */
  private final AtomicReferenceArray<Moment.@Nullable Call> latest =
      new AtomicReferenceArray<>(LATEST);

  Calls(Trace trace, Lifelines lifelines, SocketLives lives, RowScan scan, Words words) {
    this.trace = trace;
    this.lifelines = lifelines;
    this.lives = lives;
    this.scan = scan;
    this.words = words;
  }

  /** The moment of a call by its number among the spans. */
  Moment.Call moment(int call) {
    int slot = call & LATEST - 1;
    Moment.Call known = latest.get(slot);
    if (known != null && known.row() == scan.calls.enteredAt(call)) {
      return known;
    }
    Moment.Call made = make(call);
    latest.set(slot, made);
    return made;
  }

  private Moment.Call make(int call) {
    CallSpans spans = scan.calls;
    int row = spans.enteredAt(call);
    int returnRow = spans.returnedAt(call);
    Event event = trace.event(row);
    SocketLife life = lives.of(row);
    if (!(event instanceof CallEntered entered) || life == null) {
      throw new IllegalStateException("row " + row + " enters no call");
    }
    CallReturned returned =
        returnRow >= 0 && trace.event(returnRow) instanceof CallReturned back ? back : null;
    long end = returned == null ? entered.time() : returned.time();
    boolean waits = spans.waited(call) && CallTexts.blocked(entered.name(), end - entered.time());
    return new Moment.Call(
        row,
        returnRow,
        spans.lifeline(call),
        spans.lane(call),
        entered.time(),
        end,
        CallTexts.text(entered, life, lifelines.needsName(life)),
        returned == null ? "" : CallTexts.outcome(returned, words),
        returned != null && !returned.succeeded(),
        spans.spans(call),
        spans.spans(call) && (waits || returned == null));
  }

  /** Whether the call entered in a row has to wait, as far as is known. */
  boolean waits(int row) {
    int call = scan.calls.enteredIn(row);
    return call >= 0 && moment(call).blocked();
  }

  /** The call that returned in a row, or -1. */
  int returnedIn(int row) {
    return scan.callRows.returnedIn(row);
  }

  /** The first call in progress on a lifeline when a row happens that is of one of the names. */
  int inProgress(int row, int lifeline, String... names) {
    int[] found = {-1};
    scan.calls.inProgress(
        row,
        call -> {
          boolean fits =
              found[0] < 0
                  && scan.calls.lifeline(call) == lifeline
                  && trace.event(scan.calls.enteredAt(call)) instanceof CallEntered entered
                  && Arrays.asList(names).contains(entered.name());
          if (fits) {
            found[0] = call;
          }
        });
    return found[0];
  }
}
