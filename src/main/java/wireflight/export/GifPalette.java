package wireflight.export;

import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The colours of an animation, at most 255 for all of its pictures, and one more that is
 * transparent.
 *
 * <p>Diagrams have few colours, and between them the shades that smooth their edges: the most
 * frequent ones are kept exactly, each other becomes the nearest of them.
 */
final class GifPalette {
  private static final int MOST = 255;

  /** The index of the pixels that stay as they were. */
  static final int UNCHANGED = 255;

  private final Map<Integer, Integer> counts = new HashMap<>();
  private final Map<Integer, Integer> indices = new HashMap<>();
  private int[] colors = {};

  /** Takes the colours of a picture into account. */
  void count(int[] pixels) {
    int run = 0;
    for (int at = 0; at < pixels.length; at++) {
      run++;
      if (at + 1 == pixels.length || pixels[at + 1] != pixels[at]) {
        counts.merge(pixels[at] & 0xffffff, run, Integer::sum);
        run = 0;
      }
    }
  }

  /** Chooses the colours; none is taken into account afterwards. */
  void choose() {
    colors =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST)
            .mapToInt(Map.Entry::getKey)
            .toArray();
    counts.clear();
  }

  /** The index of a colour, or of the nearest one. */
  byte index(int rgb) {
    return (byte) (int) indices.computeIfAbsent(rgb & 0xffffff, this::nearest);
  }

  private int nearest(int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int at = 0; at < colors.length; at++) {
      int red = (rgb >> 16) - (colors[at] >> 16);
      int green = (rgb >> 8 & 0xff) - (colors[at] >> 8 & 0xff);
      int blue = (rgb & 0xff) - (colors[at] & 0xff);
      int distance = 3 * red * red + 4 * green * green + 2 * blue * blue;
      if (distance < least) {
        least = distance;
        best = at;
      }
    }
    return best;
  }

  IndexColorModel model() {
    byte[] reds = new byte[MOST + 1];
    byte[] greens = new byte[MOST + 1];
    byte[] blues = new byte[MOST + 1];
    int[] all = Arrays.copyOf(colors, MOST + 1);
    for (int at = 0; at < all.length; at++) {
      reds[at] = (byte) (all[at] >> 16);
      greens[at] = (byte) (all[at] >> 8);
      blues[at] = (byte) all[at];
    }
    return new IndexColorModel(8, MOST + 1, reds, greens, blues, UNCHANGED);
  }
}
