package wireflight.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import wireflight.lab.Lessons;
import wireflight.lab.Network;
import wireflight.language.Language;

/** The window as JavaFX starts it: makes the parts and connects them. */
public final class WindowApp extends Application {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};

  private final Language language = Language.of(Locale.getDefault());
  private final Lessons lessons = new Lessons(Lessons.usualFolder(), language);
  private @Nullable Window window;

  /** For JavaFX, which makes one. */
  public WindowApp() {}

  /** Has the lessons read beside the making of the window. */
  @Override
  public void init() {
    Thread.ofPlatform().daemon().name("lessons").start(lessons::builtIn);
  }

  @Override
  public void start(Stage stage) {
    for (int size : ICON_SIZES) {
      String icon = "/assets/icons/wireflight-" + size + ".png";
      stage
          .getIcons()
          .add(new Image(Objects.requireNonNull(WindowApp.class.getResourceAsStream(icon), icon)));
    }
    Texts texts = new Texts(language);
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    WorkerRunner runner = new WorkerRunner(Network.BEST);
    Window opened =
        new Window(
            stage,
            texts,
            runner,
            new SystemDialogs(stage, texts),
            System::nanoTime,
            spoken -> in(spoken).all(),
            new Settings(settings()),
            Math.min(WIDTH, room.getWidth()),
            Math.min(HEIGHT, room.getHeight()));
    window = opened;
    opened.open();
    prepareOnceDrawn(runner, stage.getScene());
    List<String> files = getParameters().getUnnamed();
    if (!files.isEmpty()) {
      opened.session().files().open(Path.of(files.getFirst()));
    }
  }

  /** What Run needs takes as long to start as the window: it waits until that is there to see. */
  private static void prepareOnceDrawn(WorkerRunner runner, Scene scene) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          private boolean drawn;

          @Override
          public void run() {
            if (drawn) {
              scene.removePostLayoutPulseListener(this);
              runner.prepare();
            } else {
              // This frame is about to be drawn; with the next one it has been.
              drawn = true;
              Platform.requestNextPulse();
            }
          }
        });
  }

  private Lessons in(Language spoken) {
    return spoken == language ? lessons : new Lessons(Lessons.usualFolder(), spoken);
  }

  private static Optional<Path> settings() {
    return Settings.usual(
        System.getProperty("os.name", ""),
        System.getProperty("user.home", ""),
        name -> Objects.requireNonNullElse(System.getenv(name), ""));
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
  }
}
