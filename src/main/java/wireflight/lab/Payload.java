package wireflight.lab;

import java.nio.charset.StandardCharsets;

/** What {@code send} and {@code sendto} send. */
public sealed interface Payload {
  /** How many bytes they are. */
  int size();

  /** The bytes themselves. */
  byte[] bytes();

  /** Text, sent as UTF-8. */
  record Text(String text) implements Payload {
    @Override
    public int size() {
      return bytes().length;
    }

    @Override
    public byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** So many bytes, the letters a to z over and over, so that their order can be seen. */
  record Count(int size) implements Payload {
    @Override
    public byte[] bytes() {
      byte[] bytes = new byte[size];
      for (int i = 0; i < size; i++) {
        bytes[i] = (byte) ('a' + i % 26);
      }
      return bytes;
    }
  }
}
