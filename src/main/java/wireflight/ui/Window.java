package wireflight.ui;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Fonts;
import wireflight.lab.Lesson;
import wireflight.lab.Lessons;
import wireflight.language.Language;

/** One window with its session, theme and keys, wired together. For the JavaFX thread only. */
final class Window {
  private final Stage stage;
  private final Texts texts;
  private final Theme theme = new Theme();
  private final Session session;
  private final Function<Language, List<Lessons.Found>> shelf;
  private final Fonts fonts;
  private final ScreenFonts screenFonts;
  private final LanguageChoice language;
  private final Scene scene;
  private final Settings settings;
  private final Remembered remembered;
  private final WindowPlace place;
  private MainWindow content;
  private Overlay overlay;
  private boolean projected;
  private @Nullable Shown shown;

  Window(
      Stage stage,
      Texts texts,
      Runner runner,
      Dialogs dialogs,
      LongSupplier clock,
      Function<Language, List<Lessons.Found>> shelf,
      Settings settings,
      double width,
      double height) {
    this.stage = stage;
    this.texts = texts;
    this.shelf = shelf;
    fonts = Fonts.bundled();
    screenFonts = new ScreenFonts();
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
    language = new LanguageChoice(texts, remembered.language(), this::rewrite);
    session.onShow().speak(texts.language());
    content = content();
    overlay = new Overlay(texts);
    scene = new Scene(root(), width, height);
    remembered.dark().ifPresent(theme::choose);
    theme.dress(scene);
    theme.palette().subscribe(_ -> session.show());
    new Keys(session, stage).listen(scene);
    scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+L"), () -> content.toggleWords());
    scene
        .getAccelerators()
        .put(KeyCombination.valueOf("Shortcut+G"), () -> content.findConnection());
    scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+K"), () -> content.findLesson());
    scene.getAccelerators().put(KeyCombination.valueOf("F9"), () -> content.turnPanels());
    // Escape first closes what is open within; Keys leaves full screen with the projector mode.
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setScene(scene);
    place.restore(stage);
    session.presentation().change(_ -> remembered.look());
    content.offer(offered());
    // Whoever comes back from a text editor finds the lesson that was written there.
    stage.focusedProperty().subscribe(this::returned);
  }

  private List<Lessons.Found> offered() {
    return shelf.apply(texts.language());
  }

  private void returned(boolean focused) {
    if (focused) {
      content.offer(offered());
    }
  }

  private MainWindow content() {
    return new MainWindow(
        session,
        texts,
        fonts,
        screenFonts,
        new OptionsMenu(session, texts, theme, language),
        theme);
  }

  private StackPane root() {
    StackPane root = new StackPane(content, overlay);
    overlay.follow(root);
    return root;
  }

  /** Makes everything that has words anew, in the language now spoken. */
  private void rewrite() {
    session.onShow().speak(texts.language());
    Lesson chosen = session.runs().lesson();
    content = content();
    overlay = new Overlay(texts);
    scene.setRoot(root());
    content.offer(offered());
    translate(chosen);
    session.show();
    content.requestFocus();
  }

  /** The lesson that was chosen stays so, in the other language. */
  private void translate(@Nullable Lesson chosen) {
    for (Lessons.Found found : offered()) {
      Lesson lesson = found.lesson();
      if (lesson != null && chosen != null && lesson.id().equals(chosen.id())) {
        session.runs().choose(lesson);
      }
    }
  }

  Session session() {
    return session;
  }

  Theme theme() {
    return theme;
  }

  LanguageChoice language() {
    return language;
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
    remembered.keep(language.chosen());
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
    // First, since what fits is measured in the letters that the look has.
    theme.suit(now.look());
    if (before != null && before.hand() != null && now.hand() == null) {
      // What was done by hand may stand among the lessons now.
      content.offer(offered());
    }
    content.show(now);
    overlay.show(now.look(), now.palette().dark());
    if (projected != now.look().projector()) {
      projected = now.look().projector();
      stage.setFullScreen(projected);
    }
  }
}
