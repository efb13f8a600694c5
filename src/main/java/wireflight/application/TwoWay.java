package wireflight.application;

/**
 * A dialogue that reads each direction by itself.
 *
 * @param <P> what reads one direction
 */
abstract class TwoWay<P extends TwoWay.Parser> implements Dialogue {
  /** Reads one direction of a connection. */
  interface Parser {
    /** Takes as much of the bytes as it can make sense of by now. */
    void read(Inbox in);

    /** Bytes that come next were not captured. */
    void gap(Inbox in, long length);

    /** The stream ends. */
    void end(Inbox in);
  }

  /** What reads one direction. */
  abstract P parser(boolean fromClient);

  @Override
  public void read(boolean fromClient, Inbox in) {
    parser(fromClient).read(in);
  }

  @Override
  public void gap(boolean fromClient, Inbox in, long length) {
    parser(fromClient).gap(in, length);
  }

  @Override
  public void end(boolean fromClient, Inbox in) {
    parser(fromClient).end(in);
  }
}
