package wireflight.lab;

import java.util.List;
import wireflight.lab.Loss.ByChance;
import wireflight.lab.Loss.Chosen;

/**
 * One thing that a socket shall lose, and how far it has come.
 *
 * <p>A filter has no memory, so which packet is the third must be told otherwise. Over IPv4, Linux
 * counts up the identification of a connected TCP socket's packets, those sent again too: there the
 * filter names packets that are yet to come, and each is lost exactly once. All other kinds come
 * one by one, with a pause before one is sent again: the filter is attached and detached between
 * them.
 */
final class LossOrder {
  /** What stands for no identification. */
  static final int UNKNOWN = -1;

  private static final int FIN = 0x01;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int ACK = 0x10;

  private final Loss loss;
  private final long since;
  private final boolean numbered;
  private final SocketFilter kind;

  /** The identifications of the chosen packets, as far as can be told. */
  private final int[] named;

  private final int base;
  private int seen;

  /**
   * An order.
   *
   * @param since packets captured before do not count
   * @param connected whether it is for a TCP socket that has another end
   * @param base the identification of the latest packet from there, or {@link #UNKNOWN}
   */
  LossOrder(Loss loss, long since, boolean connected, int base) {
    this.loss = loss;
    this.since = since;
    this.base = base;
    switch (loss) {
      case ByChance _ -> {
        numbered = connected;
        kind = new SocketFilterBuilder().discard().filter();
        named = new int[0];
      }
      case Chosen chosen -> {
        numbered = connected && (chosen.kind() == Loss.Kind.DATA || chosen.kind() == Loss.Kind.ACK);
        kind = ofKind(new SocketFilterBuilder(), chosen.kind()).discard().filter();
        named = new int[chosen.numbers().size()];
      }
    }
    resumeAfter(base);
  }

  String words() {
    return loss.words();
  }

  /** Whether nothing can be lost so, because the packets to come cannot be told apart. */
  boolean impossible() {
    return numbered && base == UNKNOWN;
  }

  /** Whether the filter must be changed after each packet. */
  boolean needsCare() {
    return !numbered;
  }

  /** A packet came to the socket's filter. */
  void sighted(long time, Sighting packet) {
    if (time >= since && kind.discards(packet)) {
      seen++;
    }
  }

  /**
   * Counts on from a packet: others, of a kind that is not counted, may have come between.
   *
   * @param latest the identification of the latest packet from the other end
   */
  void resumeAfter(int latest) {
    if (loss instanceof Chosen chosen) {
      for (int i = 0; i < named.length; i++) {
        int number = chosen.numbers().get(i);
        if (number > seen) {
          named[i] = latest + number - seen & 0xffff;
        }
      }
    }
  }

  /** Adds what is to be lost from now on to a filter. */
  void writeTo(SocketFilterBuilder filter) {
    switch (loss) {
      case ByChance chance -> {
        if (numbered) {
          filter.chance(base, chance.dice()).discard();
        } else if (chance.dice().loses(seen)) {
          filter.discard();
        }
      }
      case Chosen chosen -> {
        if (numbered) {
          for (int identification : named) {
            ofKind(filter.identification(identification), chosen.kind()).discard();
          }
        } else if (chosen.numbers().contains(seen + 1)) {
          ofKind(filter, chosen.kind()).discard();
        }
      }
    }
  }

  private static SocketFilterBuilder ofKind(SocketFilterBuilder filter, Loss.Kind kind) {
    return switch (kind) {
      case SYN -> filter.flags(SYN | ACK, SYN);
      case SYN_ACK -> filter.flags(SYN | ACK, SYN | ACK);
      case ACK -> filter.flags(SYN | FIN | RST | ACK, ACK).data(false);
      case DATA -> filter.data(true);
      case FIN -> filter.flags(FIN, FIN);
      case DATAGRAM -> filter;
    };
  }

  /** The orders in words. */
  static String words(List<LossOrder> orders) {
    return String.join(", ", orders.stream().map(LossOrder::words).toList());
  }
}
