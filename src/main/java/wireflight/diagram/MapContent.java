package wireflight.diagram;

/** What the map is filled with: every socket, or groups of them. */
interface MapContent {
  /**
   * Where the content lies in a picture.
   *
   * @param width of the content
   * @param scrollX how far it is moved to the left
   * @param top of the content within the picture; negative where it is scrolled
   * @param height of the picture
   */
  record Frame(double width, double scrollX, double top, double height) {
    boolean shows(double y, double tall) {
      return y + tall >= 0 && y <= height;
    }
  }

  boolean isEmpty();

  double width(double pictureWidth, double size);

  double height(double pictureWidth, double top, double size);

  void draw(Sheet sheet, Frame frame, Instant instant);

  String description();
}
