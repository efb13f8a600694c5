package wireflight.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import wireflight.connection.Analysis;
import wireflight.connection.Verdict;
import wireflight.packet.IpAddress;
import wireflight.packet.Scan;
import wireflight.packet.TcpFlags;
import wireflight.trace.Frame;
import wireflight.trace.Trace;

/** The rows of {@code analyze}: named and counted as tshark's fields are. */
final class AnalysisRows {
  static final List<String> COLUMNS =
      List.of(
          "frame",
          "time_relative",
          "protocol",
          "stream",
          "src",
          "srcport",
          "dst",
          "dstport",
          "flags",
          "seq",
          "ack",
          "seq_raw",
          "ack_raw",
          "len",
          "window",
          "analysis",
          "client_state",
          "server_state",
          "reason");

  private static final int REMEMBERED = 256;
  private static final List<Verdict> VERDICTS = List.of(Verdict.values());

  private final Analysis analysis;
  private final Trace trace;
  private final RecordWriter out;
  private final Scan scan = new Scan();
  private final long[] highs = new long[REMEMBERED];
  private final long[] lows = new long[REMEMBERED];
  private final String[] addresses = new String[REMEMBERED];
  private final String[] flagLetters = new String[512];

  AnalysisRows(Analysis analysis, RecordWriter out) {
    this.analysis = analysis;
    this.trace = analysis.trace();
    this.out = out;
  }

  /** Writes the rows from one on and before another. */
  void write(int from, int before) throws IOException {
    // As tshark does: times count from the first row, or from 1970 where that has none.
    long start = trace.size() == 0 || trace.time(0) == Trace.NO_TIME ? 0 : trace.time(0);
    for (int row = from; row < before; row++) {
      out.number(row + 1L);
      long time = trace.time(row);
      if (time == Trace.NO_TIME) {
        out.none();
      } else {
        out.seconds(time - start);
      }
      if (trace.isFrame(row)) {
        frame(row, trace.frame(row));
      } else {
        nothing(16);
        out.none();
      }
      out.end();
    }
  }

  private void nothing(int columns) throws IOException {
    for (int i = 0; i < columns; i++) {
      out.none();
    }
  }

  private void frame(int row, Frame frame) throws IOException {
    scan.scan(
        frame.linkType().code(),
        frame.data(),
        frame.offset(),
        frame.length(),
        frame.originalLength());
    switch (scan.kind()) {
      case TCP -> tcp(row);
      case UDP -> udp(row);
      case SCTP -> {
        out.text("SCTP");
        out.none();
        ends(scan.captured() >= 12);
        nothing(11);
      }
      case ICMP -> message("ICMP");
      case ICMPV6 -> message("ICMPv6");
      case FRAGMENT -> {
        nothing(16);
        out.text("A later piece of a fragmented datagram holds no transport header.");
      }
      case UNDECODED -> {
        nothing(16);
        out.text(scan.reason());
      }
    }
  }

  private void message(String protocol) throws IOException {
    out.text(protocol);
    out.none();
    ends(false);
    nothing(11);
  }

  private void ends(boolean ports) throws IOException {
    out.text(address(scan.sourceHigh(), scan.sourceLow()));
    numberIf(ports, scan.sourcePort());
    out.text(address(scan.destinationHigh(), scan.destinationLow()));
    numberIf(ports, scan.destinationPort());
  }

  private void numberIf(boolean known, long value) throws IOException {
    if (known) {
      out.number(value);
    } else {
      out.none();
    }
  }

  /** The text of an address; those met lately are remembered. */
  private String address(long high, long low) {
    long mixed = (high * 31 + low + scan.ipVersion()) * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 56);
    long key = high ^ (scan.ipVersion() == 4 ? Long.MIN_VALUE >> 1 : 0);
    String known = addresses[slot];
    if (known == null || highs[slot] != key || lows[slot] != low) {
      known = new IpAddress(scan.ipVersion(), high, low).toString();
      addresses[slot] = known;
      highs[slot] = key;
      lows[slot] = low;
    }
    return known;
  }

  private void udp(int row) throws IOException {
    out.text("UDP");
    stream(row);
    ends(scan.portsKnown());
    nothing(5);
    numberIf(scan.captured() >= 6, scan.length() - 8L);
    nothing(5);
  }

  private void stream(int row) throws IOException {
    int connection = analysis.connectionOf(row);
    if (connection < 0) {
      out.none();
    } else {
      out.number(analysis.connections().get(connection).stream());
    }
  }

  private void tcp(int row) throws IOException {
    out.text("TCP");
    stream(row);
    ends(scan.portsKnown());
    if (!analysis.isSegment(row)) {
      nothing(10);
      out.text("The capture ends within the TCP header.");
      return;
    }
    // A header that claims less than its fixed 20 bytes is shown up to that claim.
    boolean sound = scan.headerLength() >= 20;
    out.text(sound ? letters(scan.flags()) : "");
    out.number(analysis.relativeSequence(row));
    numberIf(sound, analysis.relativeAcknowledgment(row));
    out.number(scan.sequenceNumber() & 0xffff_ffffL);
    numberIf(sound, scan.acknowledgmentNumber() & 0xffff_ffffL);
    numberIf(analysis.length(row) >= 0, analysis.length(row));
    numberIf(sound, analysis.window(row));
    verdicts(analysis.verdictBits(row));
    out.text(analysis.clientState(row).rfcName());
    out.text(analysis.serverState(row).rfcName());
    out.text(analysis.reason(row));
  }

  private String letters(int flags) {
    String known = flagLetters[flags];
    if (known == null) {
      known = TcpFlags.letters(flags);
      flagLetters[flags] = known;
    }
    return known;
  }

  private void verdicts(int bits) throws IOException {
    if (bits == 0) {
      out.none();
      return;
    }
    List<String> names = new ArrayList<>();
    for (Verdict verdict : VERDICTS) {
      if ((bits & verdict.bit()) != 0) {
        names.add(verdict.fieldName());
      }
    }
    out.words(names);
  }
}
