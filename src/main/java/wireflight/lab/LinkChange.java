package wireflight.lab;

import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import wireflight.wire.Link;
import wireflight.wire.Wire;

/**
 * A line that changes how the wire carries packets from now on.
 *
 * @param which the directions that it is about
 * @param setting makes the new way of carrying from the one so far
 */
record LinkChange(Wire.From which, UnaryOperator<Link> setting) implements WireOrder {
  @Override
  public void give(Wire wire, ToIntFunction<String> ports) {
    wire.change(which, setting);
  }
}
