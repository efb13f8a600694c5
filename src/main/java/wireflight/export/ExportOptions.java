package wireflight.export;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Palette;
import wireflight.timeline.TimeScale;

/**
 * What a person chose. Formats pass over what does not concern them.
 *
 * @param range the steps to show
 * @param moment the position of the playhead; null for none
 * @param width of a picture in CSS pixels; more is used where the lifelines need more
 * @param height of the picture of one moment; null for all up to that moment
 * @param aspect of slides
 * @param layout of pages; null for the usual one of the format
 * @param palette the colours
 * @param letters of pictures and documents; slides have their own
 * @param size of everything, 1 for a reader at a desk
 * @param time what height time gets
 * @param gauges whether a ladder has the numbers of its connection beside it
 * @param scale PNG pixels a CSS pixel
 * @param transparent whether PNG has no background
 * @param text what becomes of text in SVG
 * @param animated whether SVG shows one step after the other
 * @param speed of animations, 1 for a second a packet
 * @param ascii whether a ladder of text uses nothing but ASCII
 * @param builds whether steps appear on a slide one click after another
 * @param template a deck to add the slides to; null for a new one
 */
public record ExportOptions(
    Range range,
    @Nullable Double moment,
    double width,
    @Nullable Double height,
    Aspect aspect,
    @Nullable Layout layout,
    Palette palette,
    Letters letters,
    double size,
    TimeScale time,
    boolean gauges,
    double scale,
    boolean transparent,
    SvgExporter.TextMode text,
    boolean animated,
    double speed,
    boolean ascii,
    boolean builds,
    @Nullable Path template) {
  /** The same for slides of a shape. */
  ExportOptions onSlides(Aspect other) {
    return new ExportOptions(
        range,
        moment,
        width,
        height,
        other,
        layout,
        palette,
        Letters.ARIAL,
        size,
        time,
        gauges,
        scale,
        transparent,
        text,
        animated,
        speed,
        ascii,
        builds,
        template);
  }
}
