package wireflight.ui;

import javafx.scene.layout.Region;

/**
 * Sizes of parts of the window, given as often as one likes: JavaFX lays out anew, from the part up
 * to the whole window, also for a size that the part has already.
 */
final class Sizes {
  private Sizes() {}

  /** How wide a part is at least, and wants to be. */
  static void width(Region part, double least, double wanted) {
    if (part.getMinWidth() != least) {
      part.setMinWidth(least);
    }
    if (part.getPrefWidth() != wanted) {
      part.setPrefWidth(wanted);
    }
  }

  /** How high a part is at least, and wants to be. */
  static void height(Region part, double least, double wanted) {
    if (part.getMinHeight() != least) {
      part.setMinHeight(least);
    }
    if (part.getPrefHeight() != wanted) {
      part.setPrefHeight(wanted);
    }
  }
}
