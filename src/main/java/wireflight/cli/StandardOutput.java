package wireflight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Where data goes: the process's standard output, without a print stream's detours. */
final class StandardOutput {
  private StandardOutput() {}

  /** Something that writes data. */
  interface Body {
    /** Writes all of it. */
    void write(OutputStream out) throws IOException;
  }

  /** Runs a body; a reader who went away early ({@code | head}) is no failure. */
  static void write(Body body) {
    // Not closed: standard output stays open for the process.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    try {
      body.write(out);
    } catch (IOException e) {
      forgive(e);
    } catch (UncheckedIOException e) {
      forgive(Objects.requireNonNull(e.getCause()));
    }
  }

  private static void forgive(IOException e) {
    if (!"Broken pipe".equals(e.getMessage())) {
      throw new Failure("standard output cannot be written: " + e.getMessage());
    }
  }
}
