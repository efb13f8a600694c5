package wireflight.export;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wireflight.diagram.Extent;
import wireflight.drawing.Item;

/**
 * Puts labels that are drawn apart from their arrows, above all of them, into the groups of these,
 * so that on a slide both move together.
 *
 * <p>Only where that changes nothing of the picture: a label that another arrow crosses has to stay
 * above that one.
 */
final class LabelGroups {
  private static final String LABEL = "label-";
  private static final String ARROW = "frame-";

  private LabelGroups() {}

  static List<Item> joined(List<Item> items) {
    List<Item> all = new ArrayList<>(items);
    Map<String, Integer> arrows = new HashMap<>();
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at) instanceof Item.Group group) {
        Integer arrow =
            group.name().startsWith(LABEL)
                ? arrows.get(ARROW + group.name().substring(LABEL.length()))
                : null;
        if (arrow != null && isFree(group, all.subList(arrow + 1, at))) {
          Item.Group owner = (Item.Group) all.get(arrow);
          List<Item> both = new ArrayList<>(owner.items());
          both.addAll(group.items());
          all.set(arrow, new Item.Group(owner.name(), owner.description(), both));
          all.remove(at);
          at--;
        } else {
          arrows.put(group.name(), at);
        }
      }
    }
    return all;
  }

  /** Whether nothing of some items touches what a group covers. */
  private static boolean isFree(Item.Group group, List<Item> between) {
    Extent covered = Extent.of(group);
    return between.stream().noneMatch(item -> touches(item, covered));
  }

  private static boolean touches(Item item, Extent covered) {
    return switch (item) {
      case Item.Group group -> group.items().stream().anyMatch(each -> touches(each, covered));
      case Item.Line line ->
          new Rectangle2D.Double(covered.left(), covered.top(), covered.width(), covered.height())
              .intersectsLine(line.x1(), line.y1(), line.x2(), line.y2());
      case Item.Rectangle _, Item.Ellipse _, Item.Polygon _, Item.Path _, Item.Text _ ->
          Extent.of(item).overlaps(covered);
    };
  }
}
