package wireflight.ui;

import java.util.List;
import java.util.function.LongSupplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Fonts;
import wireflight.lab.Lesson;

/** One window with its session, theme and keys, wired together. For the JavaFX thread only. */
final class Window {
  private final Stage stage;
  private final Texts texts;
  private final Theme theme = new Theme();
  private final Session session;
  private final MainWindow content;
  private final Scene scene;

  Window(
      Stage stage,
      Texts texts,
      Runner runner,
      Dialogs dialogs,
      LongSupplier clock,
      List<Lesson> lessons,
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
            this::show);
    content = new MainWindow(session, texts, fonts, screenFonts, lessons, theme::toggle);
    scene = new Scene(content, width, height);
    theme.dress(scene);
    theme.palette().subscribe(_ -> session.show());
    new Keys(session, stage).listen(scene);
    scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+L"), content::toggleWords);
    stage.setFullScreenExitKeyCombination(KeyCombination.valueOf("F11"));
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setScene(scene);
    if (!lessons.isEmpty()) {
      session.runs().choose(lessons.getFirst());
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

  /** Ends what runs. */
  void close() {
    session.close();
  }

  private void show(Shown now) {
    @Nullable Showing showing = now.showing();
    stage.setTitle(
        showing == null ? texts.get("window.name") : texts.get("window.title", showing.title()));
    content.show(now);
  }
}
