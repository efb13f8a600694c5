package wireflight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.ReadingAhead;
import wireflight.trace.ReadProblem;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** The capture that a person names: opens it, and tells what was wrong with it. */
final class CaptureInput {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec command;

  @Parameters(paramLabel = "FILE", description = "A pcapng or pcap file, also compressed.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private Path file;

  Path file() {
    return file;
  }

  /** Its trace; a file that cannot be opened is a {@link Failure}. */
  Trace open() {
    try {
      return Recording.open(file);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * What it means, told now and then before the end; a file that cannot be opened is a {@link
   * Failure}.
   */
  Analysis analyze(Analyzer.Points points, Consumer<Analysis> told) {
    try {
      return ReadingAhead.analyze(file, points, told);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Failure unreadable(IOException e) {
    String message = e.getMessage();
    return new Failure(message == null ? file + " cannot be read" : message);
  }

  /** The number of a connection of its analysis; another number is a {@link Failure}. */
  int connection(Analysis analysis, int number) {
    int count = analysis.connections().size();
    if (number < 0 || number >= count) {
      throw new Failure(
          count == 0
              ? "--connection: there is no connection in " + file
              : "--connection: the numbers in "
                  + file
                  + " go from 0 to "
                  + (count - 1)
                  + ", as “wireflight connections” lists them");
    }
    return number;
  }

  /** Reports what could not be read; the exit code that follows from it. */
  int report(Trace trace) {
    PrintWriter complaints = command.commandLine().getErr();
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
