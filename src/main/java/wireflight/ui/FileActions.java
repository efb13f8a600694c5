package wireflight.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wireflight.connection.ReadingAhead;
import wireflight.export.Export;
import wireflight.export.ExportOptions;
import wireflight.export.PictureTooLargeException;
import wireflight.export.Progress;
import wireflight.export.TemplateException;
import wireflight.language.Language;
import wireflight.trace.AtomicFile;
import wireflight.trace.Recording;

/**
 * Opening, saving and exporting: what a person asks of files.
 *
 * <p>For the JavaFX thread only.
 */
final class FileActions {
  /** The shares of opening a file that reading it takes, and working out what it means. */
  static final double READING = 0.6;

  private static final double MEANING = 0.4;

  private final Texts texts;
  private final Dialogs dialogs;
  private final RecordingFiles files;
  private final OnShow onShow;
  private final Playhead playhead;
  private final Runs runs;
  private final Tasks tasks;
  private final Supplier<Shown> shown;
  private final Settings settings;
  private final LessonFiles lessons;

  /** Actions on what is on show. */
  FileActions(
      Texts texts,
      Dialogs dialogs,
      RecordingFiles files,
      OnShow onShow,
      Playhead playhead,
      Runs runs,
      Tasks tasks,
      Supplier<Shown> shown,
      Settings settings) {
    this.texts = texts;
    this.dialogs = dialogs;
    this.files = files;
    this.onShow = onShow;
    this.playhead = playhead;
    this.runs = runs;
    this.tasks = tasks;
    this.shown = shown;
    this.settings = settings;
    this.lessons = new LessonFiles(texts, dialogs, runs, tasks);
  }

  /** What is asked of lessons' files. */
  LessonFiles lessons() {
    return lessons;
  }

  /** The files opened last, the latest first. */
  List<Path> recent() {
    return settings.recent();
  }

  /** Asks for a file and opens it. */
  void open() {
    dialogs.open().ifPresent(this::open);
  }

  /** Asks for a program of the person's own, and runs it. */
  void program() {
    dialogs.program().ifPresent(runs::program);
  }

  /**
   * Opens a recording or capture, or runs a lesson; what was on show stays if it cannot be read at
   * all.
   */
  void open(Path file) {
    tasks.abandon();
    if (LessonFiles.isLesson(file)) {
      lessons.open(file);
      return;
    }
    tasks.tell(null);
    Language spoken = texts.language();
    tasks.begin(
        texts.get("work.opening", name(file)),
        self -> {
          Optional<Source> beginning = files.beginning(file, name(file), spoken);
          beginning.ifPresent(early -> self.offer(early(file, early)));
          ReadingAhead.Result read = files.read(file, self);
          Source source = new Source(name(file), read.recording(), read.analyzer());
          source.begin(
              spoken,
              share -> {
                self.progress(READING + share * MEANING);
                return !self.isCancelled();
              });
          return () -> opened(file, source, beginning);
        },
        failure -> tell("problem.open", Tasks.sentence(failure, texts.language())));
  }

  /** What of a long file can be looked at while the rest is read. */
  private Work.Offer early(Path file, Source beginning) {
    return new Work.Offer(
        () -> show(file, beginning),
        new Notice(Notice.Kind.WARNING, texts.get("problem.beginning", name(file))));
  }

  private void opened(Path file, Source source, Optional<Source> beginning) {
    Recording recording = source.recording();
    tasks.tell(files.trouble(file, recording.snapshot()).orElse(null));
    if (beginning.filter(early -> early.equals(onShow.source())).isPresent()) {
      onShow.complete(source);
    } else if (recording.snapshot().size() > 0) {
      show(file, source);
    }
  }

  private void show(Path file, Source source) {
    settings.opened(file);
    runs.stop();
    onShow.replace(source);
    runs.choose(null);
  }

  /** Asks for a place and saves the recording there. */
  void save() {
    Source saved = onShow.source();
    if (saved != null) {
      dialogs.save(files.suggestion(saved.title(), "pcapng")).ifPresent(to -> save(saved, to));
    }
  }

  private void save(Source saved, Path to) {
    write(
        texts.get("work.saving", name(to)),
        to,
        texts.get("done.saved", to),
        () -> saved.recording().saveTo(to));
  }

  /** Asks what to export and where to, and does that beside everything else. */
  void export() {
    Showing exported = onShow.showing();
    if (exported == null || tasks.work() != null) {
      return;
    }
    Exports exports = new Exports(exported, files, texts, onShow.selected(), playhead.position());
    int steps = exported.timeline().steps();
    ExportChoice start =
        ExportChoice.remembered(settings, onShow.view(), exported.focus(), steps, shown.get());
    dialogs
        .export(start, exports)
        .ifPresent(
            choice -> {
              choice.remember(settings);
              dialogs
                  .save(files.suggestion(exported.title(), choice.format().ending()))
                  .ifPresent(
                      to -> export(exports.export(choice), choice, exports.options(choice), to));
            });
  }

  private void export(Export export, ExportChoice choice, ExportOptions options, Path to) {
    tasks.begin(
        texts.get("work.exporting", name(to)),
        self -> {
          Progress progress =
              share -> {
                self.progress(share);
                return !self.isCancelled();
              };
          AtomicFile.write(to, out -> export.write(choice.format(), options, progress, out));
          return () -> tasks.tell(new Notice(Notice.Kind.DONE, texts.get("done.exported", to)));
        },
        failure -> {
          // Another place helps only where the place was the matter.
          boolean refused =
              failure instanceof PictureTooLargeException || failure instanceof TemplateException;
          tell(
              refused ? "problem.export" : "problem.save",
              to,
              Tasks.sentence(failure, texts.language()));
        });
  }

  private interface Writing {
    void write() throws IOException;
  }

  private void write(String title, Path to, String done, Writing writing) {
    tasks.begin(
        title,
        _ -> {
          writing.write();
          return () -> tasks.tell(new Notice(Notice.Kind.DONE, done));
        },
        failure -> tell("problem.save", to, Tasks.sentence(failure, texts.language())));
  }

  private void tell(String problem, Object... arguments) {
    tasks.tell(new Notice(Notice.Kind.ERROR, texts.get(problem, arguments)));
  }

  /** What a file is called for people: its last name. */
  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
