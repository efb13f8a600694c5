package wireflight.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import wireflight.wire.Device;
import wireflight.wire.Wire;

/**
 * The lab's two devices and their wire, made when something first asks for them. Any thread may use
 * it.
 */
final class Devices implements AutoCloseable {
  private final Recorder recorder;
  private final List<Sockets> sockets = new ArrayList<>();
  private volatile @Nullable Wire wire;

  Devices(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * The wire.
   *
   * @throws Refused where this machine does not allow one
   */
  synchronized Wire wire() throws Refused {
    Wire known = wire;
    if (known != null) {
      return known;
    }
    try {
      Wire made = Wire.open(recorder.rows()::add);
      wire = made;
      for (Device device : made.devices()) {
        recorder.capture(device);
        sockets.add(new LinuxSockets(device.call(SocketDiagnosis::new)));
      }
      return made;
    } catch (IOException e) {
      throw new Refused("noWire", String.valueOf(e.getMessage()));
    }
  }

  /** A device by its number, 1 or 2. */
  Device device(int number) throws Refused {
    return wire().device(number);
  }

  /** The sockets of a device, for threads that have entered it. */
  Sockets sockets(int number) throws Refused {
    Wire _ = wire();
    return sockets.get(number - 1);
  }

  void give(WireOrder order, ToIntFunction<String> ports) throws Refused {
    order.give(wire(), ports);
  }

  /** Whether packets are held, so that nothing goes on before somebody decides. */
  boolean holding() {
    Wire known = wire;
    return known != null && !known.held(Wire.From.BOTH).isEmpty();
  }

  /** Whether there is a wire, on which everything takes longer than on a loopback interface. */
  boolean used() {
    return wire != null;
  }

  /** Whether no packet is on its way. */
  boolean idle() {
    Wire known = wire;
    return known == null || known.idle();
  }

  @Override
  public void close() {
    Wire known = wire;
    if (known != null) {
      known.close();
    }
  }
}
