package wireflight.lab;

import static wireflight.lab.SocketFilter.ADD;
import static wireflight.lab.SocketFilter.AND;
import static wireflight.lab.SocketFilter.EXCLUSIVE_OR_X;
import static wireflight.lab.SocketFilter.JUMP_IF_AT_LEAST;
import static wireflight.lab.SocketFilter.JUMP_IF_EQUAL;
import static wireflight.lab.SocketFilter.LOAD_BYTE;
import static wireflight.lab.SocketFilter.LOAD_HALF;
import static wireflight.lab.SocketFilter.LOAD_LENGTH;
import static wireflight.lab.SocketFilter.MULTIPLY;
import static wireflight.lab.SocketFilter.NETWORK;
import static wireflight.lab.SocketFilter.RETURN;
import static wireflight.lab.SocketFilter.SHIFT_RIGHT;
import static wireflight.lab.SocketFilter.SUBTRACT_X;
import static wireflight.lab.SocketFilter.TO_X;

import java.util.ArrayList;
import java.util.List;
import wireflight.lab.SocketFilter.Instruction;

/**
 * Writes a {@link SocketFilter}, clause by clause: a packet is thrown away if all conditions of one
 * clause hold. A condition that fails goes on to the next clause.
 */
final class SocketFilterBuilder {
  /** Where the flags of a TCP header stand, and its length in words of four bytes. */
  private static final int TCP_FLAGS = 13;

  private static final int TCP_OFFSET = 12;
  private static final int IDENTIFICATION = NETWORK + 4;
  private static final int EVERYTHING = -1;

  private final List<Instruction> code = new ArrayList<>();

  /** The place of each condition of the present clause, and whether it fails when it is true. */
  private final List<Condition> conditions = new ArrayList<>();

  private record Condition(int at, boolean failsIfTrue) {}

  /** TCP: of the flags in the mask exactly these are set. */
  SocketFilterBuilder flags(int mask, int set) {
    add(LOAD_BYTE, TCP_FLAGS);
    add(AND, mask);
    return condition(JUMP_IF_EQUAL, set, false);
  }

  /** TCP: whether there is data. */
  SocketFilterBuilder data(boolean some) {
    add(LOAD_BYTE, TCP_OFFSET);
    add(AND, 0xf0);
    add(SHIFT_RIGHT, 2);
    add(TO_X, 0);
    add(LOAD_LENGTH, 0);
    add(SUBTRACT_X, 0);
    return condition(JUMP_IF_EQUAL, 0, some);
  }

  /** IPv4: the identification, which Linux counts up with each packet of a connected socket. */
  SocketFilterBuilder identification(int number) {
    add(LOAD_HALF, IDENTIFICATION);
    return condition(JUMP_IF_EQUAL, number & 0xffff, false);
  }

  /** IPv4: chance, as {@link Dice} throws it for the packets after the one of this number. */
  SocketFilterBuilder chance(int identification, Dice dice) {
    add(LOAD_HALF, IDENTIFICATION);
    add(ADD, -identification - 1);
    add(AND, 0xffff);
    add(MULTIPLY, Dice.SPREAD);
    add(ADD, dice.start());
    for (int shift : Dice.SHIFTS) {
      add(TO_X, 0);
      add(SHIFT_RIGHT, shift);
      add(EXCLUSIVE_OR_X, 0);
      add(MULTIPLY, Dice.STIR);
    }
    return condition(JUMP_IF_AT_LEAST, dice.limit(), true);
  }

  /** Ends a clause. */
  SocketFilterBuilder discard() {
    add(RETURN, 0);
    for (Condition condition : conditions) {
      Instruction jump = code.get(condition.at);
      int over = code.size() - condition.at - 1;
      code.set(
          condition.at,
          new Instruction(
              jump.code(),
              condition.failsIfTrue ? over : 0,
              condition.failsIfTrue ? 0 : over,
              jump.operand()));
    }
    conditions.clear();
    return this;
  }

  /** The program; no filter at all where there was no clause. */
  SocketFilter filter() {
    if (code.isEmpty()) {
      return SocketFilter.NONE;
    }
    List<Instruction> whole = new ArrayList<>(code);
    whole.add(new Instruction(RETURN, 0, 0, EVERYTHING));
    return new SocketFilter(List.copyOf(whole));
  }

  private SocketFilterBuilder condition(int jump, int operand, boolean failsIfTrue) {
    conditions.add(new Condition(code.size(), failsIfTrue));
    add(jump, operand);
    return this;
  }

  private void add(int operation, int operand) {
    code.add(new Instruction(operation, 0, 0, operand));
  }
}
