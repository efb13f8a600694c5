package wireflight.lab;

import java.net.InetAddress;
import wireflight.wire.Device;

/**
 * Where a socket lives.
 *
 * @param device the number of its device on the wire; 0 for this machine's loopback
 */
record Residence(int device) {
  static final Residence LOOPBACK = new Residence(0);

  /** Whether it is one of the two devices. */
  boolean onWire() {
    return device != 0;
  }

  /** What people call it. */
  String name() {
    return device == 0 ? "this machine" : "Device " + device;
  }

  /** Its own address. */
  InetAddress address(boolean ipv6) {
    return device == 0
        ? InetAddress.ofLiteral(ipv6 ? "::1" : "127.0.0.1")
        : ipv6 ? Device.ipv6(device) : Device.ipv4(device);
  }

  /** Where somebody else is found: on the other device, or on the loopback as everybody. */
  Residence other() {
    return device == 0 ? this : new Residence(3 - device);
  }
}
