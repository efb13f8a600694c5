package wireflight.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.connection.Endpoint;
import wireflight.connection.Services;

/** Names lifelines: by the actor whose calls are known, else by the role in the connection. */
final class LifelineNames {
  private LifelineNames() {}

  /**
   * The finished lifelines.
   *
   * @param drafts in order
   * @param socketsKnown whether the recording has calls, so that an end that refuses and has no
   *     calls is no socket at all
   */
  static List<Lifeline> named(List<LifelineDraft> drafts, boolean socketsKnown, Words words) {
    boolean oneServer = drafts.stream().filter(draft -> bare(draft) && draft.server).count() == 1;
    boolean oneClient = drafts.stream().filter(draft -> bare(draft) && !draft.server).count() == 1;
    int servers = 0;
    int clients = 0;
    List<Lifeline> lifelines = new ArrayList<>(drafts.size());
    for (LifelineDraft draft : drafts) {
      SocketLife life = draft.principal();
      String name;
      if (life != null) {
        name = life.actor;
      } else if (draft.refused && socketsKnown) {
        name = words.get("lifeline.none");
      } else if (draft.server) {
        name = role("lifeline.server", oneServer ? 0 : ++servers, words);
      } else {
        name = role("lifeline.client", oneClient ? 0 : ++clients, words);
      }
      lifelines.add(lifeline(draft, life, name));
    }
    return List.copyOf(lifelines);
  }

  /** With a number where there are several. */
  private static String role(String key, int number, Words words) {
    return number == 0 ? words.get(key) : words.get(key + ".numbered", Words.plain(number));
  }

  private static boolean bare(LifelineDraft draft) {
    return draft.lives.isEmpty();
  }

  private static Lifeline lifeline(LifelineDraft draft, @Nullable SocketLife life, String name) {
    Endpoint endpoint = draft.endpoint;
    return new Lifeline(
        draft.index,
        name,
        endpoint == null ? "" : endpoint.toString(),
        endpoint == null || !draft.listens() ? "" : Services.name(endpoint.port(), draft.transport),
        life == null ? "" : life.device,
        life == null ? 0 : life.process,
        draft.transport);
  }
}
