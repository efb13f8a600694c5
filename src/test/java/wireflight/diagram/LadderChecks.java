package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;

/** What must hold of every picture of a ladder. */
final class LadderChecks {
  private static final double ROUNDING = 0.01;

  private static final Item.Group NOTHING = new Item.Group("", "", List.of());

  private LadderChecks() {}

  /** Every text of a drawing, groups opened. */
  static List<Item.Text> texts(List<Item> items) {
    List<Item.Text> texts = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Text text) {
        texts.add(text);
      } else if (item instanceof Item.Group group) {
        texts.addAll(texts(group.items()));
      }
    }
    return texts;
  }

  /** No two texts overlap, and none leaves the picture. */
  static void labelsAreApart(Drawing drawing) {
    assertThat(faults(drawing)).isEmpty();
  }

  /** Texts that overlap or leave the picture, in words. */
  static List<String> faults(Drawing drawing) {
    List<Item.Text> texts = new ArrayList<>(texts(drawing.items()));
    texts.sort((a, b) -> Double.compare(a.y(), b.y()));
    List<Extent> extents = texts.stream().map(LadderChecks::inner).toList();
    double highest = texts.stream().mapToDouble(Item.Text::size).max().orElse(0);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Extent extent = extents.get(i);
      if (extent.left() < 0
          || extent.right() > drawing.width()
          || extent.top() < 0
          || extent.bottom() > drawing.height()) {
        faults.add("“" + texts.get(i).text() + "” leaves the picture at " + extent);
      }
      double reach = texts.get(i).y() + 2 * highest;
      for (int j = i + 1; j < texts.size() && texts.get(j).y() < reach; j++) {
        if (overlap(extent, extents.get(j))) {
          faults.add("“" + texts.get(i).text() + "” lies over “" + texts.get(j).text() + "”");
        }
      }
    }
    return faults;
  }

  /** The texts between two heights of a picture moved up by an offset, but for those of timers. */
  static List<Item.Text> between(Drawing drawing, double offset, double top, double bottom) {
    List<Item> items = new ArrayList<>(drawing.items());
    items.removeIf(
        item -> item instanceof Item.Group group && group.name().matches("(again|timer)-.*"));
    return texts(items).stream()
        .map(text -> shifted(text, offset))
        .filter(text -> text.y() > top && text.y() < bottom)
        .toList();
  }

  /** Those of some texts that are not among others, at the same place but for rounding. */
  static List<Item.Text> without(List<Item.Text> some, List<Item.Text> others) {
    return some.stream().filter(text -> others.stream().noneMatch(it -> same(it, text))).toList();
  }

  private static boolean same(Item.Text one, Item.Text other) {
    return one.text().equals(other.text())
        && Math.abs(one.x() - other.x()) < ROUNDING
        && Math.abs(one.y() - other.y()) < ROUNDING;
  }

  private static boolean overlap(Extent a, Extent b) {
    return a.left() < b.right()
        && b.left() < a.right()
        && a.top() < b.bottom()
        && b.top() < a.bottom();
  }

  // Lines of one card stand close; what counts is that no letters touch.
  private static Extent inner(Item.Text text) {
    Extent whole = Extent.of(text);
    double shave = 0.08 * text.size();
    return new Extent(whole.left(), whole.top() + shave, whole.right(), whole.bottom() - shave);
  }

  /**
   * The groups of a scrolled picture are those of the whole one that lie in the view, moved, and
   * none is missing.
   */
  static void isCropOf(Drawing some, Drawing all, double offset, double top, double bottom) {
    Map<String, Item.Group> whole = groups(all);
    Map<String, Item.Group> seen = groups(some);
    for (Item.Group group : seen.values()) {
      Item.Group original = whole.getOrDefault(group.name(), NOTHING);
      List<Item.Text> texts = texts(group.items());
      for (Item.Text text : texts) {
        boolean inView = text.y() > top && text.y() < bottom;
        if (inView && !group.name().startsWith("lifeline")) {
          assertThat(moved(original, offset)).as(group.name()).contains(key(text));
        }
      }
    }
    for (Item.Group group : whole.values()) {
      boolean fixed = group.name().startsWith("lifeline") || group.name().equals("playhead");
      for (Item.Text text : texts(group.items())) {
        double y = text.y() - offset;
        boolean beside = text.left() + text.advance() < 0 || text.left() > some.width();
        if (!fixed && !beside && y > top && y < bottom - 12) {
          Item.Group found = seen.getOrDefault(group.name(), NOTHING);
          assertThat(moved(found, 0)).contains(key(shifted(text, offset)));
        }
      }
    }
  }

  private static List<String> moved(Item.Group group, double offset) {
    return texts(group.items()).stream().map(text -> key(shifted(text, offset))).toList();
  }

  private static Item.Text shifted(Item.Text text, double offset) {
    return new Item.Text(
        text.x(),
        text.y() - offset,
        text.text(),
        text.face(),
        text.size(),
        text.color(),
        text.anchor(),
        text.advance());
  }

  private static String key(Item.Text text) {
    return text.text() + "@" + Math.round(text.x() * 100) + "," + Math.round(text.y() * 100);
  }

  private static Map<String, Item.Group> groups(Drawing drawing) {
    Map<String, Item.Group> groups = new HashMap<>();
    for (Item item : drawing.items()) {
      if (item instanceof Item.Group group) {
        assertThat(groups.put(group.name(), group)).as("name used twice").isNull();
      }
    }
    return groups;
  }
}
