package wireflight.timeline;

import org.jspecify.annotations.Nullable;
import wireflight.connection.SctpState;
import wireflight.connection.TcpState;

/**
 * What is kept of every row: two bytes.
 *
 * <p>Enum values are packed by their ordinals, which never leave this object.
 */
@SuppressWarnings("EnumOrdinal") // two bytes a row instead of objects; nothing is stored on disk
final class RowMarks {
  private static final StepKind[] KINDS = StepKind.values();

  private final byte[] kinds;
  private final byte[] states;

  RowMarks(int rows) {
    kinds = new byte[rows];
    states = new byte[rows];
  }

  int rows() {
    return kinds.length;
  }

  /** The kind of the step that a row ends; null where it ends none. */
  @Nullable StepKind kind(int row) {
    return kinds[row] == 0 ? null : KINDS[kinds[row] - 1];
  }

  boolean isStep(int row) {
    return kinds[row] != 0;
  }

  void step(int row, StepKind kind) {
    kinds[row] = (byte) (kind.ordinal() + 1);
  }

  void noStep(int row) {
    kinds[row] = 0;
  }

  /** The client's state before a segment; {@link TcpState#UNKNOWN} before the first. */
  TcpState clientBefore(int row) {
    return TcpState.ofCode(states[row] >> 4 & 0xf);
  }

  /** The server's state before a segment. */
  TcpState serverBefore(int row) {
    return TcpState.ofCode(states[row] & 0xf);
  }

  /** The client's state before a packet of an SCTP association. */
  SctpState associationClientBefore(int row) {
    return SctpState.ofCode(states[row] >> 4 & 0xf);
  }

  /** The server's. */
  SctpState associationServerBefore(int row) {
    return SctpState.ofCode(states[row] & 0xf);
  }

  void before(int row, byte packed) {
    states[row] = packed;
  }

  /** Lets a packet that repeats a lost one find its receiver as the lost one would have. */
  void receiverAsAt(int lost, int row, boolean fromClient) {
    int mask = fromClient ? 0xf : 0xf0;
    states[row] = (byte) (states[row] & ~mask | states[lost] & mask);
  }

  static byte pack(TcpState client, TcpState server) {
    return (byte) (client.code() << 4 | server.code());
  }

  static byte pack(SctpState client, SctpState server) {
    return (byte) (client.code() << 4 | server.code());
  }
}
