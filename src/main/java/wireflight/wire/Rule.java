package wireflight.wire;

import java.util.List;
import java.util.function.IntSupplier;
import wireflight.packet.Scan;

/**
 * An exact wish: what to do with the third data segment, say, or with every FIN.
 *
 * <p>It counts the packets that it is about from when it was given to the wire. One direction's
 * thread uses it.
 */
final class Rule {
  private final Action action;
  private final PacketKind kind;
  private final IntSupplier port;
  private final List<Integer> numbers;
  private int seen;

  /**
   * A rule.
   *
   * @param port the sender's port that it is about; 0 for any
   * @param numbers which of the packets it applies to, from 1, ascending; none for every one
   */
  Rule(Action action, PacketKind kind, IntSupplier port, List<Integer> numbers) {
    this.action = action;
    this.kind = kind;
    this.port = port;
    this.numbers = List.copyOf(numbers);
  }

  /** Takes note of a packet: whether the rule applies to it. */
  boolean applies(Scan packet) {
    if (!kind.matches(packet)) {
      return false;
    }
    int wanted = port.getAsInt();
    if (wanted != 0 && (!packet.portsKnown() || packet.sourcePort() != wanted)) {
      return false;
    }
    seen++;
    return numbers.isEmpty() || numbers.contains(seen);
  }

  /** Whether it will never apply again. */
  boolean over() {
    return !numbers.isEmpty() && seen >= numbers.getLast();
  }

  Action action() {
    return action;
  }

  /** Why the packet seen last was chosen, as in {@code data segment 3, as asked}. */
  String reason() {
    return numbers.isEmpty()
        ? "every " + kind.described() + ", as asked"
        : kind.described() + " " + seen + ", as asked";
  }
}
