package wireflight.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wireflight.connection.Analyzer;
import wireflight.connection.ReadingAhead;
import wireflight.diagram.View;
import wireflight.drawing.Fonts;
import wireflight.export.Export;
import wireflight.export.LadderPages;
import wireflight.trace.ReadProblem;
import wireflight.trace.Trace;

/** Reads recordings and prepares exports. Safe for use by several threads. */
final class RecordingFiles {
  private static final int MOST_PROBLEMS = 3;

  private final Fonts fonts;
  private final Texts texts;

  RecordingFiles(Fonts fonts, Texts texts) {
    this.fonts = fonts;
    this.texts = texts;
  }

  /**
   * Reads a file and analyses it, telling the work how far it is and stopping when it is cancelled.
   */
  ReadingAhead.Result read(Path file, Work work) throws IOException {
    return ReadingAhead.read(
        file,
        Analyzer.Points.SEPARATE,
        (done, all) -> {
          work.progress(all == 0 ? -1 : FileActions.READING * done / all);
          return !work.isCancelled();
        },
        _ -> {});
  }

  /** What is wrong with a file that was read; empty if nothing is. */
  Optional<Notice> trouble(Path file, Trace trace) {
    List<ReadProblem> problems = trace.problems();
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    List<String> places = new ArrayList<>();
    for (ReadProblem problem : problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS))) {
      places.add(
          texts.get(
              "problem.place",
              name(problem.source()),
              problem.offset(),
              problem.what().in(texts.language())));
    }
    if (problems.size() > MOST_PROBLEMS) {
      places.add(texts.get("problem.more", problems.size() - MOST_PROBLEMS));
    }
    boolean nothing = trace.size() == 0;
    return Optional.of(
        new Notice(
            nothing ? Notice.Kind.ERROR : Notice.Kind.WARNING,
            texts.get(nothing ? "problem.unreadable" : "problem.damaged", name(file.toString())),
            places));
  }

  /** A file name made of a recording's title. */
  String suggestion(String title, String ending) {
    String plain = title.replaceFirst("\\.(pcapng|pcap|cap|gz)$", "");
    String safe =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("-+$", "");
    return (safe.isEmpty() ? "recording" : safe) + "." + ending;
  }

  /** An export of what is on show; a connection alone where that is in the focus. */
  Export export(Showing showing, int selected, View view) {
    return new Export(
        showing.subject(selected),
        view,
        LadderPages.title(showing.timeline(), showing.title()),
        fonts);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
