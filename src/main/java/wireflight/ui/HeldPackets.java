package wireflight.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wireflight.trace.Trace;
import wireflight.trace.WireVerdict;
import wireflight.trace.WireVerdict.Fate;

/** The packets that the wire holds, as the recording tells. One thread uses it. */
final class HeldPackets {
  private final Map<Long, WireVerdict> held = new LinkedHashMap<>();
  private @Nullable String recording;
  private int read;

  /**
   * Reads the rows that are new.
   *
   * @param name of the recording: another one begins anew
   */
  List<WireVerdict> see(String name, Trace trace) {
    if (!name.equals(recording) || trace.size() < read) {
      recording = name;
      read = 0;
      held.clear();
    }
    for (; read < trace.size(); read++) {
      if (!trace.isFrame(read) && trace.event(read) instanceof WireVerdict verdict) {
        if (verdict.fate() == Fate.HELD) {
          held.put(verdict.packet(), verdict);
        } else {
          held.remove(verdict.packet());
        }
      }
    }
    return List.copyOf(held.values());
  }
}
