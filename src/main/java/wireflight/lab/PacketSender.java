package wireflight.lab;

import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import wireflight.lab.Words.Word;
import wireflight.wire.Wire;

/**
 * Who sends the packets that a line for the wire is about: {@code from device 1}, or a socket;
 * where it says nothing, both devices.
 *
 * @param socket the socket's name; empty where it is a device's or both devices' packets
 */
record PacketSender(Wire.From from, String socket) {

  /**
   * Reads it from where the words of a line have come to.
   *
   * @param devices the number of each socket's device, by the socket's name
   */
  static PacketSender read(LineWords words, WireWords values, Map<String, Integer> devices)
      throws LessonError {
    if (!values.skip("from")) {
      return new PacketSender(Wire.From.BOTH, "");
    }
    Word word = values.word("expected.from");
    if (word.is("device")) {
      values.next();
      int device = deviceNumber(words, values.at());
      values.next();
      return new PacketSender(of(device), "");
    }
    Integer known = devices.get(word.text());
    if (known == null) {
      throw values.hinted(word.text(), devices.keySet(), "notOnDevice", word.text());
    }
    values.next();
    return new PacketSender(of(known), word.text());
  }

  /** The 1 or 2 of {@code device 1} at an index. */
  static int deviceNumber(LineWords words, int index) throws LessonError {
    String number = words.word(index, "expected.device").text();
    if (!number.equals("1") && !number.equals("2")) {
      throw words.error(index + 1, "noDeviceNumber", number);
    }
    return Integer.parseInt(number);
  }

  /** The socket's port when it is asked for, which {@code ports} gives by its name; else 0. */
  IntSupplier port(ToIntFunction<String> ports) {
    return socket.isEmpty() ? () -> 0 : () -> ports.applyAsInt(socket);
  }

  private static Wire.From of(int device) {
    return device == 1 ? Wire.From.DEVICE_1 : Wire.From.DEVICE_2;
  }
}
