package wireflight.ui;

import java.io.IOException;
import java.nio.file.Files;
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
import wireflight.language.Language;
import wireflight.trace.ReadProblem;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** Reads recordings and prepares exports. Safe for use by several threads. */
final class RecordingFiles {
  private static final int MOST_PROBLEMS = 3;

  /** A file of more bytes takes long enough that its beginning is shown before the rest is read. */
  private static final long LONG = 8 << 20;

  /** Bytes of that beginning, at least. */
  private static final long BEGINNING = 1 << 20;

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

  /**
   * The beginning of a long file, which is there at once: something to look at while the rest is
   * read. Empty for a file that is short, or has no packet in its beginning.
   */
  Optional<Source> beginning(Path file, String title, Language spoken) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) <= LONG) {
      return Optional.empty();
    }
    Recording recording = Recording.read(file, (done, _) -> done < BEGINNING);
    if (recording.snapshot().size() == 0) {
      return Optional.empty();
    }
    Source source = new Source(title, recording);
    source.begin(spoken, _ -> true);
    return Optional.of(source);
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
