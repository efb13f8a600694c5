package wireflight.drawing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bundled type faces; their files lie in {@code assets/fonts} under the SIL Open Font License.
 */
public enum Face {
  REGULAR("SourceSans3-Regular.ttf", "Source Sans 3", 400),
  SEMIBOLD("SourceSans3-SemiBold.ttf", "Source Sans 3", 600),
  BOLD("SourceSans3-Bold.ttf", "Source Sans 3", 700),
  MONO("NotoSansMono-Regular.ttf", "Noto Sans Mono", 400);

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

  /** The TrueType file of the face, for the caller to close. */
  public InputStream open() throws IOException {
    InputStream in = Face.class.getResourceAsStream("/assets/fonts/" + file);
    if (in == null) {
      throw new FileNotFoundException("assets/fonts/" + file + " is missing from the program");
    }
    return in;
  }
}
