package wireflight.export;

/**
 * The shape of a slide.
 *
 * @param width in units of the drawing
 * @param height in units of the drawing; slides of every shape are {@value #HEIGHT} high
 */
public record Aspect(double width, double height) {
  /** How high a slide is, in CSS pixels: 7.5 inches, as slide programs make them. */
  public static final double HEIGHT = 720;

  /** As screens are. */
  public static final Aspect WIDE = new Aspect(1280, HEIGHT);

  /** As old projectors are. */
  public static final Aspect CLASSIC = new Aspect(960, HEIGHT);

  private static final int EMU_A_PIXEL = 9525;

  /** The width in English metric units. */
  long emuWidth() {
    return Math.round(width * EMU_A_PIXEL);
  }
}
