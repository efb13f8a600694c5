package wireflight.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import wireflight.lab.Network;
import wireflight.language.Language;

/**
 * The program's whole window, 1600 by 900, with a clock that goes on by a sixtieth of a second with
 * each frame, however long the frame took.
 */
final class OpenWindow {
  private static final long FRAME = 16_666_667;

  private final AtomicLong clock = new AtomicLong();
  private final Stage stage;
  private final Window window;

  private OpenWindow(Stage stage) {
    this.stage = stage;
    Texts texts = new Texts(Language.ENGLISH);
    window =
        new Window(
            stage,
            texts,
            new WorkerRunner(Network.BEST),
            new SystemDialogs(stage, texts),
            clock::get,
            _ -> List.of(),
            new Settings(Optional.empty()),
            1600,
            900);
    window.theme().choose(false);
    window.open();
    stage.setWidth(1600);
    stage.setHeight(900);
  }

  /** Starts JavaFX and opens the window. */
  static OpenWindow start() throws InterruptedException, ExecutionException {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    OpenWindow opened = onScreen(() -> new OpenWindow(new Stage()));
    opened.frames(30, _ -> {});
    return opened;
  }

  /** Opens a recording; returns when its first picture has been painted. */
  void open(Path recording) throws InterruptedException, ExecutionException {
    onScreen(
        () -> {
          window.session().files().open(recording);
          return true;
        });
    await(() -> diagram().picture().isPresent());
  }

  /** Waits until all of what was opened has been read and painted. */
  void read() throws InterruptedException, ExecutionException {
    await(() -> !window.session().busy());
  }

  /** Waits until something holds after a pulse, and what that one has painted is on the screen. */
  private void await(BooleanSupplier condition) throws InterruptedException, ExecutionException {
    CountDownLatch holds = new CountDownLatch(1);
    Runnable listener =
        () -> {
          if (condition.getAsBoolean()) {
            holds.countDown();
          }
        };
    onScreen(
        () -> {
          Platform.requestNextPulse();
          stage.getScene().addPostLayoutPulseListener(listener);
          return true;
        });
    holds.await();
    onScreen(
        () -> {
          stage.getScene().removePostLayoutPulseListener(listener);
          return true;
        });
    // The frame that the listener heard of is on its way to the screen; the next comes after it.
    frames(2, _ -> {});
  }

  Session session() {
    return window.session();
  }

  DiagramView diagram() {
    return (DiagramView) stage.getScene().getRoot().lookup("#diagram");
  }

  /** What is done before each frame, which has a number from 0. */
  interface Act {
    void go(int frame);
  }

  /** Lets so many frames pass, with something done before each; says what each used. */
  List<Used> frames(int count, Act act) throws InterruptedException, ExecutionException {
    List<Used> used = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    List<Thread> threads = Used.threads();
    onScreen(
        () -> {
          new AnimationTimer() {
            private Used before = Used.by(threads);
            private int frame = -1;

            @Override
            public void handle(long now) {
              Used until = Used.by(threads);
              if (frame >= 0) {
                used.add(until.since(before));
              }
              before = until;
              frame++;
              clock.addAndGet(FRAME);
              if (frame < count) {
                act.go(frame);
              } else {
                stop();
                done.countDown();
              }
            }
          }.start();
          return true;
        });
    done.await();
    return used;
  }

  /** Does something on the window's thread. */
  static <T> T onScreen(Callable<T> body) throws InterruptedException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(body);
    Platform.runLater(task);
    return task.get();
  }
}
