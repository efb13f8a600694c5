package wireflight.wire;

import java.io.IOException;

/** Opens a wire with what rights the process has, and says that this went well. */
final class OpenedWire {
  static final String OPEN = "open";

  private OpenedWire() {}

  /** No arguments. */
  public static void main(String[] arguments) throws IOException {
    try (Wire wire = Wire.open(_ -> {})) {
      System.out.print(wire.devices().size() == 2 ? OPEN : "");
    }
  }
}
