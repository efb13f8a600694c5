package wireflight.trace;

/**
 * The packet in the next row was thrown away on purpose: a filter on the receiving socket (Linux
 * SO_ATTACH_FILTER) discarded it, after it was captured and before the kernel's TCP or UDP saw it.
 *
 * @param time the packet's own
 * @param socket whose filter it was
 * @param order what the filter was told to lose ({@code data 3}, {@code syn}, {@code 20% seed 7})
 */
public record Discarded(long time, SocketName socket, String order) implements Event {
  @Override
  public String message() {
    return "lost on purpose: the next packet is captured, then the filter on "
        + socket.actor()
        + " discards it (lose "
        + order
        + ")";
  }
}
