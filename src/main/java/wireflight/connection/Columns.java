package wireflight.connection;

import java.util.Arrays;
import wireflight.packet.Scan;

/**
 * What is kept of every row, in primitive columns cut into blocks.
 *
 * <p>One thread appends; rows below a {@link View}'s size never change again, so views may be read
 * by any thread that got them through a safe publication.
 */
final class Columns {
  private static final int SHIFT = 12;
  private static final int ROWS = 1 << SHIFT;
  private static final int MASK = ROWS - 1;

  static final int NONE = -1;
  static final byte FROM_CLIENT = 1;
  static final byte ANALYSED = 2;
  static final byte QUOTING = 4;
  static final byte ASSOCIATED = 8;
  static final byte LATE = 16;
  static final byte STRAY = 32;
  static final byte FRAGMENT = 64;
  static final byte PLAIN = (byte) 128;

  private static final int FLAG_BITS = 0x1ff;

  /** Beside the flags: a header that can hold a SACK option (RFC 2018). */
  private static final int ROOM = 0x200;

  /** Two fillers and the head of a timestamps option, all that most segments have (RFC 7323). */
  private static final int TIMESTAMPS_ALONE = 0x0101080a;

  private static final int WITH_TIMESTAMPS = 32;

  /** A block of rows. */
  static final class Block {
    final int[] flow = new int[ROWS];
    final int[] sequence = new int[ROWS];
    final int[] acknowledgment = new int[ROWS];
    final int[] rawSequence = new int[ROWS];
    final int[] rawAcknowledgment = new int[ROWS];
    final int[] length = new int[ROWS];
    final int[] window = new int[ROWS];
    final int[] inFlight = new int[ROWS];
    final int[] acknowledged = new int[ROWS];
    final short[] flags = new short[ROWS];
    final short[] verdicts = new short[ROWS];
    final byte[] states = new byte[ROWS];
    final byte[] marks = new byte[ROWS];
  }

  /** The columns up to some row. */
  static final class View {
    private final Block[] blocks;
    private final int size;

    private View(Block[] blocks, int size) {
      this.blocks = blocks;
      this.size = size;
    }

    private Block block(int row) {
      if (row < 0 || row >= size) {
        throw new IndexOutOfBoundsException("row " + row + " of " + size);
      }
      return blocks[row >> SHIFT];
    }

    int flow(int row) {
      return block(row).flow[row & MASK];
    }

    int sequence(int row) {
      return block(row).sequence[row & MASK];
    }

    int acknowledgment(int row) {
      return block(row).acknowledgment[row & MASK];
    }

    int rawSequence(int row) {
      return block(row).rawSequence[row & MASK];
    }

    int rawAcknowledgment(int row) {
      return block(row).rawAcknowledgment[row & MASK];
    }

    int flags(int row) {
      return block(row).flags[row & MASK] & FLAG_BITS;
    }

    boolean maySelect(int row) {
      return (block(row).flags[row & MASK] & ROOM) != 0;
    }

    int length(int row) {
      return block(row).length[row & MASK];
    }

    int window(int row) {
      return block(row).window[row & MASK];
    }

    int inFlight(int row) {
      return block(row).inFlight[row & MASK];
    }

    int acknowledged(int row) {
      return block(row).acknowledged[row & MASK];
    }

    int verdicts(int row) {
      return block(row).verdicts[row & MASK];
    }

    int states(int row) {
      return block(row).states[row & MASK] & 0xff;
    }

    boolean marked(int row, byte mark) {
      return (block(row).marks[row & MASK] & mark) != 0;
    }
  }

  private Block[] blocks = new Block[4];
  private int size;

  int size() {
    return size;
  }

  View view() {
    return new View(blocks, size);
  }

  /** Appends a row of no connection. */
  void addNone() {
    Block block = next();
    block.flow[size & MASK] = NONE;
    size++;
  }

  /** Appends a row of a connection that is no TCP segment, with its bytes of data. */
  void add(int flow, byte marks, int length) {
    Block block = next();
    int at = size & MASK;
    block.flow[at] = flow;
    block.marks[at] = marks;
    block.length[at] = length;
    size++;
  }

  /** Appends a TCP segment. */
  void add(int flow, byte marks, Scan scan, Outcome outcome) {
    Block block = next();
    int at = size & MASK;
    block.flow[at] = flow;
    block.marks[at] = marks;
    block.sequence[at] = outcome.sequence;
    block.acknowledgment[at] = outcome.acknowledgment;
    block.rawSequence[at] = scan.sequenceNumber();
    block.rawAcknowledgment[at] = scan.acknowledgmentNumber();
    block.flags[at] = (short) (scan.flags() | room(scan));
    block.length[at] = outcome.length;
    block.window[at] = outcome.window;
    block.inFlight[at] = outcome.inFlight;
    block.acknowledged[at] = outcome.acknowledged;
    block.verdicts[at] = (short) outcome.verdicts;
    block.states[at] = outcome.states;
    size++;
  }

  private static int room(Scan scan) {
    int header = scan.headerLength();
    boolean timestampsAlone =
        header == WITH_TIMESTAMPS
            && scan.captured() >= WITH_TIMESTAMPS
            && scan.intAt(20) == TIMESTAMPS_ALONE;
    return header < WITH_TIMESTAMPS || timestampsAlone ? 0 : ROOM;
  }

  /** Appends a packet of an SCTP association. */
  void addAssociated(int flow, byte marks, Outcome outcome) {
    Block block = next();
    int at = size & MASK;
    int late = outcome.late ? LATE : 0;
    int stray = outcome.stray ? STRAY : 0;
    block.flow[at] = flow;
    block.marks[at] = (byte) (marks | ASSOCIATED | late | stray);
    block.sequence[at] = outcome.sentBefore;
    block.acknowledged[at] = outcome.acknowledged;
    block.states[at] = outcome.states;
    size++;
  }

  /** Adds a mark to the latest row. */
  void mark(byte mark) {
    int at = size - 1;
    blocks[at >> SHIFT].marks[at & MASK] |= mark;
  }

  private Block next() {
    int index = size >> SHIFT;
    if (index == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * index);
    }
    if ((size & MASK) == 0) {
      blocks[index] = new Block();
    }
    return blocks[index];
  }
}
