package wireflight.connection;

import java.util.Arrays;
import wireflight.packet.Scan;
import wireflight.packet.SctpChunk;
import wireflight.packet.SequenceNumber;

/** The SCTP part of a flow: the verification tags, TSNs and states of both ends (RFC 9260). */
final class SctpFlow {
  /** What is known of one end: what it sent, and by which tag packets to it are known. */
  static final class End {
    /** What packets to it carry (section 8.5). */
    int tag;

    boolean tagKnown;

    /** Its first TSN. */
    int initial;

    boolean initialKnown;

    /** The end of the highest TSN seen. */
    int next;

    boolean nextKnown;
    final SentSegments sent = new SentSegments();

    /** The TSN that its latest SHUTDOWN acknowledged up to. */
    int shutdownUpTo;

    /** The rows of the latest control chunks of each type that await an answer. */
    final int[] asked = new int[SctpChunk.SHUTDOWN_COMPLETE + 1];

    End() {
      Arrays.fill(asked, Columns.NONE);
    }

    /** Where its numbers start: a first guess may be corrected while the association opens. */
    void startsAt(int number, boolean certain) {
      if (certain || !initialKnown) {
        initial = number;
        initialKnown = true;
      }
    }

    void hasTag(int number, boolean certain) {
      if (certain || !tagKnown) {
        tag = number;
        tagKnown = true;
      }
    }
  }

  /**
   * What a snapshot keeps.
   *
   * @param clientInitial the client's first TSN, raw
   * @param serverInitial the server's
   * @param clientTag what packets to the client carry
   * @param serverTag what packets to the server carry
   */
  record Numbers(int clientInitial, int serverInitial, int clientTag, int serverTag) {}

  private final End client = new End();
  private final End server = new End();
  final AssociationTracker states = new AssociationTracker();
  boolean openingSeen;

  Numbers numbers() {
    return new Numbers(client.initial, server.initial, client.tag, server.tag);
  }

  End end(boolean ofClient) {
    return ofClient ? client : server;
  }

  /** Whether a packet carries the tag of that end, so that it goes to it. */
  boolean goesTo(boolean toClient, int tag) {
    return end(toClient).tagKnown && end(toClient).tag == tag;
  }

  /** Whether an INIT opens another association between the same two ends. */
  boolean isReopenedBy(Scan s, boolean fromClient) {
    End from = end(fromClient);
    if (firstChunk(s) != SctpChunk.INIT || s.captured() < 20 || !from.tagKnown) {
      return false;
    }
    boolean opening = states.of(fromClient).phase() == EndState.Phase.OPENING;
    return from.tag != s.intAt(16) && !opening;
  }

  /** The type of the first chunk; -1 where it was not captured. */
  static int firstChunk(Scan s) {
    return s.captured() >= 16 ? s.byteAt(12) : -1;
  }

  /**
   * Takes one more packet, whose common header was captured.
   *
   * @return bytes of user data in it
   */
  int take(Scan s, boolean fromClient, Outcome out) {
    End from = end(fromClient);
    End back = end(!fromClient);
    int tag = s.intAt(4);
    int first = firstChunk(s);
    boolean reflected =
        (first == SctpChunk.ABORT || first == SctpChunk.SHUTDOWN_COMPLETE)
            && (s.byteAt(13) & SctpChunk.REFLECTED) != 0;
    if (first != SctpChunk.INIT && !reflected && first >= 0) {
      back.hasTag(tag, false);
    }
    // RFC 9260, section 8.5: any other tag, and the receiver drops the packet.
    End whose = reflected ? from : back;
    out.stray = first != SctpChunk.INIT && whose.tagKnown && whose.tag != tag;
    int bytes = out.stray ? 0 : chunks(s, from, back, fromClient, out);
    out.states = states.packed();
    return bytes;
  }

