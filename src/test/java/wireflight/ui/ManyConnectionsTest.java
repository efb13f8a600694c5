package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.file;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import wireflight.connection.Connection;
import wireflight.timeline.Recordings;
import wireflight.ui.ConnectionGroups.Group;
import wireflight.ui.ConnectionGroups.Member;
import wireflight.ui.ConnectionGroups.Row;

/** A recording with hundreds of connections, in which one is looked for. */
class ManyConnectionsTest {
  @TempDir Path folder;

  private WindowFixture fixture;
  private FxRobot robot;

  @BeforeEach
  void open() throws IOException {
    fixture = new WindowFixture(1280, 800, true);
    robot = new FxRobot();
    fixture.open(file(folder, "crowd.pcapng", Recordings.crowd(400)));
    fixture.seek(1_000_000);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void theyStandUnderTheServersPortWithItsServiceAndHowManyThereAre() {
    assertThat(rows().filter(Group.class::isInstance).map(row -> ((Group) row).name()))
        .containsExactly(":443 https", ":587 submission", ":5432 postgresql");
    assertThat(groups()).extracting(Group::count).containsExactly(134, 133, 133);
    assertThat(rows().filter(Member.class::isInstance)).hasSize(400);
  }

  @Test
  void aPortIsClosedAndOpenedByClickAndByKey() {
    robot.clickOn(":443 https");
    assertThat(groups().getFirst().open()).isFalse();
    assertThat(rows().filter(Member.class::isInstance)).hasSize(266);
    robot.type(KeyCode.ENTER);
    assertThat(groups().getFirst().open()).isTrue();
    assertThat(rows().filter(Member.class::isInstance)).hasSize(400);
  }

  @Test
  void theButtonTurnsTheGroupsOff() {
    robot.clickOn("#by-port");
    assertThat(((ToggleButton) fixture.find("#by-port")).isSelected()).isFalse();
    assertThat(rows()).hasSize(400).allMatch(Member.class::isInstance);
  }

  @Test
  void aServiceAnAddressAPortAndAStateFindTheirConnectionsAndTheirPanels() {
    robot.push(KeyCode.CONTROL, KeyCode.G);
    assertThat(fx(() -> ((TextField) fixture.find("#connection-filter")).isFocused())).isTrue();
    type("postgresql");
    assertThat(members()).hasSize(133).allMatch(it -> it.server().port() == 5432);
    type("10.0.1.9 established");
    assertThat(members())
        .isNotEmpty()
        .allMatch(it -> it.client().address().toString().startsWith("10.0.1.9"));
    type(":40007");
    assertThat(members()).singleElement().matches(it -> it.client().port() == 40007);
    assertThat(panels()).isEqualTo(members());
    type("time-wait");
    assertThat(members()).isEmpty();
    assertThat(panels()).isEmpty();
    assertThat(title()).contains("0 of 400");
    robot.type(KeyCode.ESCAPE);
    assertThat(members()).hasSize(400);
    assertThat(fx(() -> fixture.find("#diagram").isFocused())).isTrue();
  }

  @Test
  void whatIsFoundIsChosenByTheArrowsAndNarrowsTheViews() {
    robot.push(KeyCode.CONTROL, KeyCode.G);
    type(":40007");
    robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN);
    fixture.settle();
    assertThat(fx(() -> fixture.window.session().shown().focus()))
        .isEqualTo(members().getFirst().index());
  }

  @Test
  void noPanelIsMadeForAConnectionThatIsOnlyMeasured() {
    List<ListCell<?>> measured =
        fx(
            () ->
                fixture.find("#cards").lookupAll(".card-cell").stream()
                    .<ListCell<?>>map(ListCell.class::cast)
                    .filter(ListParts::isOnlyMeasured)
                    .toList());
    assertThat(measured).isNotEmpty();
    for (ListCell<?> cell : measured) {
      // In one go: a layout in between takes the row away from the cell again.
      Measured now =
          fx(
              () -> {
                cell.updateIndex(300);
                return new Measured(cell.getItem(), cell.getGraphic(), cell.prefHeight(-1));
              });
      assertThat(now.item).isNotNull();
      assertThat(now.graphic).isNull();
      assertThat(now.height).isPositive();
    }
  }

  /** What a cell has that stands for a row, and how high it is. */
  private record Measured(@Nullable Object item, @Nullable Node graphic, double height) {}

  @Test
  void aViewInWhichNothingHappensKeepsItsBars() {
    ScrollBar down = (ScrollBar) fx(() -> fixture.find("#diagram").lookup(".scroll-bar:vertical"));
    List<Boolean> changes = new ArrayList<>();
    fx(() -> down.visibleProperty().addListener((_, _, now) -> changes.add(now)));
    for (int i = 0; i < 3; i++) {
      fx(() -> ((Parent) fixture.find("#diagram")).requestLayout());
      fixture.layOut();
    }
    assertThat(fx(down::isVisible)).isTrue();
    assertThat(changes).isEmpty();
  }

  @Test
  void anotherRecordingIsShownWhole() throws IOException {
    type("postgresql");
    fixture.open(file(folder, "h.pcapng", Recordings.handshake()));
    assertThat(members()).hasSize(1);
    assertThat(fixture.shows("#connection-filter")).isFalse();
  }

  private void type(String words) {
    fx(() -> ((TextField) fixture.find("#connection-filter")).setText(words));
    fixture.settle();
  }

  private String title() {
    return fx(
        () ->
            ((Labeled) fixture.stage.getScene().getRoot().lookup("#connections-title")).getText());
  }

  private Stream<Row> rows() {
    return fx(() -> items((ListView<?>) fixture.find("#connections"), Row.class).stream());
  }

  private List<Group> groups() {
    return rows().filter(Group.class::isInstance).map(Group.class::cast).toList();
  }

  private List<Connection> members() {
    return rows().filter(Member.class::isInstance).map(row -> ((Member) row).connection()).toList();
  }

  private List<Connection> panels() {
    return fx(() -> items((ListView<?>) fixture.find("#cards"), Member.class)).stream()
        .map(Member::connection)
        .toList();
  }

  private static <T> List<T> items(ListView<?> list, Class<T> type) {
    return list.getItems().stream().map(type::cast).toList();
  }
}
