package wireflight.lab;

/** Whom {@code connect} and {@code sendto} speak to. */
public sealed interface Target {
  /** The address that another socket of the lesson is bound to. */
  record Socket(String actor) implements Target {}

  /** An address written out. */
  record At(Address address) implements Target {}
}
