package wireflight.connection;

import java.util.AbstractList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wireflight.language.Language;
import wireflight.packet.Decoder;
import wireflight.packet.Packet;
import wireflight.packet.Undecoded;
import wireflight.trace.Discarded;
import wireflight.trace.Frame;
import wireflight.trace.Trace;

/** The analysis up to some row. */
final class Snapshot implements Analysis {
  private static final Verdict[] VERDICTS = Verdict.values();

  private final Trace trace;
  private final Columns.View columns;
  private final Evidence.View evidence;
  private final Flow.Summary[] flows;
  private final Language language;
  private final Reasons reasons;

  Snapshot(
      Trace trace,
      Columns.View columns,
      Evidence.View evidence,
      Flow.Summary[] flows,
      Language language) {
    this.trace = trace;
    this.columns = columns;
    this.evidence = evidence;
    this.flows = flows;
    this.language = language;
    this.reasons = new Reasons(this);
  }

  @Override
  public Language language() {
    return language;
  }

  @Override
  public Analysis in(Language other) {
    return other == language ? this : new Snapshot(trace, columns, evidence, flows, other);
  }

  @Override
  public Trace trace() {
    return trace;
  }

  @Override
  public List<Connection> connections() {
    return new AbstractList<>() {
      @Override
      public Connection get(int index) {
        return flows[index].connection();
      }

      @Override
      public int size() {
        return flows.length;
      }
    };
  }

  @Override
  public int connectionOf(int row) {
    return columns.marked(row, Columns.QUOTING) ? Columns.NONE : columns.flow(row);
  }

  @Override
  public boolean fromClient(int row) {
    return columns.marked(row, Columns.FROM_CLIENT);
  }

  @Override
  public int quotedConnection(int row) {
    return columns.marked(row, Columns.QUOTING) ? columns.flow(row) : Columns.NONE;
  }

  @Override
  public boolean isFragment(int row) {
    return columns.marked(row, Columns.FRAGMENT);
  }

  @Override
  public int quotedRow(int row) {
    return Quotes.find(this, row);
  }

  @Override
  public Packet packet(int row) {
    if (!trace.isFrame(row)) {
      return Undecoded.event();
    }
    Frame frame = trace.frame(row);
    return Decoder.decode(
        frame.linkType().code(),
        frame.data(),
        frame.offset(),
        frame.length(),
        frame.originalLength());
  }

  @Override
  public Optional<SegmentFacts> segment(int row) {
    if (!columns.marked(row, Columns.ANALYSED)) {
      return Optional.empty();
    }
    int packed = columns.states(row);
    return Optional.of(
        new SegmentFacts(
            row,
            columns.flow(row),
            fromClient(row),
            relativeSequence(row),
            relativeAcknowledgment(row),
            Math.max(0, columns.length(row)),
            window(row),
            verdicts(row),
            reasons.of(row),
            clientState(row, packed),
            serverState(row, packed),
            columns.inFlight(row),
            columns.acknowledged(row),
            acknowledgedRoundTrip(row),
            flows[columns.flow(row)].initialRoundTrip()));
  }

  @Override
  public Optional<Correction> correction(int row) {
    return columns.marked(row, Columns.ANALYSED) ? Corrections.of(this, row) : Optional.empty();
  }

  @Override
  public Optional<AssociationFacts> association(int row) {
    int flow = columns.flow(row);
    SctpFlow.Numbers numbers = flow < 0 ? null : flows[flow].numbers();
    if (numbers == null || !columns.marked(row, Columns.ASSOCIATED)) {
      return Optional.empty();
    }
    int packed = columns.states(row);
    boolean client = fromClient(row);
    return Optional.of(
        new AssociationFacts(
            row,
            flow,
            client,
            AssociationTracker.packedClient(packed),
            AssociationTracker.packedServer(packed),
            client ? numbers.clientInitial() : numbers.serverInitial(),
            client ? numbers.serverInitial() : numbers.clientInitial(),
            numbers.clientTag(),
            numbers.serverTag(),
            columns.marked(row, Columns.STRAY),
            columns.sequence(row),
            columns.marked(row, Columns.LATE),
            columns.acknowledged(row),
            acknowledgedRoundTrip(row)));
  }

