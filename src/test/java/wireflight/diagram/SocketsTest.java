package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

class SocketsTest {
  private static final Path CAPTURES = Path.of("../shared/captures");
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());

  @Test
  void everyMomentOfTheTableIsReadable() {
    for (Script script :
        List.of(Recordings.handshake(), Recordings.services(), Recordings.datagrams())) {
      Subject subject = subject(script.analysis());
      for (int step = 0; step <= subject.timeline().steps(); step++) {
        LadderChecks.labelsAreApart(picture(subject, step, 600 + 20 * step).drawing());
      }
    }
  }

  @Test
  void theTableOfEveryCaptureIsReadable() throws IOException {
    assumeTrue(Files.isDirectory(CAPTURES), "the folder of captures is not here");
    try (Stream<Path> files = Files.list(CAPTURES)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".pcap")).sorted().toList()) {
        Subject subject = subject(Analyzer.analyze(Recording.open(file)));
        double middle = subject.timeline().steps() / 2.0;
        LadderChecks.labelsAreApart(picture(subject, middle, 700).drawing());
      }
    }
  }

  @Test
  void aSocketThatTheStepHasChangedSaysSo() {
    Subject subject = subject(Recordings.handshake().analysis());
    assertThat(texts(picture(subject, 0, 900))).contains("No socket yet.");
    int last = subject.timeline().steps();
    assertThat(texts(picture(subject, last, 900))).contains("TIME-WAIT", "gone", "0.0.0.0:*");
    assertThat(texts(picture(subject, last - 2, 900))).contains("changed");
  }

  @Test
  void withoutCallsThePictureSaysWhatIsNotKnown() {
    Subject subject = subject(Recordings.loss().analysis());
    String all = String.join(" ", texts(picture(subject, subject.timeline().steps(), 900)));
    assertThat(all).contains("From packets alone").doesNotContain("LISTEN");
  }

  private static Subject subject(Analysis analysis) {
    return new Subject(analysis, TimelineBuilder.build(analysis), -1, -1);
  }

  private static Picture picture(Subject subject, double position, double wide) {
    Sockets sockets = new Sockets(subject, TYPE, new DiagramStyle(Palette.LIGHT));
    double width = sockets.contentWidth(wide);
    return sockets.picture(new Viewport(width, sockets.contentHeight(width)), position);
  }

  private static List<String> texts(Picture picture) {
    return LadderChecks.texts(picture.drawing().items()).stream().map(Item.Text::text).toList();
  }
}
