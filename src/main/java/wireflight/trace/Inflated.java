package wireflight.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import wireflight.language.Saying;

/**
 * Reads captures that are compressed with gzip, through a temporary file that goes away again. Byte
 * offsets count in the decompressed bytes.
 */
final class Inflated {
  private static final int BUFFER = 1 << 16;

  /** Captures seldom shrink to less than a tenth; a file that grows by more than this is a bomb. */
  private static final long MOST_GROWTH = 100;

  /** What a file may grow to however small it is: 1 GiB. */
  private static final long ALWAYS = 1L << 30;

  private Inflated() {}

  /**
   * Inflates a file and reads its rows, as far as it grows to no more than a hundred times its size
   * or 1 GiB, and to no more than half of the free space; what would be beyond is a problem.
   */
  static Recording read(Path path, ReadProgress progress, int windowSize) throws IOException {
    return read(path, progress, windowSize, Math.max(ALWAYS, MOST_GROWTH * Files.size(path)));
  }

  /** As {@link #read(Path, ReadProgress, int)}, up to so many bytes of decompressed data. */
  static Recording read(Path path, ReadProgress progress, int windowSize, long most)
      throws IOException {
    Path spool = Files.createTempFile(TemporaryFolder.own(), "inflated", ".capture");
    try {
      long room = Files.getFileStore(spool).getUsableSpace() / 2;
      @Nullable Saying problem =
          most <= room
              ? inflate(path, spool, progress, most, "gzip.more.usual")
              : inflate(path, spool, progress, room, "gzip.more.room");
      try (MappedFile file = MappedFile.open(spool, windowSize)) {
        return Recording.of(file, path + " (decompressed)", progress, problem);
      }
    } finally {
      delete(spool);
    }
  }

  /**
   * Gives one sentence on what went wrong with the compressed data, null if nothing did.
   *
   * @param more the key of what is said of a file that grows beyond {@code most} bytes
   */
  private static @Nullable Saying inflate(
      Path path, Path spool, ReadProgress progress, long most, String more) throws IOException {
    try (FileChannel source = FileChannel.open(path);
        OutputStream out = Files.newOutputStream(spool)) {
      InputStream in;
      try {
        in = new GZIPInputStream(Channels.newInputStream(source), BUFFER);
      } catch (IOException e) {
        return ReadProblem.saying("gzip.header");
      }
      long size = source.size();
      long done = 0;
      byte[] buffer = new byte[BUFFER];
      while (true) {
        int count;
        try {
          count = in.read(buffer);
        } catch (IOException e) {
          return ReadProblem.saying("gzip.data");
        }
        if (count < 0) {
          return null;
        }
        out.write(buffer, 0, (int) Math.min(count, most - done));
        done += count;
        if (done >= most) {
          return ReadProblem.saying(more, most);
        } else if (!progress.read(source.position(), size)) {
          return ReadProblem.saying("gzip.stopped");
        }
      }
    }
  }

  private static void delete(Path spool) {
    try {
      Files.deleteIfExists(spool);
    } catch (IOException e) {
      // Windows cannot delete what is mapped; then it goes when the program ends.
      spool.toFile().deleteOnExit();
    }
  }
}
