package wireflight.application;

/**
 * A parser of both directions of a connection.
 *
 * <p>It reads from the inboxes what it can and leaves what it cannot use yet; it may hand the
 * connection over to another dialogue, which then finds the rest. It never throws for what it
 * reads, keeps a bounded amount, and goes over each byte a bounded number of times.
 */
interface Dialogue {
  /** Reads from a direction's inbox, which has something new. */
  void read(boolean fromClient, Inbox in);

  /** Bytes that were never captured follow on everything in the inbox, which is unusable rest. */
  void gap(boolean fromClient, Inbox in, long length);

  /** Nothing more will come in a direction. */
  void end(boolean fromClient, Inbox in);
}
