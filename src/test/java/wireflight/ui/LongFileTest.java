package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.file;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.connection.Analyzer;
import wireflight.connection.ReadingAhead;
import wireflight.drawing.Fonts;
import wireflight.language.Language;
import wireflight.timeline.Script;

/** A capture so long that its beginning is on show before the rest is read. */
class LongFileTest {
  private static final int PACKETS = 150_000;

  @TempDir Path folder;

  private final RecordingFiles files =
      new RecordingFiles(Fonts.bundled(), new Texts(Language.ENGLISH));
  private final CountDownLatch rest = new CountDownLatch(1);
  private WindowFixture fixture;
  private Session session;
  private Path capture;

  @BeforeEach
  void write() throws IOException {
    fixture = new WindowFixture(1280, 800, true);
    session = fixture.window.session();
    Script script = new Script();
    for (int i = 0; i < PACKETS; i++) {
      script.after(100).udp("10.0.0.1:5000", "10.0.0.2:53", "question");
    }
    capture = file(folder, "long.pcapng", script);
  }

  @AfterEach
  void close() {
    rest.countDown();
    fixture.close();
  }

  @Test
  void allOfItComesOnShow() {
    fixture.open(capture);
    assertThat(fx(() -> shown().timeline().steps())).isEqualTo(PACKETS);
    assertThat(fx(() -> shown().notice())).isNull();
    assertThat(fx(() -> session.files().recent())).containsExactly(capture);
  }

  @Test
  void aShortOneHasNoBeginningOfItsOwn() throws IOException {
    Path small =
        file(folder, "short.pcapng", new Script().udp("10.0.0.1:5000", "10.0.0.2:53", "x"));
    assertThat(files.beginning(small, "short", Language.ENGLISH)).isEmpty();
  }

  @Test
  void itsBeginningCanBeLookedAtAndTheRestComesWithoutMovingThePlayhead() throws IOException {
    Source beginning = beginning();
    ReadingAhead.Result read =
        ReadingAhead.read(capture, Analyzer.Points.SEPARATE, (_, _) -> true, _ -> {});
    Source whole = new Source("long", read.recording(), read.analyzer());
    begin(beginning, () -> session.onShow().complete(whole));
    assertThat(fx(() -> shown().timeline().steps())).isBetween(1_000, PACKETS / 2);
    fixture.seek(1_000);
    fx(() -> session.onShow().focus(0));
    WindowFixture.await(() -> Objects.requireNonNull(shown().showing()).focus() == 0);
    fx(() -> session.onShow().select(700));
    rest.countDown();
    fixture.settle();
    assertThat(fx(() -> shown().timeline().steps())).isEqualTo(PACKETS);
    assertThat(fx(() -> shown().position())).isEqualTo(1_000);
    assertThat(fx(() -> shown().focus())).isZero();
    assertThat(fx(() -> shown().selectedRow())).isEqualTo(700);
  }

  @Test
  void whoCancelsKeepsTheBeginningAndIsToldSo() throws IOException {
    begin(beginning(), () -> {});
    int steps = fx(() -> shown().timeline().steps());
    fx(() -> session.tasks().cancel());
    fixture.settle();
    assertThat(fx(() -> shown().timeline().steps())).isEqualTo(steps);
    assertThat(fx(() -> shown().notice()).sentence()).isEqualTo("cancelled");
  }

  private Source beginning() throws IOException {
    return files.beginning(capture, "long", Language.ENGLISH).orElseThrow();
  }

  /** Work that has a beginning to show, and whose rest comes when the test lets it. */
  private void begin(Source beginning, Runnable then) {
    Notice cancelled = new Notice(Notice.Kind.WARNING, "cancelled");
    fx(
        () ->
            session
                .tasks()
                .begin(
                    "reading",
                    self -> {
                      self.offer(
                          new Work.Offer(() -> session.onShow().replace(beginning), cancelled));
                      rest.await();
                      return then;
                    },
                    failure -> {
                      throw new AssertionError(failure);
                    }));
    WindowFixture.await(() -> shown().showing() != null);
  }

  private Shown shown() {
    return session.shown();
  }
}
