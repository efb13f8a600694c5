package wireflight.drawing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bundled type faces; their files lie in {@code assets/fonts} under the SIL Open Font License.
 *
 * <p>Diagrams are laid out in the first four. The others stand for the fonts that slides are set
 * in, which every machine has: Arimo is as wide, and kerned, as Arial is, Cousine as Courier New.
 */
public enum Face {
  REGULAR("SourceSans3-Regular.ttf", "Source Sans 3", 400),
  SEMIBOLD("SourceSans3-SemiBold.ttf", "Source Sans 3", 600),
  BOLD("SourceSans3-Bold.ttf", "Source Sans 3", 700),
  MONO("NotoSansMono-Regular.ttf", "Noto Sans Mono", 400),
  ARIAL("Arimo-Regular.ttf", "Arimo", 400),
  ARIAL_BOLD("Arimo-Bold.ttf", "Arimo", 700),
  COURIER("Cousine-Regular.ttf", "Cousine", 400);

  private final String file;
  private final String family;
  private final int weight;

  Face(String file, String family, int weight) {
    this.file = file;
    this.family = family;
    this.weight = weight;
  }

  /** The family as a style sheet names it. */
  public String family() {
    return family;
  }

  /** The weight as a style sheet counts it, 400 for regular. */
  public int weight() {
    return weight;
  }

  /** Whether all characters are equally wide. */
  public boolean isFixedPitch() {
    return this == MONO || this == COURIER;
  }

  /** Whether pairs of letters are set closer, as slide programs set Arial. */
  public boolean isKerned() {
    return this == ARIAL || this == ARIAL_BOLD;
  }

  /** The face of the same weight that slides are set in. */
  public Face onSlides() {
    return switch (this) {
      case REGULAR, ARIAL -> ARIAL;
      case SEMIBOLD, BOLD, ARIAL_BOLD -> ARIAL_BOLD;
      case MONO, COURIER -> COURIER;
    };
  }

  /** The TrueType file of the face, for the caller to close. */
  public InputStream open() throws IOException {
    InputStream in = Face.class.getResourceAsStream("/assets/fonts/" + file);
    if (in == null) {
      throw new FileNotFoundException("assets/fonts/" + file + " is missing from the program");
    }
    return in;
  }
}
