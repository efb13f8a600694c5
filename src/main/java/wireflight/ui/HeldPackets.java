package wireflight.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import wireflight.trace.Trace;
import wireflight.trace.WireVerdict;
import wireflight.trace.WireVerdict.Fate;

/**
 * The packets that the wire holds, as the recording tells, and what a person does with them. For
 * the JavaFX thread only.
 */
final class HeldPackets {
  private final Runs runs;
  private final LinkedHashMap<Long, WireVerdict> held = new LinkedHashMap<>();
  private @Nullable String recording;
  private int read;
  private long chosen;

  /** What can be done with a held packet. */
  enum Deed {
    /** It goes on. */
    RELEASE("release"),
    /** It is lost. */
    DROP("discard"),
    /** It goes on twice. */
    DUPLICATE("copy"),
    /** The packet that is held after it goes on before it. */
    SWAP("swap");

    private final String verb;

    Deed(String verb) {
      this.verb = verb;
    }

    /** The word that the wire knows it by. */
    String verb() {
      return verb;
    }
  }

  HeldPackets(Runs runs) {
    this.runs = runs;
  }

  /** Reads the rows that are new. */
  void see(Shown now) {
    Showing showing = now.showing();
    if (showing == null || !now.live()) {
      recording = null;
      held.clear();
      return;
    }
    Trace trace = showing.trace();
    if (!showing.title().equals(recording) || trace.size() < read) {
      recording = showing.title();
      read = 0;
      held.clear();
    }
    for (; read < trace.size(); read++) {
      WireVerdict verdict = trace.event(read, WireVerdict.class);
      if (verdict != null && verdict.fate() == Fate.HELD) {
        held.put(verdict.packet(), verdict);
      } else if (verdict != null) {
        held.remove(verdict.packet());
      }
    }
  }

  /** What is held, the longest held first. */
  List<WireVerdict> all() {
    return List.copyOf(held.values());
  }

  /**
   * Whether another packet of the same device is held after this one, which it can be swapped with.
   */
  boolean canSwap(long packet) {
    return next(packet).isPresent();
  }

  private OptionalLong next(long packet) {
    WireVerdict one = held.get(packet);
    return held.values().stream()
        .filter(each -> one != null && each.from().equals(one.from()) && each.packet() > packet)
        .mapToLong(WireVerdict::packet)
        .findFirst();
  }

  /** The held packet that a row of the recording shows; empty where it shows none. */
  Optional<WireVerdict> of(@Nullable Showing showing, int row) {
    return showing == null || row < 0 || !showing.trace().isFrame(row)
        ? Optional.empty()
        : Optional.ofNullable(held.get(showing.timeline().heldPacket(row)));
  }

  /** Does something with a held packet. */
  void act(Deed deed, long packet) {
    runs.tellWire("wire " + deed.verb() + " " + packet);
  }

  /** From now on this one is chosen, as long as it is held. */
  void choose(long packet) {
    chosen = packet;
  }

  /** The one that is chosen: the one held longest where no other is; 0 where none is held. */
  long chosen() {
    if (held.containsKey(chosen)) {
      return chosen;
    }
    return held.isEmpty() ? 0 : held.firstEntry().getKey();
  }

  /** Does something with the chosen packet; whether there was one. */
  boolean chosen(Deed deed) {
    if (held.isEmpty()) {
      return false;
    }
    act(deed, chosen());
    return true;
  }

  /** Lets everything go on and holds nothing more. */
  void flow() {
    runs.tellWire("wire flow");
  }
}
