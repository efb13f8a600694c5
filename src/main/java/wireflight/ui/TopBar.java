package wireflight.ui;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the top: the name, what can be done with a recording, where it was captured. */
final class TopBar extends HBox {
  /** How much can be left out: one thing after the other, what is needed least first. */
  private static final int MOST_LEFT_OUT = 6;

  private final Texts texts;
  private final Label name;
  private final Button run;
  private final FontIcon runIcon = new FontIcon(Feather.PLAY);
  private final SplitMenuButton open;
  private final Button save;
  private final Button export;
  private final Label linkName;
  private final LinkMenu link;
  private boolean projected;
  private double letters = 1;
  private @Nullable Fitted fitted;
  private final OptionsMenu options;
  private final ViewSwitch views;
  private final ViewMenu viewMenu;
  private final ToggleSwitch predict;
  private final Label score = new Label();
  private final Tooltip total = new Tooltip();
  private final Button theme;
  private final Button panels;
  private final FontIcon themeIcon = new FontIcon(Feather.MOON);

  /** What the room depends on. */
  private record Fitted(
      double width, double letters, String link, boolean linked, String score, boolean projected) {}

  /**
   * A bar.
   *
   * @param release gives the focus back to the diagram once a button was pressed, so that Space
   *     plays and does not press it again
   */
  TopBar(
      Session session,
      Texts texts,
      OptionsMenu options,
      Runnable release,
      Runnable toggleTheme,
      Runnable turnPanels) {
    this.texts = texts;
    this.options = options;
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    name = new Label(texts.get("window.name"));
    name.getStyleClass().add("program-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    run =
        button(
            "run",
            runIcon,
            () -> {
              session.runs().run();
              release.run();
            });
    run.getStyleClass().add("accent");
    open = open(session.files());
    Button program = button("program", new FontIcon(Feather.CODE), session.files()::program);
    program.setText("");
    program.setAccessibleText(texts.get("program"));
    save = button("save", new FontIcon(Feather.SAVE), session.files()::save);
    export = button("export", new FontIcon(Feather.SHARE), session.files()::export);
    linkName = new Label(texts.get("link"));
    linkName.getStyleClass().add("muted");
    linkName.setMinWidth(Region.USE_PREF_SIZE);
    link = new LinkMenu(session.wiring(), texts);
    views = new ViewSwitch(session, texts, release);
    viewMenu = new ViewMenu(session, texts, release);
    predict = new ToggleSwitch(texts.get("predict"));
    predict.setId("predict");
    predict.setLabelPosition(HorizontalDirection.LEFT);
    Tips.on(predict, texts.get("predict.tip"));
    predict
        .selectedProperty()
        .addListener(
            (_, _, asks) -> {
              session.predictor().turn(asks);
              release.run();
            });
    score.getStyleClass().add("muted");
    score.setMinWidth(USE_PREF_SIZE);
    score.setTooltip(total);
    score.setId("score");
    theme = button("theme", themeIcon, toggleTheme);
    theme.setText("");
    theme.getStyleClass().addAll("flat", "button-icon");
    theme.setAccessibleText(texts.get("theme"));
    FontIcon sidebar = new FontIcon(Feather.SIDEBAR);
    // Drawn for the left side; here it is the right one.
    sidebar.setScaleX(-1);
    panels = button("panels", sidebar, turnPanels);
    panels.setText("");
    panels.getStyleClass().addAll("flat", "button-icon");
    panels.setAccessibleText(texts.get("panels"));
    getChildren()
        .addAll(
            name, run, program, open, save, export, gap(), linkName, link, gap(), views, viewMenu,
            score, predict, options, theme, panels);
    // As narrow as the window: what it then leaves out, it can only know from its own width.
    setMinWidth(0);
    widthProperty().subscribe(this::fit);
  }

  /** Leaves out what can be done without where there is little room. */
  private void fit() {
    Fitted now =
        new Fitted(getWidth(), letters, link.getText(), link.tells(), score.getText(), projected);
    // Before it is dressed nothing has its width.
    if (now.equals(fitted) || getScene() == null || getScene().getStylesheets().isEmpty()) {
      return;
    }
    fitted = now;
    for (int less = 0; less <= MOST_LEFT_OUT; less++) {
      leaveOut(less);
      applyCss();
      if (prefWidth(-1) <= getWidth()) {
        return;
      }
    }
  }

  private void leaveOut(int less) {
    show(linkName, link.tells() && less < 1 && !link.says() && !projected);
    for (Labeled button : List.of(open, save, export)) {
      button.setContentDisplay(less >= 2 ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }
    boolean linked = less < 1 || link.says() && less < 3 || link.chooses() && less < 6;
    show(link, link.tells() && linked && !projected);
    show(name, less < 4);
    // Only where it changes: a bar whose classes are set anew is styled anew, too.
    if (less >= 4 && !getStyleClass().contains("tight")) {
      getStyleClass().add("tight");
    } else if (less < 4) {
      getStyleClass().remove("tight");
    }
    show(views, less < 5);
    show(viewMenu, less >= 5);
    run.setContentDisplay(less >= 6 ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  /** Enables what can be done now. */
  void show(Shown now) {
    boolean nothing = now.showing() == null;
    boolean running = now.live() || now.starting();
    run.setDisable(now.lesson() == null && !running);
    run.setText(texts.get(running ? "stop" : "run"));
    Feather icon = running ? Feather.SQUARE : Feather.PLAY;
    if (runIcon.getIconCode() != icon) {
      runIcon.setIconCode(icon);
    }
    save.setDisable(nothing);
    export.setDisable(nothing);
    panels.setDisable(nothing);
    link.show(now);
    views.show(now.view());
    viewMenu.show(now.view());
    Prediction prediction = now.prediction();
    predict.setSelected(prediction.on());
    score.setText(texts.get("predict.score", prediction.right(), prediction.answered()));
    show(score, prediction.on());
    total.setText(texts.get("predict.total", prediction.everRight(), prediction.everAnswered()));
    score.setAccessibleText(score.getText() + ". " + total.getText());
    projected = now.look().projector();
    letters = now.look().shownLetters();
    options.show(now.look());
    for (Node node : List.of(open, save, export, theme, panels)) {
      show(node, !projected);
    }
    fit();
    themeIcon.setIconCode(now.palette().dark() ? Feather.SUN : Feather.MOON);
  }

  /** Opens what a person chooses, or one of the files opened last. */
  private SplitMenuButton open(FileActions files) {
    SplitMenuButton button = new SplitMenuButton();
    button.setText(texts.get("open"));
    button.setGraphic(new FontIcon(Feather.FOLDER));
    button.setId("open");
    button.setMinWidth(USE_PREF_SIZE);
    Tips.on(button, texts.get("open.tip"));
    button.setOnAction(_ -> files.open());
    button.setOnShowing(_ -> recent(button, files));
    recent(button, files);
    return button;
  }

  private void recent(SplitMenuButton button, FileActions files) {
    button.getItems().clear();
    for (Path file : files.recent()) {
      MenuItem item = new MenuItem(file.toString());
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> files.open(file));
      button.getItems().add(item);
    }
    if (button.getItems().isEmpty()) {
      MenuItem none = new MenuItem(texts.get("open.none"));
      none.setDisable(true);
      button.getItems().add(none);
    }
  }

  private Button button(String key, FontIcon icon, Runnable action) {
    Button button = new Button(texts.get(key), icon);
    button.setId(key);
    button.setMinWidth(USE_PREF_SIZE);
    Tips.on(button, texts.get(key + ".tip"));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
