package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.await;
import static wireflight.ui.WindowFixture.fx;
import static wireflight.ui.WindowFixture.pcapng;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;
import wireflight.ui.ConnectionGroups.Group;

/** A run with many connections, of which more and more comes while a person looks at it. */
class LiveCrowdTest {
  private static final int MANY = 40;

  private final List<String> changes = new ArrayList<>();
  private WindowFixture fixture;
  private byte[] sent;

  @BeforeEach
  void open() {
    fixture = new WindowFixture(1280, 800, true);
    fixture.choose("Two datagrams");
    fx(() -> fixture.window.session().runs().run());
    await(() -> shown().live());
    sent = new byte[0];
    send(Recordings.crowd(MANY));
    await(() -> connections() == MANY);
    fx(() -> fixture.window.session().playhead().seek(MANY));
    fixture.layOut();
    watch("#cards");
    watch("#connections");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void morePacketsOfWhatIsKnownLeaveListsAndPanelsAsTheyAre() {
    Script more = Recordings.crowd(MANY);
    for (int i = 0; i < MANY; i++) {
      String from = "10.0.0." + (i + 2) + ":" + (40000 + i);
      more.tcp(from, "10.9.0.1:" + new int[] {443, 587, 5432}[i % 3], "PA", 200, 901, "more");
    }
    int packets = shown().timeline().steps();
    send(more);
    await(() -> shown().timeline().steps() == packets + MANY);
    fixture.layOut();
    assertThat(changes).isEmpty();
  }

  @Test
  void aNewConnectionIsPutBesideTheOthers() {
    send(Recordings.crowd(MANY + 1));
    await(() -> connections() == MANY + 1 && shown().timeline().steps() % 5 == 0);
    fixture.layOut();
    assertThat(changes)
        .filteredOn(change -> change.contains("rows"))
        .containsExactlyInAnyOrder(
            "#cards: 0 rows go, 1 rows come",
            "#connections: 0 rows go, 1 rows come",
            "#connections: 1 rows go, 1 rows come");
    assertThat(group(":443 https")).isEqualTo(14);
  }

  @Test
  void theStateOfWhatHasGrownIsSeenAtThePlayhead() {
    Script more = Recordings.crowd(MANY);
    more.tcp("10.0.0.2:40000", "10.9.0.1:443", "R", 200, 0, "");
    send(more);
    int reset = shown().timeline().steps() + 1;
    await(() -> shown().timeline().steps() == reset);
    fx(() -> fixture.window.session().playhead().seek(reset));
    fixture.layOut();
    assertThat(fixture.shows("#cards")).isTrue();
    assertThat(
            fx(
                () ->
                    fixture.find("#connections").lookupAll(".connection-state").stream()
                        .map(label -> ((javafx.scene.control.Label) label).getText())
                        .toList()))
        .contains("CLOSED");
  }

  /** Sends what a script has beyond what was sent. */
  private void send(Script script) {
    byte[] whole = pcapng(script);
    fixture.runner.send(Arrays.copyOfRange(whole, sent.length, whole.length));
    assertThat(Arrays.copyOf(whole, sent.length)).isEqualTo(sent);
    sent = whole;
  }

  /** Writes down whatever has a list laid out anew. */
  private void watch(String id) {
    ListView<?> list = (ListView<?>) fixture.find(id);
    fx(
        () -> {
          list.getItems()
              .addListener(
                  (ListChangeListener<Object>)
                      change -> {
                        while (change.next()) {
                          changes.add(
                              "%s: %d rows go, %d rows come"
                                  .formatted(id, change.getRemovedSize(), change.getAddedSize()));
                        }
                      });
          list.needsLayoutProperty()
              .addListener(
                  (_, _, needed) -> {
                    if (needed) {
                      changes.add(id + " is laid out anew");
                    }
                  });
        });
  }

  private int group(String name) {
    return fx(
        () ->
            ((ListView<?>) fixture.find("#connections"))
                .getItems().stream()
                    .filter(Group.class::isInstance)
                    .map(Group.class::cast)
                    .filter(group -> group.name().equals(name))
                    .mapToInt(Group::count)
                    .sum());
  }

  private int connections() {
    Showing showing = shown().showing();
    return showing == null ? 0 : showing.connections().size();
  }

  private Shown shown() {
    return fixture.window.session().shown();
  }
}
