package wireflight.drawing;

/**
 * A colour, sRGB with alpha.
 *
 * @param argb alpha, red, green and blue, eight bits each from the top
 */
public record Color(int argb) {
  /** An opaque colour from 0xRRGGBB. */
  public static Color rgb(int rgb) {
    return new Color(0xff000000 | rgb);
  }

  /** The same colour with another alpha, 0 to 1. */
  public Color withAlpha(double alpha) {
    return new Color((int) Math.round(alpha * 255) << 24 | (argb & 0xffffff));
  }

  /** 0 to 255. */
  public int alpha() {
    return argb >>> 24;
  }

  /** 0 to 255. */
  public int red() {
    return argb >> 16 & 0xff;
  }

  /** 0 to 255. */
  public int green() {
    return argb >> 8 & 0xff;
  }

  /** 0 to 255. */
  public int blue() {
    return argb & 0xff;
  }
}
