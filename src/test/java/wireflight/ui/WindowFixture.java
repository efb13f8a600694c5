package wireflight.ui;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import wireflight.lab.Lesson;
import wireflight.lab.Lessons;
import wireflight.language.Language;
import wireflight.timeline.Script;
import wireflight.trace.RecordingWriter;
import wireflight.trace.Trace;

/** A window of the program with a clock, dialogs and a worker that the test holds in its hands. */
final class WindowFixture implements AutoCloseable {
  /** What is awaited comes in a moment; on a busy machine a worker starts slowly, too. */
  private static final int MOST_SECONDS = 60;

  private static final double FRAME = 0.05;

  final AtomicLong clock = new AtomicLong();
  final FakeRunner runner = new FakeRunner();
  final FakeDialogs dialogs = new FakeDialogs();
  final Stage stage;
  final Window window;

  /** A window of a size, on the screen or only in memory. */
  WindowFixture(double width, double height, boolean onScreen) {
    this(width, height, onScreen, new Lessons().builtIn(), Optional.empty());
  }

  WindowFixture(
      double width,
      double height,
      boolean onScreen,
      List<Lesson> lessons,
      Optional<Runner> worker) {
    this(width, height, onScreen, lessons, worker, Optional.empty());
  }

  WindowFixture(
      double width,
      double height,
      boolean onScreen,
      List<Lesson> lessons,
      Optional<Runner> worker,
      Optional<Path> settings) {
    try {
      FxToolkit.registerPrimaryStage();
      Platform.setImplicitExit(false);
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
    stage = fx(() -> new Stage());
    Texts texts = new Texts(Language.ENGLISH);
    window =
        fx(
            () -> {
              Window made =
                  new Window(
                      stage,
                      texts,
                      worker.orElse(runner),
                      dialogs,
                      clock::get,
                      _ -> lessons.stream().map(it -> new Lessons.Found(it, null)).toList(),
                      new Settings(settings),
                      width,
                      height);
              made.theme().choose(false);
              if (onScreen) {
                made.open();
              } else {
                made.session().show();
              }
              return made;
            });
    settle();
  }

  /** Runs something on the window's thread. */
  static <T> T fx(Callable<T> what) {
    return WaitForAsyncUtils.waitForAsyncFx(MOST_SECONDS * 1000, what);
  }

  static void fx(Runnable what) {
    fx(
        () -> {
          what.run();
          return true;
        });
  }

  /** Chooses a lesson by its title, as a person does who looks for it. */
  void choose(String title) {
    fx(
        () -> {
          Parent root = stage.getScene().getRoot();
          TextField field = (TextField) root.lookup("#lesson-filter");
          field.setText(title);
          ListView<?> list = (ListView<?>) root.lookup("#lessons");
          for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof LessonRows.Entry entry
                && entry.title().equals(title)) {
              list.getSelectionModel().select(i);
              field.clear();
              return;
            }
          }
          throw new AssertionError("no lesson is called " + title);
        });
  }

  /** Waits until the window waits for nothing but a person, or for more from a run. */
  void settle() {
    await(() -> !window.session().busy());
    layOut();
  }

  /** Lays the whole window out, as the next pulse would: panels may give way to a view. */
  void layOut() {
    fx(
        () -> {
          Parent root = stage.getScene() == null ? null : stage.getScene().getRoot();
          if (root != null) {
            root.applyCss();
            root.layout();
          }
        });
  }

  /** Waits, pulse by pulse, until something holds on the window's thread. */
  static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(MOST_SECONDS, SECONDS, () -> fx(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("it never came to that", e);
    }
  }

  /** Lets time pass for the playhead, frame by frame, as long as it moves. */
  void pass(double seconds) {
    fx(
        () -> {
          for (double left = seconds; left > 0 && window.session().busy(); left -= FRAME) {
            clock.addAndGet(Math.round(FRAME * 1e9));
            window.session().beat();
          }
        });
  }

  void open(Path file) {
    fx(() -> window.session().files().open(file));
    settle();
  }

  void seek(int step) {
    fx(() -> window.session().playhead().seek(step));
  }

  Node find(String selector) {
    return fx(() -> stage.getScene().getRoot().lookup(selector));
  }

  String text(String selector) {
    return fx(() -> ((Labeled) stage.getScene().getRoot().lookup(selector)).getText());
  }

  boolean shows(String selector) {
    return fx(
        () -> {
          Node node = stage.getScene().getRoot().lookup(selector);
          for (Node it = node; it != null; it = it.getParent()) {
            if (!it.isVisible()) {
              return false;
            }
          }
          return node != null;
        });
  }

  /** Writes what the window shows into target/snapshots. */
  void snapshot(String name) {
    WritableImage image = fx(() -> stage.getScene().snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Path folder = Files.createDirectories(Path.of("target", "snapshots"));
      ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    fx(
        () -> {
          window.close();
          stage.close();
        });
  }

  /** The recording that a script tells of, as a file's bytes. */
  static byte[] pcapng(Script script) {
    Trace trace = script.trace();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordingWriter writer = new RecordingWriter(out)) {
      trace
          .capturePoints()
          .forEach(
              point -> {
                try {
                  writer.addCapturePoint(
                      point.name(), point.description(), point.linkType(), point.snapLength());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      for (int row = 0; row < trace.size(); row++) {
        if (trace.isFrame(row)) {
          writer.write(trace.frame(row));
        } else {
          writer.write(trace.event(row));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A recording that a script tells of, in a folder. */
  static Path file(Path folder, String name, Script script) throws IOException {
    return Files.write(folder.resolve(name), pcapng(script));
  }

  /** Answers at once what the test has put there. */
  static final class FakeDialogs implements Dialogs {
    Optional<Path> opened = Optional.empty();
    Optional<Path> folder = Optional.empty();
    Optional<Program> program = Optional.empty();
    Optional<Path> deck = Optional.empty();
    final List<String> suggestions = new ArrayList<>();

    /** Fills in the form for an export, as a person would. */
    Consumer<ExportForm> filled = _ -> {};

    @Override
    public Optional<ExportChoice> export(ExportChoice start, ExportSource source) {
      ExportForm form = new ExportForm(new Texts(Language.ENGLISH), start, source, () -> deck);
      filled.accept(form);
      return form.impossible().get() ? Optional.empty() : Optional.of(form.choice());
    }

    @Override
    public Optional<Path> open() {
      return opened;
    }

    @Override
    public Optional<Program> program() {
      return program;
    }

    @Override
    public Optional<Path> lesson(String suggestion) {
      return save(suggestion);
    }

    @Override
    public Optional<Path> save(String suggestion) {
      suggestions.add(suggestion);
      return folder.map(path -> path.resolve(suggestion));
    }
  }
}
