package wireflight.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder for the temporary files of this process and of those that it starts, so that nothing
 * of them stays behind however they end.
 *
 * <p>The process that made it holds a lock on a file in it, which the system takes back when the
 * process is gone. It removes the folder when it ends by itself; what a killed one has left, no
 * lock holds any more, and the next to make a folder removes it. A process whose {@code
 * java.io.tmpdir} is such a folder, because the launcher made it or the process that started this
 * one, uses that one. Any thread may call.
 */
public final class TemporaryFolder {
  private static final String PREFIX = "wireflight-tmp-";
  private static final String LOCK = "lock";
  private static final String OWNED = "in use\n";

  /** One without a lock is only just being made, or was left so. */
  private static final Duration BEING_MADE = Duration.ofMinutes(1);

  /** Something may put a file into a folder that is being removed. */
  private static final int MOST_PASSES = 5;

  private TemporaryFolder() {}

  /**
   * This process's own; made, and others' leavings removed, when first asked for.
   *
   * @throws IOException if there can be none
   */
  public static Path own() throws IOException {
    return Made.own();
  }

  /** The one that this process shares with the process that started it; empty where it has none. */
  private static Optional<Path> given() {
    Path folder = parent();
    Path name = folder.getFileName();
    return name != null && name.toString().startsWith(PREFIX)
        ? Optional.of(folder)
        : Optional.empty();
  }

  private static Path parent() {
    return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
  }

  /**
   * Takes over the one that the launcher has made for this process, if it has.
   *
   * @throws IOException if it cannot be used
   */
  public static void takeGiven() throws IOException {
    if (given().isPresent()) {
      Path _ = own();
    }
  }

  /** Removes the folder that was shared with a process which can no longer do so itself. */
  public static void removeGiven() {
    given().ifPresent(TemporaryFolder::remove);
  }

  /** Makes it once. */
  private static final class Made {
    private static @Nullable Path folder;

    private Made() {}

    static synchronized Path own() throws IOException {
      Path known = folder;
      if (known == null) {
        known = given().isPresent() ? adopt(given().get()) : make();
        folder = known;
      }
      return known;
    }

    private static Path adopt(Path given) throws IOException {
      for (int attempt = 0; attempt <= MOST_PASSES; attempt++) {
        try {
          Files.createDirectories(given);
          FileChannel lock = lockFile(given);
          if (taken(lock)) {
            if (Files.exists(given.resolve(LOCK))) {
              keep(given, lock);
              return given;
            }
          } else if (lock.size() > 0) {
            lock.close(); // it belongs to the process that started this one
            return given;
          } else {
            FileLock _ = lock.lock();
          }
          // Another process took it for something left, in the moment it was made, and removes it.
          lock.close();
        } catch (NoSuchFileException e) {
          // It was removed in between, and is made anew.
        }
      }
      throw new IOException(given + ", a folder for temporary files, cannot be locked");
    }

    private static Path make() throws IOException {
      for (int attempt = 0; ; attempt++) {
        Path made = Files.createTempDirectory(PREFIX);
        FileChannel lock = lockFile(made);
        if (taken(lock)) {
          keep(made, lock);
          return made;
        }
        lock.close(); // another process took it for something left, in the moment it was made
        if (attempt == MOST_PASSES) {
          throw new IOException(made + ", a folder for temporary files, cannot be locked");
        }
      }
    }

    /** Nobody but the owner writes into the file, which tells the owner from who only looks. */
    private static void keep(Path own, FileChannel lock) throws IOException {
      int _ = lock.write(ByteBuffer.wrap(OWNED.getBytes(StandardCharsets.US_ASCII)));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(own, lock), "temporary folder"));
      removeLeft(own);
    }

    private static void end(Path folder, FileChannel lock) {
      try {
        empty(folder, LOCK);
        lock.close(); // Windows removes no file that is open
        remove(folder);
      } catch (IOException e) {
        return; // the next to make one removes it
      }
    }
  }

  private static FileChannel lockFile(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Whether it could be locked, as nobody holds it. */
  private static boolean taken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // this process itself holds it
    }
  }

  /** Removes what killed processes left beside a folder. */
  private static void removeLeft(Path own) {
    Path beside = own.getParent();
    if (beside == null) {
      return;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(beside, PREFIX + "*")) {
      for (Path folder : all) {
        if (!folder.equals(own) && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          try {
            removeIfLeft(folder, own);
          } catch (IOException e) {
            // It is somebody else's, or just gone.
          }
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // what is left there can be left for longer
    }
  }

  private static void removeIfLeft(Path folder, Path own) throws IOException {
    if (!Files.exists(folder.resolve(LOCK))) {
      Duration older =
          Duration.between(
              Files.getLastModifiedTime(folder).toInstant(),
              Files.getLastModifiedTime(own).toInstant());
      if (older.compareTo(BEING_MADE) > 0) {
        Files.delete(folder); // which fails if it holds anything: then it is none of ours
      }
      return;
    }
    try (FileChannel lock = lockFile(folder)) {
      if (!taken(lock)) {
        return;
      }
      empty(folder, LOCK);
      // Under the lock: whoever waits for it must not find the file that goes with it.
      Files.delete(folder.resolve(LOCK));
    }
    Files.deleteIfExists(folder); // which fails if somebody has taken it into use again
  }

  /** Removes a folder and what is in it, as far as that can be done. */
  private static void remove(Path folder) {
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      try {
        empty(folder, "");
        Files.deleteIfExists(folder);
        return;
      } catch (DirectoryNotEmptyException e) {
        // Something was put there meanwhile.
      } catch (IOException e) {
        return; // the next to make one removes it
      }
    }
  }

  private static void empty(Path folder, String except) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path each : all) {
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          empty(each, "");
        }
        if (!except.equals(String.valueOf(each.getFileName()))) {
          Files.deleteIfExists(each);
        }
      }
    }
  }
}
