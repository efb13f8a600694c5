package wireflight.trace;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wireflight.language.Saying;

/**
 * A recording: a file that was opened, or bytes that still arrive from a run.
 *
 * <p>Either way {@link #snapshot()} gives what is there so far as an immutable {@link Trace}, and
 * {@link #saveTo} writes the very bytes that were read. Every method may be called from any thread;
 * one thread at a time should append. Malformed bytes never throw: they end up in {@link
 * Trace#problems()}.
 */
public final class Recording {
  private static final int WINDOW = 1 << 30;
  private static final int BUFFER = 1 << 16;

  /**
   * What grows is gone through anew with all that comes, and most of what that takes would be to
   * read the same journal rows again. Those of a run that goes on for hours would fill the memory.
   */
  private static final int KEPT_EVENTS = 1 << 16;

  private final Rows rows;
  private final @Nullable StreamStore stream;
  private final @Nullable MappedFile file;
  private volatile long revision;
  private boolean growing;
  private Trace latest;
  private long latestRevision;

  private Recording(Rows rows, @Nullable StreamStore stream, @Nullable MappedFile file) {
    this.rows = rows;
    this.stream = stream;
    this.file = file;
    this.growing = stream != null;
    this.latest = rows.snapshot(growing);
    this.revision = rows.revision();
    this.latestRevision = revision;
  }

  /**
   * Reads a whole capture file: pcapng, pcap or snoop, also compressed with gzip.
   *
   * @throws IOException if the file is not there or cannot be read; a file that is no sound capture
   *     gives a trace with problems instead
   */
  public static Trace open(Path path) throws IOException {
    return read(path, ReadProgress.UNHEARD).snapshot();
  }

  /** As {@link #open(Path)}, with progress, and as a recording that can be saved again. */
  public static Recording read(Path path, ReadProgress progress) throws IOException {
    return read(path, progress, WINDOW);
  }

  static Recording read(Path path, ReadProgress progress, int windowSize) throws IOException {
    if (!Files.exists(path)) {
      throw new FileNotFoundException(path + ": there is no such file");
    } else if (Files.isDirectory(path)) {
      throw new IOException(path + ": this is a folder, not a file");
    } else if (!Files.isReadable(path)) {
      throw new IOException(path + ": this file may not be read by this user");
    } else if (!Files.isRegularFile(path)) {
      Recording recording = follow(path.toString());
      try (InputStream in = Files.newInputStream(path)) {
        recording.readFrom(in);
      }
      return recording;
    }
    try (MappedFile file = MappedFile.open(path, windowSize)) {
      ByteBuffer start = file.start();
      return FileFormat.isGzip(start, start.limit())
          ? Inflated.read(path, progress, windowSize)
          : of(file, path.toString(), progress, null);
    }
  }

  /** Reads rows from an opened file; the sentence, if any, says what is wrong at its end. */
  static Recording of(
      MappedFile file, String source, ReadProgress progress, @Nullable Saying problem) {
    Rows rows = new Rows(source);
    file.read(rows, progress);
    if (problem != null) {
      rows.addProblem(file.size(), problem);
    }
    return new Recording(rows, null, file);
  }

  /**
   * An empty recording that grows by {@link #append} or {@link #readFrom}.
   *
   * @param source where the bytes come from, as its problems shall name it
   */
  public static Recording follow(String source) {
    Rows rows = new Rows(source, KEPT_EVENTS);
    return new Recording(rows, new StreamStore(rows), null);
  }

  /**
   * Takes bytes as they arrive, in pieces of any size.
   *
   * @throws IllegalStateException after {@link #finish}
   */
  public void append(ByteBuffer bytes) {
    if (!offer(bytes)) {
      throw new IllegalStateException("the recording is finished");
    }
  }

  private synchronized boolean offer(ByteBuffer bytes) {
    if (growing) {
      Objects.requireNonNull(stream).append(bytes);
      revision = rows.revision();
    }
    return growing;
  }

  /** As {@link #append(ByteBuffer)}. */
  public void append(byte[] bytes) {
    append(ByteBuffer.wrap(bytes));
  }

  /**
   * Appends what a stream gives until it ends or somebody calls {@link #finish}, then finishes; for
   * a thread of the caller's. A stream that breaks off becomes a problem of the trace.
   */
  public void readFrom(InputStream in) {
    byte[] buffer = new byte[BUFFER];
    try {
      int count = in.read(buffer);
      while (count >= 0 && offer(ByteBuffer.wrap(buffer, 0, count))) {
        count = in.read(buffer);
      }
      finish();
    } catch (IOException e) {
      finish(ReadProblem.saying("problem.broken", String.valueOf(e.getMessage())));
    }
  }

  /** No more bytes will come: a last record that was cut off is now a problem. Again: nothing. */
  public void finish() {
    finish(null);
  }

  /** As {@link #finish()}, with one more problem to tell of if there is one. */
  synchronized void finish(@Nullable Saying problem) {
    if (growing) {
      growing = false;
      Objects.requireNonNull(stream).end();
      if (problem != null) {
        rows.addProblem(Objects.requireNonNull(stream).size(), problem);
      }
      latest = rows.snapshot(false);
      revision = rows.revision() + 1; // that it no longer grows is news too
    }
  }

  /** What is there so far; cheap, and the same object while nothing has changed. */
  public synchronized Trace snapshot() {
    if (growing && latestRevision != revision) {
      latest = rows.snapshot(true);
      latestRevision = revision;
    }
    return latest;
  }

  /** Changes whenever a new {@link #snapshot()} would show something new; never waits. */
  public long revision() {
    return revision;
  }

  /**
   * Writes the bytes as they were read, through a file beside it. Of a recording that still grows,
   * or was cut off, the whole records.
   */
  public void saveTo(Path path) throws IOException {
    Extent.save(extents(), path);
  }

  private synchronized List<Extent> extents() {
    return file != null ? file.extents() : Objects.requireNonNull(stream).extents();
  }
}
