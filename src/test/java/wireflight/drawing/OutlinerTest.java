package wireflight.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OutlinerTest {
  private static final Fonts FONTS = Fonts.bundled();
  private static final Typesetter TYPE = new Typesetter(FONTS);
  private static final Outliner OUTLINER = new Outliner(FONTS, Outliner.Fallback.NONE);

  private static Item.Text text(String text) {
    return TYPE.text(100, 50, text, Face.REGULAR, 20, Color.rgb(0x123456), Item.Anchor.START);
  }

  private static List<Double> xs(Item.Path path) {
    List<Double> xs = new ArrayList<>();
    for (Item.Step step : path.steps()) {
      switch (step) {
        case Item.Step.Move(double x, double _) -> xs.add(x);
        case Item.Step.To(double x, double _) -> xs.add(x);
        case Item.Step.Curve(double _, double _, double _, double _, double x, double _) ->
            xs.add(x);
        case Item.Step.Close() -> {}
      }
    }
    return xs;
  }

  private static double left(Item.Path path) {
    return xs(path).stream().mapToDouble(x -> x).min().orElseThrow();
  }

  private static double right(Item.Path path) {
    return xs(path).stream().mapToDouble(x -> x).max().orElseThrow();
  }

  @Test
  void glyphsStandOneAfterTheOtherFromTheLeft() {
    Item.Path one = OUTLINER.path(text("H"));
    Item.Path two = OUTLINER.path(text("HH"));
    assertThat(two.fill()).isEqualTo(Color.rgb(0x123456));
    assertThat(two.steps()).hasSize(2 * one.steps().size());
    assertThat(left(two)).isEqualTo(left(one)).isBetween(100.0, 103.0);
    assertThat(right(two) - right(one)).isCloseTo(text("H").advance(), within(1e-9));
  }

  @Test
  void textIsStretchedToTheAdvanceItCarries() {
    Item.Text text = text("SYN-SENT");
    Item.Text wide =
        new Item.Text(
            100, 50, text.text(), text.face(), 20, text.color(), text.anchor(), 2 * text.advance());
    assertThat(right(OUTLINER.path(wide)) - 100)
        .isCloseTo(2 * (right(OUTLINER.path(text)) - 100), within(1e-6));
  }

  @Test
  void aCharacterWithoutAnyGlyphIsABoxWithItsNumber() {
    Item.Path box = OUTLINER.path(text("中"));
    Item.Path other = OUTLINER.path(text("国"));
    assertThat(box.steps()).hasSizeGreaterThan(20).isNotEqualTo(other.steps());
    assertThat(left(box)).isGreaterThanOrEqualTo(100);
    assertThat(right(box)).isLessThanOrEqualTo(120);
  }

  @Test
  void theFallbackIsAskedForWhatTheFacesLackAndForNothingElse() {
    List<String> asked = new ArrayList<>();
    Outliner.Fallback square =
        (text, rightToLeft) -> {
          asked.add(text + (rightToLeft ? " rtl" : " ltr"));
          return List.of(
              new Item.Step.Move(0, 0), new Item.Step.To(50, 0), new Item.Step.To(50, -1));
        };
    Item.Path path = new Outliner(FONTS, square).path(text("a中文b שלום"));
    assertThat(asked).containsExactly("中文 ltr", "שלום rtl");
    assertThat(right(path)).isLessThanOrEqualTo(100 + text("a中文b שלום").advance() + 1e-9);
  }

  @Test
  void rightToLeftTextStandsInItsVisualOrderWithItsBracketsTurned() {
    List<String> asked = new ArrayList<>();
    Outliner.Fallback recorder =
        (text, _) -> {
          asked.add(text);
          return List.of(new Item.Step.Move(0, 0), new Item.Step.To(0.1, 0));
        };
    Item.Path path = new Outliner(FONTS, recorder).path(text("אב (גד)"));
    assertThat(asked).containsExactly("גד", "אב");
    // Drawn from the left, the first bracket is an opening one.
    List<Item.Step> opening = OUTLINER.path(text("(")).steps();
    assertThat(xs(path).subList(0, 5))
        .isEqualTo(xs(new Item.Path(opening, null, null)).subList(0, 5));
  }

  @Property
  void anyTextHasAnOutlineOfFiniteNumbers(@ForAll String any) {
    assertThat(xs(OUTLINER.path(text(any)))).allMatch(Double::isFinite);
  }
}
