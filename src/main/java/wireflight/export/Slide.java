package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;

/**
 * One page of a document or slide of a deck.
 *
 * @param picture as large as the page, without the heading
 * @param heading the line at the top that names the slide; null for none
 * @param name what lists of pages call it, the steps that it shows, in the timeline's language
 * @param notes what the speaker may say, paragraphs set apart by line breaks; empty for none
 * @param builds what appears at each click: the names of groups of the picture, which are not there
 *     before; empty if all is there at once
 */
public record Slide(
    Drawing picture,
    Item.@Nullable Text heading,
    String name,
    String notes,
    List<List<String>> builds) {
  /** Keeps the builds from changing. */
  public Slide {
    builds = builds.stream().map(List::copyOf).toList();
  }

  /** A picture by itself. */
  public Slide(Drawing picture) {
    this(picture, null, picture.title(), "", List.of());
  }

  /** The same in other letters. */
  Slide in(SlideLetters letters) {
    Item.@Nullable Text set = heading == null ? null : letters.of(heading);
    return new Slide(letters.of(picture), set, name, notes, builds);
  }

  /** The picture with the heading on it. */
  public Drawing whole() {
    if (heading == null) {
      return picture;
    }
    List<Item> items = new ArrayList<>(picture.items());
    items.add(heading);
    return picture.with(items);
  }
}
