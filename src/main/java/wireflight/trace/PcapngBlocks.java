package wireflight.trace;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands inside pcapng blocks into rows.
 *
 * <p>Rows are what Wireshark numbers: packets (Enhanced, Simple and the obsolete kind), journal
 * entries, Custom Blocks and Sysdig events. Interfaces count from 0 in every section; capture
 * points go on through all of them. Other blocks (names, secrets, what is not known) are passed
 * over; they stay in the recording's bytes.
 */
final class PcapngBlocks {
  private static final int INTERFACE = 1;
  private static final int OBSOLETE_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int STATISTICS = 5;
  private static final int ENHANCED_PACKET = 6;
  private static final int JOURNAL = 9;
  private static final int CUSTOM = 0xbad;
  private static final int CUSTOM_NOT_COPIED = 0x40000bad;
  private static final int SYSDIG = 0x204;
  private static final int SYSDIG_V2 = 0x216;
  private static final int SYSDIG_V2_LARGE = 0x221;

  private static final int OPTION_NAME = 2;
  private static final int OPTION_DESCRIPTION = 3;
  private static final int OPTION_RESOLUTION = 9;
  private static final int OPTION_TIME_OFFSET = 14;
  private static final int OPTION_RECEIVED = 4;
  private static final int OPTION_DROPPED = 5;

  private final Rows rows;
  private final SaidBefore said;
  private final List<Interface> interfaces = new ArrayList<>();

  PcapngBlocks(Rows rows) {
    this.rows = rows;
    this.said = new SaidBefore(rows);
  }

  private record Interface(int point, TimeScale scale, int snapLength) {}

  /**
   * Reads one sound block.
   *
   * @param bytes the window's bytes in the section's byte order
   * @param at where the block begins
   * @param end where its body ends and the second length stands
   */
  void read(Window window, ByteBuffer bytes, int type, int at, int end) {
    int room = end - at - 8;
    switch (type) {
      case ENHANCED_PACKET -> {
        if (fits(window, at, room, 20, "packet")) {
          long time = time(bytes, at + 12);
          packet(
              window,
              at,
              bytes.getInt(at + 8),
              time,
              bytes.getInt(at + 20),
              bytes.getInt(at + 24),
              at + 28,
              end);
        }
      }
      case OBSOLETE_PACKET -> {
        if (fits(window, at, room, 20, "packet")) {
          long time = time(bytes, at + 12);
          packet(
              window,
              at,
              bytes.getShort(at + 8) & 0xffff,
              time,
              bytes.getInt(at + 20),
              bytes.getInt(at + 24),
              at + 28,
              end);
        }
      }
      case SIMPLE_PACKET -> simplePacket(window, bytes, at, end);
      case JOURNAL -> journal(window, bytes, at, room);
      case INTERFACE -> interfaceDescription(window, bytes, at, end);
      case STATISTICS -> statistics(window, bytes, at, end);
      case CUSTOM, CUSTOM_NOT_COPIED -> {
        if (fits(window, at, room, 4, "custom")) {
          rows.addEvent(
              Trace.NO_TIME,
              window.position(at + 12),
              room - 4,
              bytes.getInt(at + 8),
              RowColumns.CUSTOM);
        }
      }
      case SYSDIG, SYSDIG_V2, SYSDIG_V2_LARGE -> {
        if (fits(window, at, room, 18, "sysdig")) {
          // Processor number (16 bits), then nanoseconds in the section's byte order.
          rows.addEvent(
              bytes.getLong(at + 10), window.position(at + 8), room, type, RowColumns.SYSDIG);
        }
      }
      case PcapngParser.SECTION_HEADER -> interfaces.clear();
      default -> {
        // Neither a row nor anything that rows depend on.
      }
    }
  }

  /** A time in two 32-bit halves, the higher first in either byte order. */
  private static long time(ByteBuffer bytes, int at) {
    return (long) bytes.getInt(at) << 32 | bytes.getInt(at + 4) & 0xffff_ffffL;
  }

  private void packet(
      Window window,
      int at,
      int number,
      long units,
      int captured,
      int original,
      int data,
      int end) {
    if (number < 0 || number >= interfaces.size()) {
      unknownInterface(window, at, number);
    } else if (captured < 0 || captured > end - data) {
      skip(window, at, "block.captured", Integer.toUnsignedString(captured), end - data);
    } else {
      Interface from = interfaces.get(number);
      rows.addFrame(from.scale.nanos(units), window.position(data), captured, original, from.point);
    }
  }

