package wireflight.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wireflight.diagram.Extent;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;

/**
 * Where a drawing differs from the one before it, so that only that need be painted anew: in most
 * frames of a playing ladder no more than a packet on its way and the playhead.
 */
final class Changes {
  /** Half of the thickest stroke with its mitres, and the letters that reach over their advance. */
  static final double REACH = 12;

  /** From this share of the picture on everything is painted. */
  private static final double MOST = 0.6;

  private static final int MOST_PLACES = 12;

  private Changes() {}

  /** The places, on whole pixels and apart from each other; empty where all is to be painted. */
  static Optional<List<Extent>> between(Drawing before, Drawing now) {
    if (before.width() != now.width()
        || before.height() != now.height()
        || !before.background().equals(now.background())) {
      return Optional.empty();
    }
    Extent picture = new Extent(0, 0, now.width(), now.height());
    List<Extent> places = new ArrayList<>();
    int first = alike(before.items(), now.items(), true, 0);
    int last = alike(before.items(), now.items(), false, first);
    int gone = before.items().size() - last;
    int come = now.items().size() - last;
    for (int i = first; i < Math.max(gone, come); i++) {
      if (i < gone && i < come && before.items().get(i).equals(now.items().get(i))) {
        continue;
      }
      Extent changed = i < gone ? Extent.of(before.items().get(i)) : null;
      if (i < come) {
        Extent fresh = Extent.of(now.items().get(i));
        changed = changed == null ? fresh : changed.with(fresh);
      }
      if (changed != null) {
        add(places, onPixels(changed.grown(REACH)).within(picture));
      }
    }
    double area = 0;
    for (Extent place : places) {
      area += place.width() * place.height();
    }
    boolean most = places.size() > MOST_PLACES || area > MOST * now.width() * now.height();
    return most ? Optional.empty() : Optional.of(places);
  }

  /** How many items are the same, from the beginning or else from the end, which leaves some. */
  private static int alike(List<Item> before, List<Item> now, boolean beginning, int left) {
    int most = Math.min(before.size(), now.size()) - left;
    int count = 0;
    while (count < most) {
      Item was = before.get(beginning ? count : before.size() - 1 - count);
      Item is = now.get(beginning ? count : now.size() - 1 - count);
      if (!was.equals(is)) {
        break;
      }
      count++;
    }
    return count;
  }

  private static Extent onPixels(Extent of) {
    return new Extent(
        Math.floor(of.left()), Math.floor(of.top()), Math.ceil(of.right()), Math.ceil(of.bottom()));
  }

  /** Adds a place; with those that it overlaps it becomes one. */
  private static void add(List<Extent> places, Extent added) {
    if (added.width() <= 0 || added.height() <= 0) {
      return;
    }
    Extent whole = added;
    for (int i = places.size() - 1; i >= 0; i--) {
      if (places.get(i).overlaps(whole)) {
        whole = whole.with(places.remove(i));
        i = places.size();
      }
    }
    places.add(whole);
  }
}
