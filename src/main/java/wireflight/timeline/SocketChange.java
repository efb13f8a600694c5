package wireflight.timeline;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table of sockets, and what it was a step before.
 *
 * @param now the line; of a socket that is gone, its last one
 * @param before the line a step before; null for a socket that was not there
 * @param gone whether the socket is there no more
 */
public record SocketChange(SocketEntry now, @Nullable SocketEntry before, boolean gone) {
  /** Whether the step has changed anything of it. */
  public boolean changed() {
    return gone || !now.equals(before);
  }

  /** Whether the step has brought it about. */
  public boolean isNew() {
    return before == null;
  }
}
