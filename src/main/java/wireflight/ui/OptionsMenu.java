package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wireflight.language.Language;

/** How the window looks and what can be copied, in one menu. */
final class OptionsMenu extends MenuButton {
  private final Session session;
  private final Theme theme;
  private final LanguageChoice language;
  private final Presentation presentation;
  private final Texts texts;
  private final List<Consumer<Look>> watchers = new ArrayList<>();

  OptionsMenu(Session session, Texts texts, Theme theme, LanguageChoice language) {
    this.session = session;
    this.theme = theme;
    this.language = language;
    this.presentation = session.presentation();
    this.texts = texts;
    setId("options");
    setGraphic(new FontIcon(Feather.SLIDERS));
    getStyleClass().addAll("flat", "button-icon");
    setAccessibleText(texts.get("options"));
    Tips.on(this, texts.get("options"));
    setMinWidth(USE_PREF_SIZE);
    setOnShowing(_ -> fill());
    setOnShown(_ -> align());
  }

  /** Made when the menu is first opened, so that the window comes up sooner. */
  private void fill() {
    if (!getItems().isEmpty()) {
      return;
    }
    Menu time = new Menu(texts.get("options.time"));
    for (Look.Time scale : Look.Time.values()) {
      String key = "options.time." + scale.name().toLowerCase(Locale.ROOT);
      time.getItems().add(radio(key, look -> look.time() == scale, look -> look.withTime(scale)));
    }
    Menu letters = new Menu(texts.get("options.letters"));
    for (double size : Presentation.LETTERS) {
      RadioMenuItem item =
          radio("options.letters.size", look -> look.letters() == size, it -> it.withLetters(size));
      item.setText(texts.get("options.letters.size", Math.round(size * 100)));
      letters.getItems().add(item);
    }
    getItems()
        .addAll(
            item("options.projector", "F5", presentation::projector),
            item("options.zoomIn", "Shortcut+PLUS", presentation::zoomIn),
            item("options.zoomOut", "Shortcut+MINUS", presentation::zoomOut),
            item("options.zoomReset", "Shortcut+0", presentation::zoomReset),
            new SeparatorMenuItem(),
            colours(),
            languages(),
            letters,
            time,
            check("options.gauges", Look::gauges, Look::withGauges),
            check("options.still", Look::still, Look::withStill),
            check("options.pointer", Look::pointer, Look::withPointer),
            plain("options.score", session.predictor()::forget),
            new SeparatorMenuItem(),
            item("options.find", "Shortcut+F", session.search()::open),
            item("options.copyPacket", "Shortcut+C", session.copies()::packet),
            item("options.copyDiagram", "Shortcut+Shift+C", session.copies()::diagram),
            new SeparatorMenuItem(),
            item("options.keys", "F1", presentation::keys));
    show(presentation.look());
  }

  /** Ends where the button ends, so that it stays within the window. */
  private void align() {
    ContextMenu popup = getItems().getFirst().getParentPopup();
    double right = localToScreen(getLayoutBounds()).getMaxX();
    if (popup != null && popup.getX() + popup.getWidth() > right) {
      popup.setX(right - popup.getWidth());
    }
  }

  private Menu colours() {
    Menu menu = new Menu(texts.get("options.colours"));
    menu.getItems().add(colour("system", Optional.empty()));
    menu.getItems().add(colour("light", Optional.of(false)));
    menu.getItems().add(colour("dark", Optional.of(true)));
    return menu;
  }

  private RadioMenuItem colour(String name, Optional<Boolean> dark) {
    return choice(
        "options.colours." + name, () -> theme.choose(dark), _ -> theme.chosen().equals(dark));
  }

  private Menu languages() {
    Menu menu = new Menu(texts.get("options.language"));
    menu.getItems()
        .add(
            choice(
                "options.language.system",
                () -> language.choose(Optional.empty()),
                _ -> language.chosen().isEmpty()));
    for (Language each : Language.values()) {
      RadioMenuItem item =
          choice(
              "options.language." + each.code(),
              each::ownName,
              () -> language.choose(Optional.of(each)),
              _ -> language.chosen().equals(Optional.of(each)));
      menu.getItems().add(item);
    }
    return menu;
  }

  /** Shows what is chosen. */
  void show(Look look) {
    watchers.forEach(watcher -> watcher.accept(look));
  }

  // The keys themselves are heard by the window, also where the menu is not shown.
  private MenuItem item(String key, String keys, Runnable action) {
    MenuItem item = plain(key, action);
    // The toolkit knows the keys of each system, but their names in English only.
    String shown =
        KeyCombination.valueOf(keys)
            .getDisplayText()
            .replace("Ctrl", texts.get("keys.control"))
            .replace("Shift", texts.get("keys.shift"));
    item.setText(texts.get("options.line", texts.get(key), shown));
    return item;
  }

  private MenuItem plain(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private interface Change {
    Look to(Look look, boolean on);
  }

  private interface Choice {
    Look from(Look look);
  }

  private CheckMenuItem check(String key, Predicate<Look> on, Change change) {
    CheckMenuItem item = new CheckMenuItem(texts.get(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(_ -> presentation.change(look -> change.to(look, item.isSelected())));
    watchers.add(look -> item.setSelected(on.test(look)));
    return item;
  }

  private RadioMenuItem radio(String key, Predicate<Look> on, Choice choice) {
    return choice(key, () -> presentation.change(choice::from), on);
  }

  private RadioMenuItem choice(String key, Runnable action, Predicate<Look> on) {
    return choice(key, () -> texts.get(key), action, on);
  }

  private RadioMenuItem choice(
      String key, Supplier<String> text, Runnable action, Predicate<Look> on) {
    RadioMenuItem item = new RadioMenuItem(text.get());
    item.setId(key.replace('.', '-'));
    item.setOnAction(
        _ -> {
          item.setSelected(true);
          action.run();
          show(presentation.look());
        });
    watchers.add(look -> item.setSelected(on.test(look)));
    return item;
  }
}
