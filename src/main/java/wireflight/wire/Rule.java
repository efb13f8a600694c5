package wireflight.wire;

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
  private final long first;
  private final long last;
  private long seen;

  /**
   * A rule.
   *
   * @param port the sender's port that it is about; 0 for any
   * @param first which of the packets it applies to, from 1
   * @param last the last one it applies to
   */
  Rule(Action action, PacketKind kind, IntSupplier port, long first, long last) {
    this.action = action;
    this.kind = kind;
    this.port = port;
    this.first = first;
    this.last = last;
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
    return seen >= first && seen <= last;
  }

  /** Whether it will never apply again. */
  boolean over() {
    return seen >= last;
  }

  Action action() {
    return action;
  }

  /** Why the packet seen last was chosen, as in {@code data segment 3, as asked}. */
  String reason() {
    boolean every = first == 1 && last == Long.MAX_VALUE;
    return every
        ? "every " + kind.described() + ", as asked"
        : kind.described() + " " + seen + ", as asked";
  }
}
