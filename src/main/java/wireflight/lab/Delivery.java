package wireflight.lab;

/** Waits for the capture. */
@FunctionalInterface
interface Delivery {
  /** Returns when every packet that was sent before is delivered, or will hardly be any more. */
  void await() throws InterruptedException;
}
