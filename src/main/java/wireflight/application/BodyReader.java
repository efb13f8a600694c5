package wireflight.application;

/** Looks for messages in the body of one direction of an HTTP/2 stream. */
interface BodyReader {
  /** The next bytes of the body: consumes them, on behalf of the frame as well. */
  void data(Inbox in, int count, Carrier frame);

  /** Bytes of the body were not captured. */
  void gap(long length);

  /** The body is over; {@code why} says what cut it off, and is empty for an ordinary end. */
  void end(String why);

  /** A body that nothing is looked for in. */
  BodyReader PLAIN =
      new BodyReader() {
        @Override
        public void data(Inbox in, int count, Carrier frame) {
          in.consume(count, frame);
        }

        @Override
        public void gap(long length) {}

        @Override
        public void end(String why) {}
      };
}
