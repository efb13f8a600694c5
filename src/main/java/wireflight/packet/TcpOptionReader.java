package wireflight.packet;

import java.util.ArrayList;
import java.util.List;

/** Reads the options of a TCP header (RFC 9293, section 3.2), ignoring those it does not know. */
final class TcpOptionReader {
  /** {@link #next}: an option goes on past what was captured, or past its own end. */
  static final int CUT = -1;

  /** {@link #next}: no option follows. */
  static final int OVER = -2;

  private static final int END = 0;
  private static final int NO_OPERATION = 1;
  private static final int MAXIMUM_SEGMENT_SIZE = 2;
  static final int WINDOW_SCALE = 3;
  private static final int SELECTIVE_ACK_PERMITTED = 4;
  private static final int SELECTIVE_ACK = 5;
  private static final int TIMESTAMPS = 8;

  /** RFC 7413, section 4.1.1. */
  private static final int FAST_OPEN = 34;

  /** What experiments share, told apart by their first two bytes (RFC 6994). */
  private static final int EXPERIMENT = 254;

  private static final int FAST_OPEN_EXPERIMENT = 0xf989;

  private int fastOpenCookie = -1;
  private int maximumSegmentSize = -1;
  private int windowScale = -1;
  private boolean permitted;
  private List<TcpOptions.Block> blocks = List.of();
  private boolean timestamps;
  private int value;
  private int echo;

  private TcpOptionReader() {}

  /** The options between the fixed header and {@code end}, counted from the TCP header. */
  static TcpOptions read(Scan s, int end) {
    return end <= 20 ? TcpOptions.NONE : new TcpOptionReader().walk(s, end);
  }

  /** Where the option after the one at a place starts; makes no objects. */
  static int next(Scan s, int at) {
    int captured = s.captured();
    if (at >= captured) {
      return CUT;
    }
    int option = s.byteAt(at);
    if (option == NO_OPERATION) {
      return at + 1;
    }
    int header = s.headerLength();
    if (option == END || at + 1 >= header) {
      return OVER;
    }
    if (at + 1 >= captured) {
      return CUT;
    }
    int length = s.byteAt(at + 1);
    if (length < 2 || at + length > header && header <= captured) {
      return OVER;
    }
    boolean torn = option == SELECTIVE_ACK && length % 8 != 2;
    return torn || at + length > captured ? CUT : at + length;
  }

  private TcpOptions walk(Scan s, int end) {
    int at = 20;
    while (at < end) {
      int option = s.byteAt(at);
      if (option == NO_OPERATION) {
        at++;
        continue;
      }
      if (option == END || at + 1 >= end) {
        break;
      }
      int length = s.byteAt(at + 1);
      if (length < 2 || at + length > end) {
        break;
      }
      one(s, option, at, length);
      at += length;
    }
    return new TcpOptions(
        maximumSegmentSize,
        windowScale,
        permitted,
        blocks,
        timestamps,
        value,
        echo,
        fastOpenCookie);
  }

  private void one(Scan s, int option, int at, int length) {
    if (option == MAXIMUM_SEGMENT_SIZE && length == 4) {
      maximumSegmentSize = s.byteAt(at + 2) << 8 | s.byteAt(at + 3);
    } else if (option == WINDOW_SCALE && length == 3) {
      windowScale = s.byteAt(at + 2);
    } else if (option == SELECTIVE_ACK_PERMITTED && length == 2) {
      permitted = true;
    } else if (option == SELECTIVE_ACK) {
      List<TcpOptions.Block> found = new ArrayList<>(4);
      for (int edge = at + 2; edge + 8 <= at + length; edge += 8) {
        found.add(new TcpOptions.Block(s.intAt(edge), s.intAt(edge + 4)));
      }
      blocks = List.copyOf(found);
    } else if (option == FAST_OPEN) {
      fastOpenCookie = length - 2;
    } else if (option == EXPERIMENT
        && length >= 4
        && (s.byteAt(at + 2) << 8 | s.byteAt(at + 3)) == FAST_OPEN_EXPERIMENT) {
      fastOpenCookie = length - 4;
    } else if (option == TIMESTAMPS && length == 10) {
      timestamps = true;
      value = s.intAt(at + 2);
      echo = s.intAt(at + 6);
    }
  }
}
