package wireflight.trace;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import wireflight.language.Language;
import wireflight.language.Saying;
import wireflight.language.Spoken;

/**
 * The place that a file was to go to does not take it: it is full, locked, or not there. Its
 * message says why, in English.
 */
public final class UnwrittenException extends IOException implements Spoken {
  private static final long serialVersionUID = 1;

  private final transient Saying saying;

  private UnwrittenException(String message, IOException cause, String key, Object... places) {
    super(message, cause);
    saying = Saying.of(UnwrittenException.class, key, places);
  }

  /** Of a file that was begun. */
  private static UnwrittenException unfinished(IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    String lower = reason.toLowerCase(Locale.ROOT);
    // What Linux and macOS, and what Windows says of it.
    boolean full = lower.contains("no space left") || lower.contains("not enough space");
    String message =
        reason + "; free some space there or choose another place (nothing was left behind)";
    return full
        ? new UnwrittenException(message, cause, "unwritten.full")
        : new UnwrittenException(message, cause, "unwritten.other", reason);
  }

  /** Of a file that could not be made in a folder: says what is wrong with the folder. */
  static UnwrittenException unmade(Path folder, FileSystemException cause) {
    return switch (cause) {
      case NoSuchFileException e ->
          new UnwrittenException(
              "there is no folder " + folder, e, "unwritten.noFolder", folder.toString());
      case AccessDeniedException e ->
          new UnwrittenException(
              "nothing may be written in the folder " + folder,
              e,
              "unwritten.locked",
              folder.toString());
      default -> {
        String reason = cause.getReason() == null ? cause.toString() : cause.getReason();
        if (reason.toLowerCase(Locale.ROOT).contains("read-only")) {
          yield new UnwrittenException(
              folder + ": " + reason, cause, "unwritten.locked", folder.toString());
        }
        yield new UnwrittenException(
            folder + ": " + reason, cause, "unwritten.unmade", folder.toString(), reason);
      }
    };
  }

  /** Of a name that a folder has already. */
  static UnwrittenException taken(Path folder) {
    return new UnwrittenException(
        "there is a folder of this name",
        new FileAlreadyExistsException(folder.toString()),
        "unwritten.taken");
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
    if (cause instanceof FileAlreadyExistsException) {
      return failure.getMessage() + "; choose another name with -o";
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
        throw unfinished(e);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw unfinished(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw unfinished(e);
      }
    }
  }
}
