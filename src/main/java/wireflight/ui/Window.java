package wireflight.ui;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Fonts;
import wireflight.lab.Lessons;

/** One window with its session, theme and keys, wired together. For the JavaFX thread only. */
final class Window {
  private final Stage stage;
  private final Texts texts;
  private final Theme theme = new Theme();
  private final Session session;
  private final MainWindow content;
  private final Scene scene;
  private final Overlay overlay;
  private final Settings settings;
  private final Remembered remembered;
  private final WindowPlace place;
  private boolean projected;
  private @Nullable Shown shown;

  Window(
      Stage stage,
      Texts texts,
      Runner runner,
      Dialogs dialogs,
      LongSupplier clock,
      Supplier<List<Lessons.Found>> shelf,
      Settings settings,
      double width,
      double height) {
    this.stage = stage;
    this.texts = texts;
    Fonts fonts = Fonts.bundled();
    ScreenFonts screenFonts = new ScreenFonts();
    session =
        new Session(
            texts,
            runner,
            dialogs,
            new RecordingFiles(fonts, texts),
            clock,
            () -> theme.palette().get(),
            settings,
            this::show);
    remembered = new Remembered(settings);
    place = new WindowPlace(settings);
    this.settings = settings;
    overlay = new Overlay(texts);
    content = new MainWindow(session, texts, fonts, screenFonts, theme::toggle);
    scene = new Scene(new StackPane(content, overlay), width, height);
    overlay.follow(scene);
    remembered.dark().ifPresent(theme::choose);
    theme.dress(scene);
    theme.palette().subscribe(_ -> session.show());
    new Keys(session, stage).listen(scene);
    scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+L"), content::toggleWords);
    // Escape first closes what is open within; Keys leaves full screen with the projector mode.
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setScene(scene);
    place.restore(stage);
    session.presentation().change(_ -> remembered.look());
    content.offer(shelf.get());
    // Whoever comes back from a text editor finds the lesson that was written there.
    stage.focusedProperty().subscribe(focused -> returned(focused, shelf));
  }

  private void returned(boolean focused, Supplier<List<Lessons.Found>> shelf) {
    if (focused) {
      content.offer(shelf.get());
    }
  }

  Session session() {
    return session;
  }

  Theme theme() {
    return theme;
  }

  /** Comes onto the screen. */
  void open() {
    session.show();
    stage.show();
    content.requestFocus();
  }

  /** Ends what runs, and keeps what the person will want to find again. */
  void close() {
    place.remember(stage);
    remembered.keep(session.presentation().look(), theme.chosen());
    settings.save();
    session.close();
  }

  private void show(Shown now) {
    Shown before = shown;
    shown = now;
    if (before != null && now.isFurtherInStep(before)) {
      content.move(now);
      return;
    }
    @Nullable Showing showing = now.showing();
    stage.setTitle(
        showing == null ? texts.get("window.name") : texts.get("window.title", showing.title()));
    content.show(now);
    overlay.show(now.look(), now.palette().dark());
    theme.suit(now.look());
    if (projected != now.look().projector()) {
      projected = now.look().projector();
      stage.setFullScreen(projected);
    }
  }
}
