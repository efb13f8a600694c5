package wireflight.ui;

import wireflight.diagram.View;
import wireflight.drawing.Palette;
import wireflight.export.Aspect;
import wireflight.export.Export;
import wireflight.export.Format;
import wireflight.export.Layout;
import wireflight.export.Range;
import wireflight.export.SvgExporter;
import wireflight.timeline.TimeScale;

/**
 * What a person wants exported, and how.
 *
 * @param range the steps
 * @param layout of documents
 * @param classic whether slides are 4:3 and not 16:9
 * @param size of everything, 1 for a reader at a desk
 * @param speed of animations
 */
record ExportChoice(
    Format format,
    View view,
    Range range,
    Layout layout,
    boolean classic,
    Palette palette,
    double size,
    double speed) {
  private static final double WIDTH = 1280;
  private static final double SLIDE_SIZE = 1.3;

  /** All of a view on one picture, for a reader at a desk. */
  static ExportChoice whole(View view, int steps, Palette palette) {
    Range all = new Range(1, Math.max(1, steps));
    return new ExportChoice(Format.SVG, view, all, Layout.ONE, false, palette, 1, 1);
  }

  /** What was kept of the last choice, for all that is on show now. */
  static ExportChoice remembered(Settings settings, View view, int steps, Palette palette) {
    return new ExportChoice(
        Format.of("x." + settings.get("export.format", "")).orElse(Format.PPTX),
        view,
        new Range(1, Math.max(1, steps)),
        layout(settings.get("export.layout", "")),
        settings.get("export.classic", "").equals("true"),
        palette,
        settings.number("export.size", SLIDE_SIZE, 0.25, 8),
        settings.number("export.speed", 1, 0.1, 20));
  }

  private static Layout layout(String name) {
    for (Layout layout : Layout.values()) {
      if (layout.name().equals(name)) {
        return layout;
      }
    }
    return Layout.SLIDES;
  }

  /** Keeps what is likely to be wanted the next time too. */
  void remember(Settings settings) {
    settings.put("export.format", format.ending());
    settings.put("export.layout", layout);
    settings.put("export.classic", classic);
    settings.put("export.size", size);
    settings.put("export.speed", speed);
    settings.save();
  }

  /**
   * The same in the words of an export.
   *
   * @param position of the playhead, for views that show a moment
   */
  Export.Options options(double position) {
    boolean moment = view.shows() == View.Shows.A_MOMENT;
    return new Export.Options(
        range,
        moment ? Double.valueOf(position) : null,
        WIDTH,
        null,
        classic ? Aspect.CLASSIC : Aspect.WIDE,
        layout,
        palette,
        size,
        new TimeScale.Ordinal(),
        format == Format.GIF ? 1 : 2,
        false,
        SvgExporter.TextMode.EMBEDDED,
        false,
        speed,
        false,
        true,
        null);
  }
}
