package wireflight.application;

/** Is told the byte streams of one TCP connection, each in order and each byte once. */
public interface StreamListener {
  /** The next bytes of a direction; they start where the last chunk or gap of it ended. */
  void data(boolean fromClient, Chunk chunk);

  /**
   * Bytes that were not captured and will not be told.
   *
   * @param offset where they start in the stream
   * @param length how many they are, at least 1
   */
  void gap(boolean fromClient, long offset, long length);

  /** The direction ends: with a FIN, or because the recording is over. Told once. */
  void end(boolean fromClient);
}
