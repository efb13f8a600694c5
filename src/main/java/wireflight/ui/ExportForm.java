package wireflight.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.HBox;
import wireflight.diagram.View;
import wireflight.drawing.Palette;
import wireflight.export.Format;
import wireflight.export.Layout;
import wireflight.export.Letters;
import wireflight.export.Range;
import wireflight.export.SvgExporter.TextMode;

/** What can be chosen of an export, and beside it how the pages of it will look. */
final class ExportForm extends HBox {
  /**
   * So high that the rows of every format fit, and the buttons below stay where they are; a window
   * may be 720 high.
   */
  private static final double HEIGHT = 590;

  private static final List<Double> SIZES = List.of(0.75, 1.0, 1.2, 1.4, 1.7, 2.0);
  private static final List<Double> WIDTHS = List.of(640.0, 960.0, 1280.0, 1600.0, 1920.0);
  private static final List<Double> HEIGHTS = List.of(480.0, 600.0, 720.0, 900.0);
  private static final List<Double> SCALES = List.of(1.0, 2.0, 3.0, 4.0);

  private final Texts texts;
  private final ExportSource source;
  private final ExportPreview preview;
  private final FormRows rows;
  private final ComboBox<Format> format;
  private final ComboBox<Integer> connection;
  private final ComboBox<View> view;
  private final Spinner<Integer> from;
  private final Spinner<Integer> to;
  private final CheckBox moment;
  private final ComboBox<Layout> layout;
  private final ComboBox<Boolean> classic;
  private final ComboBox<Optional<Path>> template;
  private final Button deck = new Button();
  private final CheckBox builds;
  private final ComboBox<Palette> theme;
  private final ComboBox<Letters> font;
  private final ComboBox<Double> size;
  private final ComboBox<Look.Time> time;
  private final CheckBox gauges;
  private final ComboBox<Double> width;
  private final ComboBox<Double> height;
  private final ComboBox<Double> scale;
  private final CheckBox transparent;
  private final ComboBox<TextMode> text;
  private final CheckBox animated;
  private final ComboBox<Double> speed;
  private final CheckBox ascii;
  private int narrowedTo;
  private boolean settled;

