package wireflight.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is made when there is something to put into it. */
final class LateFile extends OutputStream {
  private final Path path;
  private @Nullable OutputStream file;

  LateFile(Path path) {
    this.path = path;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (file == null) {
      try {
        file = Files.newOutputStream(path);
      } catch (IOException e) {
        throw new Failure(
            path + " cannot be written: choose a file in a folder you may write to.", e);
      }
    }
    file.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (file != null) {
      file.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
