package wireflight.lab;

/** On which network a worker makes its sockets. */
public enum Network {
  /** One of its own where this machine allows it, else the machine's loopback. */
  BEST,
  /** A network of its own, which nobody else is on (Linux). */
  OWN,
  /** The loopback interface of this machine, as every other program sees it. */
  LOOPBACK
}
