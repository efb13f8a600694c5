package wireflight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import wireflight.trace.ReadProblem;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** Opens captures that a person names, and tells what was wrong with them. */
final class CaptureInput {
  private CaptureInput() {}

  /** The trace of a file; a file that cannot be opened is a {@link Failure}. */
  static Trace open(Path file) {
    try {
      return Recording.open(file);
    } catch (NoSuchFileException e) {
      throw new Failure(file + ": there is no such file");
    } catch (IOException e) {
      String message = e.getMessage();
      throw new Failure(message == null ? file + " cannot be read" : message);
    }
  }

  /** Reports what could not be read; the exit code that follows from it. */
  static int report(Trace trace, PrintWriter complaints) {
    for (ReadProblem problem : trace.problems()) {
      complaints.println(
          "wireflight: "
              + problem.source()
              + ": at byte "
              + problem.offset()
              + ": "
              + problem.message());
    }
    return trace.problems().isEmpty() ? 0 : 1;
  }
}
