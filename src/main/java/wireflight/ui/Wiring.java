package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wireflight.lab.WireState;
import wireflight.trace.Trace;

/**
 * How the lab's wire carries packets at every row of what is on show, and what a person changes of
 * it. For the JavaFX thread only.
 */
final class Wiring {
  private static final int DEVICES = 2;

  private final Runs runs;
  private final ByHand hands;
  private final List<Change> changes = new ArrayList<>();
  private WireState state = new WireState();
  private @Nullable String recording;
  private int read;

  private record Change(int row, WireState.Setting setting) {}

  Wiring(Runs runs, ByHand hands) {
    this.runs = runs;
    this.hands = hands;
  }

  /** Reads the rows that are new, where the recording is one of the lab's wire. */
  void see(Shown now) {
    Showing showing = now.showing();
    if (showing == null || !onWire(showing.trace())) {
      recording = null;
      return;
    }
    Trace trace = showing.trace();
    if (!showing.title().equals(recording) || trace.size() < read) {
      recording = showing.title();
      read = 0;
      state = new WireState();
      changes.clear();
      changes.add(new Change(-1, state.setting()));
    }
    for (; read < trace.size(); read++) {
      if (!trace.isFrame(read) && state.see(trace.event(read))) {
        changes.add(new Change(read, state.setting()));
      }
    }
  }

  private static boolean onWire(Trace trace) {
    return trace.capturePoints().stream()
            .filter(point -> point.name().equals("device1") || point.name().equals("device2"))
            .count()
        == DEVICES;
  }

  /** How packets are carried after a row; empty where there is no wire. */
  Optional<WireState.Setting> at(int row) {
    if (recording == null) {
      return Optional.empty();
    }
    WireState.Setting found = changes.getFirst().setting;
    for (Change change : changes) {
      found = change.row <= row ? change.setting : found;
    }
    return Optional.of(found);
  }

  /** How packets are carried now, whatever moment is looked at; empty where there is no wire. */
  Optional<WireState.Setting> latest() {
    return recording == null ? Optional.empty() : Optional.of(state.setting());
  }

  /** Tells the wire something at once. */
  void tell(Shown now, String line) {
    if (now.hand() != null) {
      hands.tellWire(line);
    } else {
      runs.tellWire(line);
    }
  }

  /** Puts the sockets to come on the two devices of the wire, or on the loopback. */
  void place(boolean onTheWire) {
    hands.place(onTheWire);
  }
}
