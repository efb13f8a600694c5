package wireflight.trace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes a file whole or not at all.
 *
 * <p>The bytes go to a hidden file beside the target, which takes the target's place only when all
 * of them are there; what stood there before stays until then. Devices and pipes are written
 * directly.
 */
public final class AtomicFile {
  /** Writes what the file is to hold. */
  @FunctionalInterface
  public interface Body {
    /** Writes to a stream that the caller closes. */
    void writeTo(OutputStream out) throws IOException;
  }

  private AtomicFile() {}

  /**
   * Writes the target anew.
   *
   * @throws UnwrittenException if the place does not take the file; says why
   * @throws IOException if it cannot be written for another reason; either way the target is then
   *     as it was
   */
  public static void write(Path target, Body body) throws IOException {
    if (Files.isDirectory(target)) {
      throw UnwrittenException.taken(target);
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (OutputStream out = buffered(Files.newOutputStream(target))) {
        body.writeTo(out);
      }
      return;
    }
    // A link stays a link: what it points to is replaced.
    Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    Path part = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (OutputStream out = buffered(create(part))) {
        body.writeTo(out);
      }
      move(part, real);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static OutputStream buffered(OutputStream out) {
    return new BufferedOutputStream(UnwrittenException.telling(out));
  }

  /** Says what is wrong with the folder, not with a file of which nobody knows. */
  private static OutputStream create(Path part) throws IOException {
    Path folder = Objects.requireNonNull(part.getParent(), "only the root has none");
    try {
      return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
    } catch (FileSystemException e) {
      throw UnwrittenException.unmade(folder, e);
    }
  }

  private static void move(Path part, Path real) throws IOException {
    try {
      Files.move(part, real, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, real, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
