package wireflight.ui;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.diagram.View;
import wireflight.drawing.Palette;
import wireflight.export.Aspect;
import wireflight.export.ExportOptions;
import wireflight.export.Format;
import wireflight.export.Layout;
import wireflight.export.Letters;
import wireflight.export.Range;
import wireflight.export.SvgExporter.TextMode;

/**
 * What a person wants exported, and how.
 *
 * @param connection which alone, by its index; -1 for all
 * @param range the steps
 * @param moment whether only what is there at the playhead
 */
record ExportChoice(
    Format format,
    View view,
    int connection,
    Range range,
    boolean moment,
    Pages pages,
    Style style,
    Details details) {

  /**
   * How steps are laid out on pages.
   *
   * @param classic whether slides are 4:3 and not 16:9
   * @param template the deck to add the slides to; null for a new one
   * @param builds whether steps appear one click after another
   */
  record Pages(Layout layout, boolean classic, @Nullable Path template, boolean builds) {}

  /**
   * How diagrams look.
   *
   * @param letters of pictures and documents; slides have their own
   * @param size of everything, 1 for a reader at a desk
   * @param gauges whether the numbers of a connection stand beside its ladder
   * @param width of pictures, in CSS pixels
   */
  record Style(
      Palette palette,
      Letters letters,
      double size,
      Look.Time time,
      boolean gauges,
      double width) {}

  /**
   * What single formats offer.
   *
   * @param scale pixels a CSS pixel
   * @param height of animations, in CSS pixels
   */
  record Details(
      double scale,
      boolean transparent,
      TextMode text,
      boolean animated,
      double speed,
      double height,
      boolean ascii) {}

  static final List<Palette> THEMES = List.of(Palette.LIGHT, Palette.DARK, Palette.HIGH_CONTRAST);

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 600;
  private static final double SCALE = 2;
  private static final double SLIDE_SIZE = 1.4;

  /** All of a view on one picture, for a reader at a desk, looking as it does in the window. */
  static ExportChoice whole(View view, int steps, Shown shown) {
    return new ExportChoice(
        Format.SVG,
        view,
        -1,
        new Range(1, Math.max(1, steps)),
        view.shows() == View.Shows.A_MOMENT,
        new Pages(Layout.ONE, false, null, true),
        new Style(
            shown.palette(), Letters.SOURCE, 1, shown.look().time(), shown.look().gauges(), WIDTH),
        new Details(SCALE, false, TextMode.EMBEDDED, false, 1, HEIGHT, false));
  }

  /** What was kept of the last choice, for all that is on show now. */
  static ExportChoice remembered(
      Settings settings, View view, int connection, int steps, Shown shown) {
    return new ExportChoice(
        Format.of("x." + settings.get("export.format", "")).orElse(Format.PPTX),
        view,
        connection,
        new Range(1, Math.max(1, steps)),
        view.shows() == View.Shows.A_MOMENT,
        new Pages(
            settings.get("export.layout", Layout.SLIDES),
            settings.get("export.classic", false),
            template(settings.get("export.template", "")),
            settings.get("export.builds", true)),
        new Style(
            THEMES.get(
                (int) settings.number("export.theme", THEMES.indexOf(shown.palette()), 0, 2)),
            settings.get("export.font", Letters.ARIAL),
            settings.number("export.size", SLIDE_SIZE, 0.25, 8),
            settings.get("export.time", Look.Time.ORDER),
            settings.get("export.gauges", shown.look().gauges()),
            settings.number("export.width", WIDTH, 240, 20_000)),
        new Details(
            settings.number("export.scale", SCALE, 1, 4),
            settings.get("export.transparent", false),
            settings.get("export.text", TextMode.EMBEDDED),
            settings.get("export.animated", false),
            settings.number("export.speed", 1, 0.1, 20),
            settings.number("export.height", HEIGHT, 120, 20_000),
            settings.get("export.ascii", false)));
  }

  private static @Nullable Path template(String name) {
    try {
      return !name.isEmpty() && Files.isReadable(Path.of(name)) ? Path.of(name) : null;
    } catch (InvalidPathException fromAnotherSystem) {
      return null;
    }
  }

  /** Keeps what is likely to be wanted the next time too. */
  void remember(Settings settings) {
    Path template = pages.template();
    settings.put("export.format", format.ending());
    settings.put("export.layout", pages.layout());
    settings.put("export.classic", pages.classic());
    settings.put("export.template", template == null ? "" : template.toAbsolutePath());
    settings.put("export.builds", pages.builds());
    settings.put("export.theme", THEMES.indexOf(style.palette()));
    settings.put("export.font", style.letters());
    settings.put("export.size", style.size());
    settings.put("export.time", style.time());
    settings.put("export.gauges", style.gauges());
    settings.put("export.width", style.width());
    settings.put("export.scale", details.scale());
    settings.put("export.transparent", details.transparent());
    settings.put("export.text", details.text());
    settings.put("export.animated", details.animated());
    settings.put("export.speed", details.speed());
    settings.put("export.height", details.height());
    settings.put("export.ascii", details.ascii());
    settings.save();
  }

  /**
   * The same in the words of an export.
   *
   * @param position of the playhead
   */
  ExportOptions options(double position) {
    return new ExportOptions(
        range,
        moment ? Double.valueOf(position) : null,
        style.width(),
        format == Format.GIF ? Double.valueOf(details.height()) : null,
        pages.classic() ? Aspect.CLASSIC : Aspect.WIDE,
        pages.layout(),
        style.palette(),
        style.letters(),
        style.size(),
        style.time().scale(),
        style.gauges(),
        details.scale(),
        details.transparent(),
        details.text(),
        details.animated(),
        details.speed(),
        details.ascii(),
        pages.builds(),
        pages.template());
  }
}