  /**
   * A form.
   *
   * @param start what is chosen at first
   * @param source what it can be made of
   * @param decks asks for a deck to add slides to
   */
  ExportForm(Texts texts, ExportChoice start, ExportSource source, Supplier<Optional<Path>> decks) {
    this.texts = texts;
    this.source = source;
    this.preview = new ExportPreview(texts);
    this.rows = new FormRows(texts, "export", this::changed);
    ExportChoice.Pages pages = start.pages();
    ExportChoice.Details details = start.details();
    int steps = source.steps(start.connection());
    format = rows.choice("format", List.of(Format.values()), start.format(), this::name);
    List<Integer> connections = new ArrayList<>(List.of(-1));
    connections.addAll(source.connections());
    connection = rows.choice("connection", connections, start.connection(), this::connectionName);
    view = rows.choice("view", List.of(View.values()), start.view(), v -> word("view", v));
    from = rows.steps("from", start.range().from(), steps);
    to = rows.steps("to", start.range().to(), steps);
    rows.beside(from, "export.to", to);
    moment = rows.check("moment", start.moment());
    layout =
        rows.choice(
            "layout", List.of(Layout.values()), pages.layout(), l -> word("export.layout", l));
    classic =
        rows.choice("aspect", List.of(false, true), pages.classic(), old -> old ? "4:3" : "16:9");
    template = decks(Optional.ofNullable(pages.template()), decks);
    builds = rows.check("builds", pages.builds());
    theme = rows.choice("theme", ExportChoice.THEMES, start.style().palette(), this::name);
    font =
        rows.choice(
            "font",
            List.of(Letters.values()),
            start.style().letters(),
            l -> word("export.font", l));
    size = rows.choice("size", SIZES, start.style().size(), s -> Math.round(100 * s) + " %");
    time =
        rows.choice(
            "time", List.of(Look.Time.values()), start.style().time(), t -> word("export.time", t));
    gauges = rows.check("gauges", start.style().gauges());
    width = rows.choice("width", WIDTHS, start.style().width(), this::pixels);
    height = rows.choice("height", HEIGHTS, details.height(), this::pixels);
    rows.beside(width, "export.by", height);
    scale = rows.choice("scale", SCALES, details.scale(), s -> Math.round(s) + " ×");
    transparent = rows.check("transparent", details.transparent());
    text =
        rows.choice(
            "text", List.of(TextMode.values()), details.text(), t -> word("export.text", t));
    animated = rows.check("animated", details.animated());
    speed =
        rows.choice(
            "speed", Playhead.SPEEDS, details.speed(), s -> texts.get("transport.speed", s));
    ascii = rows.check("ascii", details.ascii());
    // What is sharp as a picture is slow and large as an animation.
    format.valueProperty().subscribe((_, now) -> scale.setValue(now == Format.GIF ? 1.0 : 2.0));
    view.valueProperty()
        .subscribe((_, now) -> moment.setSelected(now.shows() == View.Shows.A_MOMENT));
    setSpacing(20);
    setPadding(new Insets(12));
    setMinHeight(HEIGHT);
    getChildren().addAll(rows.grid(), preview);
    narrowedTo = start.connection();
    settled = true;
    changed();
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                rows.keepWidth();
                concern(choice());
              }
            });
  }

  /** Every deck chosen so far, none, and to choose another one. */
  private ComboBox<Optional<Path>> decks(Optional<Path> first, Supplier<Optional<Path>> decks) {
    ComboBox<Optional<Path>> box =
        rows.choice("template", List.of(Optional.empty()), first, this::name);
    deck.setText(texts.get("export.template.choose"));
    deck.setOnAction(_ -> decks.get().ifPresent(chosen -> add(chosen, box)));
    rows.row("deck", deck);
    return box;
  }

  private static void add(Path file, ComboBox<Optional<Path>> box) {
    Optional<Path> chosen = Optional.of(file);
    if (!box.getItems().contains(chosen)) {
      box.getItems().add(chosen);
    }
    box.setValue(chosen);
  }

  private String name(Optional<Path> file) {
    return file.map(path -> String.valueOf(path.getFileName()))
        .orElse(texts.get("export.template.none"));
  }

  private String name(Palette of) {
    int number = ExportChoice.THEMES.indexOf(of);
    return texts.get("export.theme." + List.of("light", "dark", "contrast").get(number));
  }

  private String name(Format of) {
    return texts.get("export." + of.ending());
  }

  private String connectionName(int index) {
    return index < 0 ? texts.get("export.connection.all") : source.name(index);
  }

  private String word(String key, Enum<?> value) {
    return texts.get(key + "." + value.name().toLowerCase(Locale.ROOT));
  }

  private String pixels(double length) {
    return Math.round(length) + " px";
  }

  /** What is chosen now. */
  ExportChoice choice() {
    int first = Math.min(from.getValue(), to.getValue());
    int last = Math.max(from.getValue(), to.getValue());
    return new ExportChoice(
        format.getValue(),
        view.getValue(),
        connection.getValue(),
        new Range(first, last),
        moment.isSelected(),
        new ExportChoice.Pages(
            layout.getValue(),
            classic.getValue(),
            template.getValue().orElse(null),
            builds.isSelected()),
        new ExportChoice.Style(
            theme.getValue(),
            font.getValue(),
            size.getValue(),
            time.getValue(),
            gauges.isSelected(),
            width.getValue()),
        new ExportChoice.Details(
            scale.getValue(),
            transparent.isSelected(),
            text.getValue(),
            animated.isSelected(),
            speed.getValue(),
            height.getValue(),
            ascii.isSelected()));
  }

  /** Whether no file of the choice can be made; the form then says why. */
  BooleanBinding impossible() {
    return preview.problem().textProperty().isNotEmpty();
  }

  /** Chooses all steps of another connection. */
  private void narrow(int index) {
    settled = false;
    int steps = Math.max(1, source.steps(index));
    set(from, 1, steps);
    set(to, steps, steps);
    narrowedTo = index;
    settled = true;
  }

  private static void set(Spinner<Integer> spinner, int chosen, int most) {
    if (spinner.getValueFactory() instanceof IntegerSpinnerValueFactory factory) {
      factory.setMax(most);
      factory.setValue(chosen);
    }
  }

  private void changed() {
    if (!settled) {
      return;
    }
    if (connection.getValue() != narrowedTo) {
      narrow(connection.getValue());
    }
    ExportChoice now = choice();
    concern(now);
    try {
      if (now.format().kind() == Format.Kind.TEXT) {
        preview.show(source.text(now));
      } else {
        preview.show(source.pages(now));
      }
    } catch (IOException e) {
      preview.fail(Tasks.sentence(e, texts.language()));
    }
  }

  /** Shows what concerns the format, and hides the rest. */
  private void concern(ExportChoice now) {
    Format.Kind kind = now.format().kind();
    boolean slides = now.format() == Format.PPTX;
    boolean pages = slides || now.format() == Format.PDF && now.pages().layout() != Layout.ONE;
    boolean ladder = now.view() == View.LADDER;
    boolean drawn = kind != Format.Kind.TEXT && kind != Format.Kind.RECORDING;
    boolean moving = kind == Format.Kind.ANIMATION;
    boolean svg = now.format() == Format.SVG;
    FormRows.show(connection, connection.getItems().size() > 2);
    FormRows.show(view, drawn);
    FormRows.show(moment, drawn && !pages && !moving);
    FormRows.show(layout, kind == Format.Kind.PAGES);
    FormRows.show(classic, pages && !(slides && now.pages().template() != null));
    FormRows.show(template, slides && template.getItems().size() > 1);
    FormRows.show(deck, slides);
    FormRows.show(builds, slides && ladder && now.pages().layout() != Layout.STEPS);
    FormRows.show(theme, drawn);
    FormRows.show(font, drawn && !slides);
    FormRows.show(size, drawn);
    FormRows.show(time, drawn && ladder);
    FormRows.show(gauges, drawn && ladder);
    FormRows.show(width, drawn && !pages);
    FormRows.show(height, moving);
    FormRows.show(scale, now.format() == Format.PNG || moving);
    FormRows.show(transparent, now.format() == Format.PNG);
    FormRows.show(text, svg);
    FormRows.show(animated, svg && ladder);
    FormRows.show(speed, moving || svg && ladder && now.details().animated());
    FormRows.show(ascii, now.format() == Format.LADDER);
  }
}
