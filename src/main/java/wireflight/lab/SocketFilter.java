package wireflight.lab;

import java.util.List;

/**
 * A classic BPF program for a socket (SO_ATTACH_FILTER): tells which packets the kernel throws away
 * before its TCP or UDP sees them. Anybody may attach one; it sees the packet from its transport
 * header on, and may look back at the IP header.
 *
 * <p>The same program can be {@linkplain #discards run here} on the bytes of a captured packet, so
 * what is recorded as lost is what the kernel decided.
 *
 * @param instructions in order; empty stands for no filter
 */
record SocketFilter(List<Instruction> instructions) {
  static final SocketFilter NONE = new SocketFilter(List.of());

  /** Classes, sizes and modes of instructions (linux/bpf_common.h). */
  static final int LOAD_BYTE = 0x30;

  static final int LOAD_HALF = 0x28;
  static final int LOAD_LENGTH = 0x80;
  static final int ADD = 0x04;
  static final int SUBTRACT_X = 0x1c;
  static final int MULTIPLY = 0x24;
  static final int AND = 0x54;
  static final int SHIFT_RIGHT = 0x74;
  static final int EXCLUSIVE_OR_X = 0xac;
  static final int TO_X = 0x07;
  static final int JUMP_IF_EQUAL = 0x15;
  static final int JUMP_IF_AT_LEAST = 0x35;
  static final int RETURN = 0x06;

  /** Added to an offset that counts from the IP header (SKF_NET_OFF). */
  static final int NETWORK = -0x100000;

  /**
   * One instruction.
   *
   * @param code what it does
   * @param ifTrue how many instructions a jump passes over where its condition holds
   * @param ifFalse and where it does not
   * @param operand a constant, or an offset
   */
  record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

  /** Whether the kernel throws this packet away where the program is attached. */
  boolean discards(Sighting packet) {
    int a = 0;
    int x = 0;
    int at = 0;
    while (at < instructions.size()) {
      Instruction now = instructions.get(at++);
      int k = now.operand;
      switch (now.code) {
        case LOAD_BYTE -> a = packet.unsignedByte(k, NETWORK);
        case LOAD_HALF ->
            a = packet.unsignedByte(k, NETWORK) << 8 | packet.unsignedByte(k + 1, NETWORK);
        case LOAD_LENGTH -> a = packet.length();
        case ADD -> a += k;
        case SUBTRACT_X -> a -= x;
        case MULTIPLY -> a *= k;
        case AND -> a &= k;
        case SHIFT_RIGHT -> a >>>= k;
        case EXCLUSIVE_OR_X -> a ^= x;
        case TO_X -> x = a;
        case JUMP_IF_EQUAL -> at += a == k ? now.ifTrue : now.ifFalse;
        case JUMP_IF_AT_LEAST ->
            at += Integer.compareUnsigned(a, k) >= 0 ? now.ifTrue : now.ifFalse;
        case RETURN -> {
          return k == 0;
        }
        default -> throw new IllegalStateException("no such instruction: " + now);
      }
    }
    return false;
  }
}
