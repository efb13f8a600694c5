package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.language.Language;
import wireflight.timeline.Recordings;
import wireflight.trace.ReadProgress;
import wireflight.trace.Recording;

/** What is opened is understood before it is shown, with progress, as long as it is wanted. */
class SourceTest {
  @TempDir Path folder;

  private Source open() throws IOException {
    Path file = WindowFixture.file(folder, "crowd.pcapng", Recordings.crowd(6000));
    return new Source("crowd", Recording.read(file, ReadProgress.UNHEARD));
  }

  @Test
  void itTellsHowFarItIsAndHasItsMeaningAtOnce() throws IOException {
    Source source = open();
    List<Double> shares = new ArrayList<>();
    source.begin(Language.GERMAN, shares::add);
    assertThat(shares).hasSizeGreaterThan(1).isSorted().allMatch(share -> share >= 0 && share < 1);
    Showing showing = source.poll().orElseThrow();
    assertThat(showing.connections()).hasSize(6000);
    assertThat(showing.timeline().language()).isEqualTo(Language.GERMAN);
    assertThat(source.poll()).isEmpty();
    assertThat(source.pending()).isFalse();
  }

  @Test
  void itEndsWhereItIsNoLongerWanted() throws IOException {
    Source source = open();
    List<Double> shares = new ArrayList<>();
    assertThatThrownBy(
            () -> source.begin(Language.ENGLISH, share -> shares.add(share) && share == 0))
        .isInstanceOf(CancellationException.class);
    assertThat(shares).hasSize(2);
  }
}
