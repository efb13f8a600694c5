package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ListRowsTest {
  private record Row(int key, int value) {}

  private final ObservableList<Row> rows = FXCollections.observableArrayList(rows(0, 400));
  private int changes;

  @Test
  void whatIsTheSameChangesNothing() {
    assertThat(changesTo(rows(0, 400))).isZero();
  }

  @Test
  void aNewRowIsOneChangeWhereverItComes() {
    for (int place : new int[] {0, 200, 400}) {
      List<Row> wanted = rows(0, 400);
      wanted.add(place, new Row(1000, 0));
      rows.setAll(rows(0, 400));
      assertThat(changesTo(wanted)).isEqualTo(1);
    }
  }

  @Test
  void aRowThatComesToTheFrontInAnothersPlaceMovesThoseTwoAlone() {
    List<Row> first = rows(0, 400);
    first.addFirst(first.remove(17));
    rows.setAll(first);
    List<Row> wanted = rows(0, 400);
    wanted.addFirst(wanted.remove(300));
    assertThat(changesTo(wanted)).isLessThanOrEqualTo(4);
  }

  @Test
  void aRowThatIsDifferentIsReplacedInItsPlace() {
    List<Row> wanted = rows(0, 400);
    wanted.set(3, new Row(3, 1));
    assertThat(changesTo(wanted)).isEqualTo(1);
  }

  @Test
  void anotherListComesAtOnce() {
    List<Row> wanted = rows(0, 400);
    Collections.shuffle(wanted, new Random(1));
    assertThat(changesTo(wanted)).isEqualTo(1);
  }

  @Property(tries = 300)
  void theRowsAreAlwaysThoseWanted(@ForAll Random random) {
    List<Row> all = rows(0, 60);
    for (int i = 0; i < 20; i++) {
      List<Row> wanted = new ArrayList<>();
      for (Row row : all) {
        if (random.nextInt(4) > 0) {
          wanted.add(new Row(row.key, random.nextInt(10) / 9));
        }
      }
      for (int moved = random.nextInt(4); moved > 0 && !wanted.isEmpty(); moved--) {
        Row row = wanted.remove(random.nextInt(wanted.size()));
        wanted.add(random.nextInt(wanted.size() + 1), row);
      }
      changesTo(wanted);
    }
  }

  private int changesTo(List<Row> wanted) {
    ListChangeListener<Row> listener = _ -> changes++;
    changes = 0;
    rows.addListener(listener);
    ListRows.bring(rows, wanted, Row::key);
    rows.removeListener(listener);
    assertThat(rows).isEqualTo(wanted);
    return changes;
  }

  private static List<Row> rows(int from, int to) {
    return new ArrayList<>(IntStream.range(from, to).mapToObj(key -> new Row(key, 0)).toList());
  }
}
