package wireflight.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The actors of a lab, by their names. Any thread may use it. */
final class Actors {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Actor> actors = new LinkedHashMap<>();

  /** Adds an actor, in the place of one of its name. */
  void add(Actor actor) {
    lock.lock();
    try {
      actors.put(actor.name(), actor);
    } finally {
      lock.unlock();
    }
  }

  /** The one of a name; null where there is none. */
  @Nullable Actor named(String name) {
    lock.lock();
    try {
      return actors.get(name);
    } finally {
      lock.unlock();
    }
  }

  /** All there are now, in the order in which their names were first used. */
  List<Actor> all() {
    lock.lock();
    try {
      return List.copyOf(actors.values());
    } finally {
      lock.unlock();
    }
  }
}
