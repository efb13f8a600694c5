package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Typesetter;
import wireflight.trace.Recording;

/** What must hold of every picture of every diagram, and the recordings to hold it against. */
final class DiagramChecks {
  static final Typesetter TYPE = new Typesetter(Fonts.bundled());
  static final Path RECORDINGS = Path.of("assets/recordings");
  static final Path CAPTURES = Path.of("../shared/captures");

  private static final double SMALLEST = 12;

  private DiagramChecks() {}

  /** Does something with every recording in a folder that can be read; gives how many they are. */
  static int each(Path folder, BiConsumer<Path, Analysis> use) throws IOException {
    int count = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(DiagramChecks::isCapture).sorted().toList()) {
        use.accept(file, Analyzer.analyze(Recording.open(file)));
        count++;
      }
    }
    return count;
  }

  private static boolean isCapture(Path file) {
    return file.toString().matches(".*\\.(pcap|pcapng|cap)");
  }

  /** Labels are apart, inside and large enough, and the same moment gives the same picture. */
  static void holds(Diagram diagram, double width, double position, String about) {
    double wide = diagram.contentWidth(width);
    double high = Math.min(6000, Math.max(120, diagram.contentHeight(width)));
    // What scrolls may be cut at the lower edge, so the whole of it is looked at.
    Picture picture = diagram.picture(new Viewport(wide, high), position);
    List<Item.Text> texts = LadderChecks.texts(picture.drawing().items());
    assertThat(texts).as(about).allMatch(text -> text.size() >= SMALLEST - 1e-9);
    if (diagram.contentHeight(width) <= 6000) {
      try {
        LadderChecks.labelsAreApart(picture.drawing());
      } catch (AssertionError e) {
        throw new AssertionError(about + " at " + position + ": " + e.getMessage(), e);
      }
    }
    assertThat(diagram.picture(new Viewport(wide, high), position)).isEqualTo(picture);
  }

  static List<String> strings(Picture picture) {
    return LadderChecks.texts(picture.drawing().items()).stream().map(Item.Text::text).toList();
  }
}
