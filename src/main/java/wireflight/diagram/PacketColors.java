package wireflight.diagram;

import wireflight.drawing.Color;
import wireflight.drawing.Palette;
import wireflight.timeline.Moment;

/** The colours that stand for the kinds of packets, in the ladder and wherever steps are shown. */
public final class PacketColors {
  private PacketColors() {}

  /** The colour of a packet that arrives. */
  public static Color of(Moment.Kind kind, Palette palette) {
    return switch (kind) {
      case OPENING -> palette.opening();
      case DATA -> palette.data();
      case ACKNOWLEDGMENT -> palette.acknowledgment();
      case CLOSING -> palette.closing();
      case RESET, ERROR -> palette.error();
      case DATAGRAM -> palette.datagram();
      case OTHER -> palette.neutral();
    };
  }
}
