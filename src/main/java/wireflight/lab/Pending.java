package wireflight.lab;

import org.jspecify.annotations.Nullable;
import wireflight.language.Saying;

/** A line of a lesson that was handed to its actor and is not done yet. */
final class Pending {
  /** The call that the actor's thread is in. */
  private record InKernel(String name, long thread, int socket, long since) {}

  private final Actor actor;
  private final @Nullable String accepted;
  private volatile @Nullable InKernel inKernel;

  /** A line for this actor, which perhaps gives another one of this name. */
  Pending(Actor actor, @Nullable String accepted) {
    this.actor = actor;
    this.accepted = accepted;
  }

  Actor actor() {
    return actor;
  }

  @Nullable String accepted() {
    return accepted;
  }

  /** Its actor's thread makes a call. */
  void enters(String name, long thread) {
    inKernel = new InKernel(name, thread, actor.descriptor(), System.nanoTime());
  }

  /** The call has returned. */
  void returned() {
    inKernel = null;
  }

  /** Whether a socket of this name cannot be used before it is done. */
  boolean concerns(String name) {
    return actor.name().equals(name) || name.equals(accepted);
  }

  /** Whether the kernel keeps its thread waiting. */
  boolean asleep(Stillness stillness) {
    InKernel now = inKernel;
    return now != null && stillness.asleep(now.thread, now.socket, System.nanoTime() - now.since);
  }

  @Override
  public String toString() {
    InKernel now = inKernel;
    return now == null
        ? Saying.english(Pending.class, "stillWorks", actor.name())
        : Saying.english(Pending.class, "stillIn", actor.name(), now.name);
  }
}