  @Override
  public boolean isSegment(int row) {
    return columns.marked(row, Columns.ANALYSED);
  }

  @Override
  public boolean isSettled(int row) {
    return !columns.marked(row, Columns.ANALYSED)
        || (!awaitsServer(row, columns.states(row)) || answers(row).toSyn().isKnown())
            && (!awaitsClient(row, columns.states(row)) || answers(row).toSynAck().isKnown());
  }

  @Override
  public int verdictBits(int row) {
    return columns.verdicts(row);
  }

  @Override
  public boolean isPlain(int row) {
    return columns.marked(row, Columns.PLAIN);
  }

  @Override
  public int flags(int row) {
    return columns.flags(row);
  }

  @Override
  public boolean maySelect(int row) {
    return columns.maySelect(row);
  }

  @Override
  public long rawSequence(int row) {
    return columns.rawSequence(row) & 0xffff_ffffL;
  }

  @Override
  public long rawAcknowledgment(int row) {
    return columns.rawAcknowledgment(row) & 0xffff_ffffL;
  }

  @Override
  public long relativeSequence(int row) {
    return columns.sequence(row) & 0xffff_ffffL;
  }

  @Override
  public long relativeAcknowledgment(int row) {
    return columns.acknowledgment(row) & 0xffff_ffffL;
  }

  @Override
  public int length(int row) {
    return columns.length(row);
  }

  @Override
  public long window(int row) {
    return columns.window(row) & 0xffff_ffffL;
  }

  @Override
  public TcpState clientState(int row) {
    return clientState(row, columns.states(row));
  }

  @Override
  public TcpState serverState(int row) {
    return serverState(row, columns.states(row));
  }

  @Override
  public String reason(int row) {
    return columns.marked(row, Columns.ANALYSED) && columns.verdicts(row) != 0
        ? reasons.of(row)
        : "";
  }

  /** What a SYN-ACK did at the other end shows only in the answer to it. */
  private TcpState clientState(int row, int packed) {
    return awaitsClient(row, packed)
        ? answers(row).afterSynAck()
        : StateTracker.packedClient(packed);
  }

  /** Likewise a SYN. */
  private TcpState serverState(int row, int packed) {
    if (!awaitsServer(row, packed)) {
      return StateTracker.packedServer(packed);
    }
    return switch (answers(row).toSyn()) {
      case ACCEPTED -> wasDiscarded(row) ? TcpState.LISTEN : TcpState.SYN_RECEIVED;
      case REFUSED -> TcpState.CLOSED;
      case NONE, MISSED -> TcpState.UNKNOWN;
    };
  }

  private boolean awaitsServer(int row, int packed) {
    return StateTracker.packedServer(packed) == TcpState.UNKNOWN
        && StateTracker.packedClient(packed) == TcpState.SYN_SENT
        && fromClient(row);
  }

  private boolean awaitsClient(int row, int packed) {
    return StateTracker.packedServer(packed) == TcpState.SYN_RECEIVED
        && StateTracker.packedClient(packed) == TcpState.ESTABLISHED
        && !fromClient(row);
  }

  private Answers answers(int row) {
    return flows[columns.flow(row)].answers();
  }

  /** Whether the recording says of a packet that it was lost after its capture. */
  private boolean wasDiscarded(int row) {
    return row > 0 && trace.event(row - 1, Discarded.class) != null;
  }

  private Set<Verdict> verdicts(int row) {
    int bits = columns.verdicts(row);
    if (bits == 0) {
      return Set.of();
    }
    EnumSet<Verdict> set = EnumSet.noneOf(Verdict.class);
    for (Verdict verdict : VERDICTS) {
      if ((bits & verdict.bit()) != 0) {
        set.add(verdict);
      }
    }
    return Set.copyOf(set);
  }

  private long acknowledgedRoundTrip(int row) {
    int sent = columns.acknowledged(row);
    if (sent < 0 || trace.time(sent) == Trace.NO_TIME || trace.time(row) == Trace.NO_TIME) {
      return -1;
    }
    return trace.time(row) - trace.time(sent);
  }

  Evidence.View evidence() {
    return evidence;
  }

  Flow.Summary flow(int row) {
    return flows[columns.flow(row)];
  }
}
