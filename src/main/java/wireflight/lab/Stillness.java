package wireflight.lab;

/** Tells whether the kernel keeps a thread waiting. */
interface Stillness {
  /** A number by which the calling thread is known to {@link #asleep}. */
  long thread();

  /**
   * Whether a thread that entered a call sleeps in it until something else happens.
   *
   * @param thread its {@link #thread()}
   * @param socket the socket that the call was made on
   * @param forNanos how long ago the call was entered
   */
  boolean asleep(long thread, int socket, long forNanos);
}
