package wireflight.lab;

/**
 * A socket that a person drives by hand, as far as its recorded calls tell.
 *
 * @param name what the person calls it
 * @param kind what it is
 * @param stage how far it has come
 * @param local its own address; empty while it has none
 * @param foreign the other end's address; empty while there is none
 * @param busy the call that it is still in, as in {@code recv}; empty while it is free
 */
public record SandboxSocket(
    String name, SocketKind kind, Stage stage, String local, String foreign, String busy) {

  /** How far a socket has come in the life that the sockets API gives it. */
  public enum Stage {
    /** Made, and nothing else. */
    NEW,
    /** Has an address of its own. */
    BOUND,
    /** Takes connections. */
    LISTENING,
    /** Has another end: bytes can go both ways, or datagrams to one address without naming it. */
    CONNECTED,
    /** Has ended its own direction; the other end may still send. */
    WRITING_ENDED,
    /** Its connection was reset or is gone; all that is left is to close it. */
    BROKEN,
    /** Closed. */
    CLOSED
  }

  /** Whether a call can be made on it now. */
  public boolean free() {
    return busy.isEmpty() && stage != Stage.CLOSED;
  }

  SandboxSocket in(Stage next) {
    return new SandboxSocket(name, kind, next, local, foreign, busy);
  }

  SandboxSocket busyIn(String call) {
    return new SandboxSocket(name, kind, stage, local, foreign, call);
  }

  SandboxSocket named(String from, String to) {
    return new SandboxSocket(name, kind, stage, from, to, busy);
  }
}
