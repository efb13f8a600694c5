package wireflight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  @TempDir Path folder;

  /** A recording of more than 8 MiB, so that it is mapped and takes several chunks. */
  private static byte[] large() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordingWriter writer = new RecordingWriter(out)) {
      writer.addCapturePoint("lo", "", LinkType.ETHERNET, 0);
      ByteBuffer packet = ByteBuffer.wrap(Samples.packet(3, 1700));
      for (int i = 0; i < 5500; i++) {
        writer.write(Samples.T0 + i, 0, 1700, packet, 0, 1000 + i % 700);
      }
    }
    return out.toByteArray();
  }

  @Test
  void anEventOfARecordingThatGrowsIsReadOnce() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordingWriter writer = new RecordingWriter(out)) {
      writer.write(new LessonStep(Samples.T0, "A lesson", 1, "What it tells."));
    }
    Recording recording = Recording.follow("test");
    recording.append(out.toByteArray());
    Event event = recording.snapshot().event(0);
    assertThat(event).isEqualTo(Recording.open(file("e.pcapng", out.toByteArray())).event(0));
    recording.append(out.toByteArray());
    assertThat(recording.snapshot().size()).isEqualTo(2);
    assertThat(recording.snapshot().event(0)).isSameAs(event);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void aFileReadsAlikeMappedOrInPiecesOfAnySize() throws IOException {
    byte[] bytes = large();
    Trace whole = Recording.open(file("large.pcapng", bytes));
    assertThat(whole.size()).isEqualTo(5500);
    assertThat(whole.problems()).isEmpty();
    assertThat(whole.growing()).isFalse();

    for (int piece : new int[] {977, 65536, 3_000_000}) {
      Recording recording = Recording.follow("pieces");
      for (int at = 0; at < bytes.length; at += piece) {
        recording.append(ByteBuffer.wrap(bytes, at, Math.min(piece, bytes.length - at)));
      }
      recording.finish();
      assertThat(Samples.rows(recording.snapshot())).isEqualTo(Samples.rows(whole));
    }
  }

  @Test
  void windowsMeetWithoutLosingARow() throws IOException {
    byte[] bytes = Samples.recording();
    Path file = file("small.pcapng", bytes);
    for (int window : new int[] {12, 100, 333, bytes.length}) {
      Recording recording = Recording.read(file, ReadProgress.UNHEARD, window);
      assertThat(recording.snapshot().problems()).isEmpty();
      assertThat(Samples.rows(recording.snapshot())).isEqualTo(Samples.rows(Samples.read(bytes)));
      Path copy = folder.resolve("copy");
      recording.saveTo(copy);
      assertThat(copy).hasBinaryContent(bytes);
    }
  }

  @Test
  void aGrowingRecordingShowsWholeBlocksAndItsTracesNeverChange() throws IOException {
    byte[] bytes = Samples.recording();
    Recording recording = Recording.follow("live");
    Trace before = recording.snapshot();
    long revision = recording.revision();
    recording.append(Arrays.copyOf(bytes, bytes.length / 2));
    Trace half = recording.snapshot();
    Object rows = Samples.rows(half);

    assertThat(recording.revision()).isNotEqualTo(revision);
    assertThat(before.size()).isZero();
    assertThat(half.size()).isBetween(1, 9);
    assertThat(half.growing()).isTrue();
    assertThat(half.problems()).isEmpty();
    assertThat(recording.snapshot()).isSameAs(half);

    recording.append(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
    revision = recording.revision();
    recording.finish();
    recording.finish();
    assertThat(recording.revision()).isNotEqualTo(revision);
    assertThat(recording.snapshot().size()).isEqualTo(10);
    assertThat(recording.snapshot().growing()).isFalse();
    assertThat(recording.snapshot().problems()).isEmpty();
    assertThat(Samples.rows(half)).isEqualTo(rows);
    assertThatThrownBy(() -> recording.append(bytes)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSnapshotMayBeReadWhileTheRecordingGrows() throws Exception {
    byte[] bytes = large();
    Recording recording = Recording.follow("live");
    Thread reader =
        Thread.ofPlatform().start(() -> recording.readFrom(new ByteArrayInputStream(bytes)));
    Trace trace;
    int checked = 0;
    do {
      trace = recording.snapshot();
      for (; checked < trace.size(); checked++) {
        assertThat(trace.time(checked)).isEqualTo(Samples.T0 + checked);
        assertThat(trace.frame(checked).data().get(trace.frame(checked).offset()))
            .isEqualTo((byte) 3);
      }
    } while (trace.growing());
    reader.join();
    assertThat(recording.snapshot().size()).isEqualTo(5500);
  }

  @Test
  void aStreamThatBreaksOffKeepsWhatCameAndSaysWhy() throws IOException {
    byte[] bytes = Samples.recording();
    InputStream broken =
        new ByteArrayInputStream(bytes, 0, bytes.length - 10) {
          @Override
          public int read(byte[] into) throws IOException {
            int count = super.read(into);
            if (count < 0) {
              throw new IOException("the worker died");
            }
            return count;
          }
        };
    Recording recording = Recording.follow("worker");
    recording.readFrom(broken);

    Trace trace = recording.snapshot();
    assertThat(trace.growing()).isFalse();
    assertThat(trace.size()).isEqualTo(10);
    assertThat(trace.problems()).hasSize(2);
    assertThat(trace.problems().getLast().message()).contains("the worker died");
    Path saved = folder.resolve("saved.pcapng");
    recording.saveTo(saved);
    assertThat(Recording.open(saved).problems()).as("whole blocks only").isEmpty();
    assertThat(Recording.open(saved).size()).isEqualTo(10);
  }

  @Test
  void aSavedRecordingHasTheVeryBytesThatWereRead() throws IOException {
    byte[] bytes = large();
    Recording live = Recording.follow("live");
    live.append(bytes);
    Path saved = folder.resolve("saved.pcapng");
    live.saveTo(saved);
    assertThat(saved).hasBinaryContent(bytes);

    Recording opened = Recording.read(saved, ReadProgress.UNHEARD);
    opened.saveTo(saved);
    assertThat(saved).as("onto itself").hasBinaryContent(bytes);
    assertThat(opened.snapshot().frame(5499).bytes()).startsWith(3, 4, 5);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(saved);
    }
  }

  @Test
  void gzipIsReadAsWhatItHolds() throws IOException {
    byte[] bytes = Samples.recording();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    Trace trace = Recording.open(file("x.pcapng.gz", packed.toByteArray()));
    assertThat(trace.problems()).isEmpty();
    assertThat(Samples.rows(trace)).isEqualTo(Samples.rows(Samples.read(bytes)));

    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() * 2 / 3);
    Trace less = Recording.open(file("cut.pcapng.gz", cut));
    assertThat(less.size()).isBetween(1, 9);
    assertThat(less.problems().getLast().message()).contains("gzip");

    Trace bounded =
        Inflated.read(folder.resolve("x.pcapng.gz"), ReadProgress.UNHEARD, 1 << 20, 1000)
            .snapshot();
    assertThat(bounded.size()).isBetween(1, 9);
    assertThat(bounded.problems().getLast().message()).contains("1000 bytes");
    assertThat(Recording.open(file("head.gz", new byte[] {0x1f, (byte) 0x8b, 1, 2})).problems())
        .isNotEmpty();
  }

  @Test
  void readingCanBeWatchedAndStopped() throws IOException {
    Path file = file("large.pcapng", Samples.recording());
    AtomicInteger calls = new AtomicInteger();
    Recording stopped =
        Recording.read(
            file,
            (done, all) -> {
              calls.incrementAndGet();
              assertThat(done).isBetween(1L, all);
              return false;
            },
            400);
    assertThat(calls).hasValue(1);
    assertThat(stopped.snapshot().size()).isBetween(1, 9);
    assertThat(stopped.snapshot().problems()).hasSize(1);
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeSo() {
    Path missing = folder.resolve("missing.pcapng");
    assertThatThrownBy(() -> Recording.open(missing))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> Recording.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("folder");
  }

  @Test
  void whatIsNoCaptureSaysWhatItStartsWith() throws IOException {
    assertThat(Recording.open(file("empty", new byte[0])).problems())
        .extracting(ReadProblem::message)
        .containsExactly("It is empty: there is not one byte to read.");
    assertThat(Recording.open(file("text", "hello, world".getBytes(UTF_8))).problems())
        .extracting(ReadProblem::message)
        .singleElement()
        .asString()
        .contains("68 65 6c 6c");
    assertThat(Recording.open(file("short", new byte[] {0x0a, 0x0d})).problems())
        .extracting(ReadProblem::message)
        .singleElement()
        .asString()
        .contains("only 2 bytes");
    assertThat(
            Recording.open(file("z", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0}))
                .problems())
        .extracting(ReadProblem::message)
        .singleElement()
        .asString()
        .contains("zstd");
  }

  @Test
  void aFileThatIsStillBeingWrittenIsReadAsFarAsItGoes() throws IOException {
    byte[] bytes = Samples.recording();
    Path file = folder.resolve("growing.pcapng");
    try (OutputStream out = Files.newOutputStream(file);
        FollowedFile followed = FollowedFile.open(file)) {
      assertThat(followed.poll()).isFalse();
      out.write(bytes, 0, 500);
      assertThat(followed.poll()).isTrue();
      assertThat(followed.poll()).isFalse();
      int rows = followed.recording().snapshot().size();
      assertThat(rows).isBetween(1, 9);
      out.write(bytes, 500, bytes.length - 500);
      assertThat(followed.poll()).isTrue();
      followed.recording().finish();
      assertThat(followed.recording().snapshot().size()).isEqualTo(10);
      assertThat(followed.recording().snapshot().growing()).isFalse();
    }
  }
}
