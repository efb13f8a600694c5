package wireflight.ui;

import java.io.IOException;
import java.util.List;
import wireflight.drawing.Drawing;

/** What an export can be made of. For the JavaFX thread only. */
interface ExportSource {
  /** The connections by their index in the analysis, in their order. */
  List<Integer> connections();

  /** What a connection is called. */
  String name(int connection);

  /** How many steps a connection has; of -1, how many the recording has. */
  int steps(int connection);

  /**
   * How the pages of a choice will look, each made when it is asked for.
   *
   * @throws IOException with a sentence for people, if no file of the choice can be made
   */
  List<Drawing> pages(ExportChoice choice) throws IOException;

  /**
   * How the text of a choice begins.
   *
   * @throws IOException with a sentence for people, if no file of the choice can be made
   */
  String text(ExportChoice choice) throws IOException;
}
