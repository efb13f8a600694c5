package wireflight.drawing;

import java.util.List;

/**
 * A finished picture: an immutable list of items on a background, in painting order.
 *
 * <p>Units are CSS pixels, 1/96 inch; y grows downwards.
 *
 * @param width of the picture
 * @param height of the picture
 * @param background what lies under everything
 * @param title what the picture is, for the title of an exported file
 * @param description what it shows, for people who cannot see it
 * @param items painted first to last
 */
public record Drawing(
    double width,
    double height,
    Color background,
    String title,
    String description,
    List<Item> items) {
  /** Keeps the items from changing. */
  public Drawing {
    items = List.copyOf(items);
  }

  /** The same picture of other items. */
  public Drawing with(List<Item> others) {
    return new Drawing(width, height, background, title, description, others);
  }
}
