package wireflight.trace;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import wireflight.language.Language;
import wireflight.language.Saying;
import wireflight.language.Spoken;

/**
 * The place that a file was to go to did not take its bytes: it is full, or gone. Its message says
 * what to do next on the command line, in English.
 */
public final class UnwrittenException extends IOException implements Spoken {
  private static final long serialVersionUID = 1;

  private final transient Saying saying;

  private UnwrittenException(IOException cause) {
    super(
        cause.getMessage()
            + "; free some space there or choose another place (nothing was left behind)",
        cause);
    String reason = String.valueOf(cause.getMessage());
    String lower = reason.toLowerCase(Locale.ROOT);
    // What Linux and macOS, and what Windows says of it.
    boolean full = lower.contains("no space left") || lower.contains("not enough space");
    saying =
        full
            ? Saying.of(UnwrittenException.class, "unwritten.full")
            : Saying.of(UnwrittenException.class, "unwritten.other", reason);
  }

  /** Why, and what to do in the window, without a full stop. */
  @Override
  public String in(Language language) {
    return saying.in(language);
  }

  /** The same stream, whose failures tell what to do next; reading failures stay what they are. */
  static OutputStream telling(OutputStream out) {
    return new Telling(out);
  }

  /** Why a file was not written, and what to do next on the command line, in English. */
  public static String advice(IOException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof AccessDeniedException) {
      return failure.getMessage() + "; choose another one with -o (nothing was left behind)";
    }
    if (cause instanceof NoSuchFileException) {
      return failure.getMessage() + "; make it first or choose another one with -o";
    }
    return String.valueOf(failure.getMessage());
  }

  private static final class Telling extends FilterOutputStream {
    private Telling(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      try {
        out.write(value);
      } catch (IOException e) {
        throw new UnwrittenException(e);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw new UnwrittenException(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw new UnwrittenException(e);
      }
    }
  }
}