  private int chunks(Scan s, End from, End back, boolean fromClient, Outcome out) {
    int bytes = 0;
    int at = 12;
    while (at + 4 <= s.captured()) {
      int type = s.byteAt(at);
      int length = s.intAt(at) & 0xffff;
      boolean numbered = at + 8 <= s.captured();
      if (SctpChunk.isData(type)) {
        bytes += Math.max(0, length - SctpChunk.dataHeader(type));
        if (numbered) {
          data(s.intAt(at + 4), from, out);
        }
      } else if (type == SctpChunk.SACK || type == SctpChunk.SHUTDOWN) {
        if (numbered) {
          acknowledge(s.intAt(at + 4), back, out);
        }
      } else if ((type == SctpChunk.INIT || type == SctpChunk.INIT_ACK)
          && at + 20 <= s.captured()) {
        openingSeen = true;
        from.hasTag(s.intAt(at + 4), true);
        from.startsAt(s.intAt(at + 16), true);
      }
      control(type, !isNews(s, at, type, from), from, back, out);
      states.chunk(fromClient, type);
      if (type == SctpChunk.ERROR && numbered) {
        states.error(fromClient, s.intAt(at + 4) >>> 16);
      }
      if (length < 4) {
        break;
      }
      at += SctpChunk.stride(length);
    }
    return bytes;
  }

  private static void data(int number, End from, Outcome out) {
    from.startsAt(number, false);
    int first = from.sent.firstSent(number, number + 1);
    if (first != Columns.NONE && first != out.row) {
      out.sentBefore = out.sentBefore == Columns.NONE ? first : out.sentBefore;
    } else if (from.nextKnown && SequenceNumber.isBefore(number, from.next)) {
      out.late = true;
    }
    if (!from.nextKnown || SequenceNumber.isAfter(number + 1, from.next)) {
      from.next = number + 1;
      from.nextKnown = true;
    }
    from.sent.add(number, number + 1, out.row);
  }

  /** Whether a chunk that may be sent again says something new this time. */
  private static boolean isNews(Scan s, int at, int type, End from) {
    if (type != SctpChunk.SHUTDOWN || at + 8 > s.captured()) {
      return type == SctpChunk.HEARTBEAT;
    }
    // It is sent for every chunk that still arrives (RFC 9260, section 9.2).
    boolean news = from.shutdownUpTo != s.intAt(at + 4);
    from.shutdownUpTo = s.intAt(at + 4);
    return news;
  }

  /** Control chunks are sent again until the answer that is due to them comes. */
  private static void control(int type, boolean again, End from, End back, Outcome out) {
    int answers =
        switch (type) {
          case SctpChunk.INIT_ACK -> SctpChunk.INIT;
          case SctpChunk.COOKIE_ACK -> SctpChunk.COOKIE_ECHO;
          case SctpChunk.SHUTDOWN_ACK -> SctpChunk.SHUTDOWN;
          case SctpChunk.SHUTDOWN_COMPLETE -> SctpChunk.SHUTDOWN_ACK;
          case SctpChunk.HEARTBEAT_ACK -> SctpChunk.HEARTBEAT;
          default -> -1;
        };
    if (answers >= 0) {
      int row = back.asked[answers];
      out.acknowledged = row == Columns.NONE ? out.acknowledged : row;
    }
    switch (type) {
      case SctpChunk.INIT,
          SctpChunk.COOKIE_ECHO,
          SctpChunk.SHUTDOWN,
          SctpChunk.SHUTDOWN_ACK,
          SctpChunk.HEARTBEAT -> {
        if (again && from.asked[type] != Columns.NONE) {
          out.sentBefore = from.asked[type];
        }
        from.asked[type] = out.row;
      }
      default -> {}
    }
  }

  private static void acknowledge(int cumulative, End back, Outcome out) {
    back.startsAt(cumulative, false);
    int row = back.sent.acknowledge(cumulative + 1);
    out.acknowledged = row == Columns.NONE ? out.acknowledged : row;
  }
}
