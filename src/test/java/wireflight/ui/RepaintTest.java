package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.diagram.Attention;
import wireflight.diagram.Diagram;
import wireflight.diagram.Extent;
import wireflight.diagram.LadderStyle;
import wireflight.diagram.Subject;
import wireflight.diagram.View;
import wireflight.diagram.Viewport;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Timeline;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;

/** Frames that are painted only where they differ from the one before. */
class RepaintTest {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;

  /** The renderer cuts curves into other pieces where it is clipped, which edges show a little. */
  private static final int UNSEEN = 32;

  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());

  @BeforeAll
  static void toolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void aFrameLooksAsIfAllOfItHadBeenPainted(View view) throws IOException {
    Diagram diagram = diagram(view, "wire-fast-retransmit");
    CanvasPainter painter = new CanvasPainter(new ScreenFonts());
    Canvas kept = fx(() -> new Canvas(WIDTH, HEIGHT));
    Canvas fresh = fx(() -> new Canvas(WIDTH, HEIGHT));
    Drawing before = frame(diagram, 3, 3);
    Drawing first = before;
    fx(() -> painter.paint(first, kept.getGraphicsContext2D()));
    for (double position = 3.1; position < 12; position += 0.23) {
      Drawing was = before;
      // The view stays while the playhead goes on, so that there is something to keep.
      Drawing now = frame(diagram, 3, position);
      fx(() -> painter.repaint(was, now, kept.getGraphicsContext2D()));
      fx(() -> painter.paint(now, fresh.getGraphicsContext2D()));
      assertThat(furthest(pixels(kept), pixels(fresh)))
          .as("%s at %s", view, position)
          .isLessThanOrEqualTo(UNSEEN);
      before = now;
    }
  }

  @Test
  void aFrameWithinAStepChangesLittleOfALadder() throws IOException {
    Diagram diagram = diagram(View.LADDER, "handshake");
    List<Extent> places =
        Changes.between(frame(diagram, 12, 11.3), frame(diagram, 12, 11.4)).orElseThrow();
    assertThat(places).isNotEmpty();
    double area = places.stream().mapToDouble(place -> place.width() * place.height()).sum();
    assertThat(area).isLessThan(0.4 * WIDTH * HEIGHT);
  }

  @Test
  void whatDoesNotDifferIsNotPainted() throws IOException {
    Diagram diagram = diagram(View.LADDER, "handshake");
    assertThat(Changes.between(frame(diagram, 12, 11.3), frame(diagram, 12, 11.3)).orElseThrow())
        .isEmpty();
  }

  @Test
  void anotherThemeIsPaintedWhole() throws IOException {
    Diagram diagram = diagram(View.LADDER, "handshake");
    Drawing light = frame(diagram, 5, 5);
    Drawing dark =
        new Drawing(
            light.width(),
            light.height(),
            Palette.DARK.canvas(),
            light.title(),
            light.description(),
            light.items());
    assertThat(Changes.between(light, dark)).isEmpty();
  }

  private static Diagram diagram(View view, String recording) throws IOException {
    Analysis analysis =
        Analyzer.analyze(Recording.open(Path.of("assets/recordings", recording + ".pcapng")));
    Timeline timeline = TimelineBuilder.build(analysis);
    return view.of(new Subject(analysis, timeline, -1, -1), TYPE, new LadderStyle(Palette.LIGHT));
  }

  private static Drawing frame(Diagram diagram, double around, double position) {
    double y = diagram.attention(WIDTH, around).map(Attention::y).orElse(0.0);
    Viewport view = new Viewport(WIDTH, HEIGHT, 0, Math.max(0, Math.rint(y - HEIGHT / 2.0)));
    return diagram.picture(view, position).drawing();
  }

  /** By how much a channel of a pixel differs at most. */
  private static int furthest(int[] some, int[] others) {
    int most = 0;
    for (int i = 0; i < some.length; i++) {
      for (int shift = 0; shift < 32; shift += 8) {
        int channel = some[i] >>> shift & 0xff;
        most = Math.max(most, Math.abs(channel - (others[i] >>> shift & 0xff)));
      }
    }
    return most;
  }

  private static int[] pixels(Canvas canvas) {
    return fx(
        () -> {
          WritableImage image = canvas.snapshot(null, null);
          int[] pixels = new int[WIDTH * HEIGHT];
          image
              .getPixelReader()
              .getPixels(
                  0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbPreInstance(), pixels, 0, WIDTH);
          return pixels;
        });
  }
}
