package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.fx;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item;

class CanvasPainterTest {
  private static final Color RED = Color.rgb(0xff0000);
  private static final Color BLUE = Color.rgb(0x0000ff);
  private static final int WHITE = 0xffffffff;

  @BeforeAll
  static void toolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void shapesAreFilledAndStroked() {
    PixelReader picture =
        paint(
            new Item.Rectangle(10, 10, 20, 20, 0, RED, new Item.Stroke(BLUE, 4)),
            new Item.Ellipse(60, 20, 10, 10, RED, null),
            new Item.Polygon(
                List.of(new Item.Point(80, 10), new Item.Point(99, 10), new Item.Point(80, 40)),
                BLUE,
                null));
    assertThat(picture.getArgb(20, 20)).isEqualTo(RED.argb());
    assertThat(picture.getArgb(10, 20)).isEqualTo(BLUE.argb());
    assertThat(picture.getArgb(60, 20)).isEqualTo(RED.argb());
    assertThat(picture.getArgb(51, 11)).isEqualTo(WHITE);
    assertThat(picture.getArgb(83, 15)).isEqualTo(BLUE.argb());
    assertThat(picture.getArgb(97, 35)).isEqualTo(WHITE);
  }

  @Test
  void pathsFollowTheirCurvesAndCornersAreRound() {
    PixelReader picture =
        paint(
            new Item.Path(
                List.of(
                    new Item.Step.Move(10, 50),
                    new Item.Step.Curve(10, 10, 50, 10, 50, 50),
                    new Item.Step.To(10, 50),
                    new Item.Step.Close()),
                RED,
                null),
            new Item.Rectangle(60, 10, 30, 30, 15, BLUE, null));
    assertThat(picture.getArgb(30, 40)).isEqualTo(RED.argb());
    assertThat(picture.getArgb(12, 22)).isEqualTo(WHITE);
    assertThat(picture.getArgb(75, 25)).isEqualTo(BLUE.argb());
    assertThat(picture.getArgb(61, 11)).isEqualTo(WHITE);
  }

  @Test
  void dashesLeaveGapsAndTheNextLineIsSolidAgain() {
    PixelReader picture =
        paint(
            new Item.Line(0, 10, 100, 10, new Item.Stroke(RED, 4, List.of(10.0, 10.0))),
            new Item.Line(0, 30, 100, 30, new Item.Stroke(BLUE, 4)));
    assertThat(picture.getArgb(5, 10)).isEqualTo(RED.argb());
    assertThat(picture.getArgb(15, 10)).isEqualTo(WHITE);
    assertThat(picture.getArgb(15, 30)).isEqualTo(BLUE.argb());
  }

  @Test
  void groupsAndTextAreDrawnAtTheAnchor() {
    Item.Text end = new Item.Text(90, 50, "MM", Face.BOLD, 20, RED, Item.Anchor.END, 40);
    PixelReader picture = paint(new Item.Group("g", "", List.of(end)));
    assertThat(reds(picture, 45, 92)).isGreaterThan(50);
    assertThat(reds(picture, 0, 45)).isZero();
  }

  private static int reds(PixelReader picture, int from, int to) {
    int reds = 0;
    for (int x = from; x < to; x++) {
      for (int y = 0; y < 60; y++) {
        if ((picture.getArgb(x, y) & 0xff) < 100) {
          reds++;
        }
      }
    }
    return reds;
  }

  private static PixelReader paint(Item... items) {
    return fx(
        () -> {
          Canvas canvas = new Canvas(100, 60);
          Drawing drawing = new Drawing(100, 60, Color.rgb(0xffffff), "", "", List.of(items));
          new CanvasPainter(new ScreenFonts()).paint(drawing, canvas.getGraphicsContext2D());
          return canvas.snapshot(null, null).getPixelReader();
        });
  }
}
