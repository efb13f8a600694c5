package wireflight.ui;

import javafx.scene.layout.VBox;

/**
 * A panel with rounded corners, as wide as it is told to be.
 *
 * <p>A list asks its cells only for their height, never for the height at a width; so the panel
 * answers for the width it has, or texts that wrap would be cut off.
 */
class Card extends VBox {
  Card() {
    getStyleClass().add("card");
  }

  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width < 0 ? getPrefWidth() : width);
  }
}
