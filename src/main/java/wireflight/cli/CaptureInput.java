package wireflight.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.connection.Connection;
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

  /**
   * The index of a connection of its analysis.
   *
   * @param wanted its number as {@code connections} lists them, from 0; or its name in the window,
   *     as in {@code TCP 1}. A number that is not listed stands for the name with that number,
   *     where just one has it: people who look at the window count from 1. Anything else is a
   *     {@link Failure}.
   */
  int connection(Analysis analysis, String wanted) {
    List<Connection> all = analysis.connections();
    if (wanted.matches("\\d{1,9}") && Integer.parseInt(wanted) < all.size()) {
      return Integer.parseInt(wanted);
    }
    List<Connection> named = all.stream().filter(each -> isNamed(each, wanted)).toList();
    if (named.size() != 1) {
      throw new Failure(
          all.isEmpty()
              ? "--connection: there is no connection in " + file
              : "--connection: the numbers in "
                  + file
                  + " go from 0 to "
                  + (all.size() - 1)
                  + ", as “wireflight connections” lists them; a name like “"
                  + all.getFirst().name()
                  + "” can be given, too");
    }
    Connection only = named.getFirst();
    if (wanted.matches("\\d+")) {
      command
          .commandLine()
          .getErr()
          .println("wireflight: --connection " + wanted + " is taken for " + only.name());
    }
    return only.index();
  }

  private static boolean isNamed(Connection connection, String wanted) {
    String name = connection.name().replace(" ", "");
    return name.equalsIgnoreCase(wanted.replace(" ", ""))
        || name.equalsIgnoreCase(connection.transport() + wanted);
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
