package wireflight.export;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Stroke;

class DashesTest {
  private static final Rectangle2D SEEN = new Rectangle2D.Double(0, 100, 200, 50);

  @Test
  void aLineIsCutToWhatIsSeenAWholeNumberOfPeriodsFromItsStart() {
    Line2D cut = requireNonNull(Dashes.visible(new Line2D.Double(10, 3, 10, 1e6), 9, SEEN, 1));
    assertThat(cut.getX1()).isEqualTo(10);
    assertThat(cut.getY1()).isCloseTo(93, within(1e-6)); // 3 and ten periods, just above 99
    assertThat(cut.getY2()).isCloseTo(151, within(1e-6));
  }

  @Test
  void aLineThatIsNotSeenIsLeftOut() {
    assertThat(Dashes.visible(new Line2D.Double(0, 0, 200, 90), 9, SEEN, 1)).isNull();
    assertThat(Dashes.visible(new Line2D.Double(300, 0, 300, 200), 9, SEEN, 1)).isNull();
    assertThat(Dashes.visible(new Line2D.Double(0, 120, Double.NaN, 120), 9, SEEN, 1)).isNull();
  }

  @Test
  void anOddNumberOfLengthsRepeatsAfterTwoRounds() {
    assertThat(Dashes.period(List.of())).isZero();
    assertThat(Dashes.period(List.of(5.0, 4.0))).isEqualTo(9);
    assertThat(Dashes.period(List.of(5.0, 4.0, 1.0))).isEqualTo(20);
  }

  @Test
  void farAwayEndsDoNotHoldUpThePicture() {
    Stroke dashed = new Stroke(Color.rgb(0), 2, List.of(3.0, 2.0));
    Drawing drawing =
        new Drawing(
            100,
            100,
            Color.rgb(0xffffff),
            "",
            "",
            List.of(
                new Item.Line(50, -1e12, 50, 1e12, dashed),
                new Item.Ellipse(0, 0, 1e12, 1e12, null, dashed),
                new Item.Rectangle(-1e30, 20, 2e30, 2e30, 0, null, dashed)));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> PngExporterTest.image(drawing, new PngExporter.Options(1, false)));
  }
}