  /** A Simple Packet Block has no time; its packet is of the section's first interface. */
  private void simplePacket(Window window, ByteBuffer bytes, int at, int end) {
    if (!fits(window, at, end - at - 8, 4, "packet")) {
      return;
    }
    if (interfaces.isEmpty()) {
      unknownInterface(window, at, 0);
      return;
    }
    Interface first = interfaces.getFirst();
    int original = bytes.getInt(at + 8);
    long captured = Integer.toUnsignedLong(original);
    if (first.snapLength != 0) {
      captured = Math.min(captured, Integer.toUnsignedLong(first.snapLength));
    }
    int data = at + 12;
    if (captured > end - data) {
      skip(window, at, "block.simple", captured, end - data);
      return;
    }
    rows.addFrame(Trace.NO_TIME, window.position(data), (int) captured, original, first.point);
  }

  private void journal(Window window, ByteBuffer bytes, int at, int room) {
    byte[] body = new byte[room];
    bytes.get(at + 8, body);
    JournalEntry entry = new JournalEntry(body);
    long time = EventFields.time(entry);
    boolean repeated = time != Trace.NO_TIME && said.isRepeated(body);
    EventKind kind = repeated ? EventKind.REPEATED : EventFields.kind(entry);
    rows.addEvent(time, window.position(at + 8), room, kind.number(), RowColumns.JOURNAL);
  }

  private void interfaceDescription(Window window, ByteBuffer bytes, int at, int end) {
    if (!fits(window, at, end - at - 8, 8, "interface")) {
      return;
    }
    String name = "";
    String description = "";
    int resolution = 6;
    long offset = 0;
    Options options = new Options(bytes, at + 16, end);
    while (options.next()) {
      switch (options.code()) {
        case OPTION_NAME -> name = options.text();
        case OPTION_DESCRIPTION -> description = options.text();
        case OPTION_RESOLUTION -> resolution = options.byteOr(resolution);
        case OPTION_TIME_OFFSET -> offset = options.longOr(offset);
        default -> {
          // Not needed for rows.
        }
      }
    }
    checkOptions(window, at, options);
    int snapLength = bytes.getInt(at + 12);
    LinkType linkType = new LinkType(bytes.getShort(at + 8) & 0xffff);
    int point = rows.addPoint(name, description, linkType, Math.max(snapLength, 0));
    interfaces.add(new Interface(point, new TimeScale(resolution, offset), snapLength));
  }

  private void statistics(Window window, ByteBuffer bytes, int at, int end) {
    if (!fits(window, at, end - at - 8, 12, "statistics")) {
      return;
    }
    int number = bytes.getInt(at + 8);
    if (number < 0 || number >= interfaces.size()) {
      unknownInterface(window, at, number);
      return;
    }
    long received = -1;
    long dropped = -1;
    Options options = new Options(bytes, at + 20, end);
    while (options.next()) {
      switch (options.code()) {
        case OPTION_RECEIVED -> received = options.longOr(received);
        case OPTION_DROPPED -> dropped = options.longOr(dropped);
        default -> {
          // Start, end and finer counts are not shown.
        }
      }
    }
    checkOptions(window, at, options);
    Interface of = interfaces.get(number);
    long time = of.scale.nanos(time(bytes, at + 12));
    rows.addStatistics(new CaptureStatistics(of.point, time, received, dropped));
  }

  private void checkOptions(Window window, int at, Options options) {
    if (options.broken()) {
      rows.addProblem(window.start() + at, "block.option");
    }
  }

  private boolean fits(Window window, int at, int room, int needed, String kind) {
    if (room < needed) {
      skip(window, at, "block.short." + kind);
    }
    return room >= needed;
  }

  private void unknownInterface(Window window, int at, int number) {
    skip(window, at, "block.interface", Integer.toUnsignedString(number), interfaces.size());
  }

  private void skip(Window window, int at, String key, Object... places) {
    rows.addProblem(window.start() + at, "block.skip", ReadProblem.saying(key, places));
  }
}
