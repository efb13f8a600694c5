package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import wireflight.diagram.Extent;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Item;
import wireflight.drawing.Item.Point;
import wireflight.drawing.Item.Stroke;

/** What stands on slides can be selected: nothing hides it, and nothing lies around the slide. */
class UncoveredTest {
  private static final Color WHITE = Color.rgb(0xffffff);
  private static final Color BLUE = Color.rgb(0x0000ff);
  private static final Stroke LINE = new Stroke(BLUE, 2);
  private static final Item.Rectangle ABOVE = new Item.Rectangle(0, 0, 100, 20, 0, WHITE, null);
  private static final Item.Rectangle BELOW = new Item.Rectangle(0, 80, 100, 20, 0, WHITE, null);

  private static List<Item> seen(Item... items) {
    return Uncovered.of(new Drawing(100, 100, WHITE, "t", "d", List.of(items))).items();
  }

  @Test
  void shapesEndWhereTheyWereHidden() {
    assertThat(seen(new Item.Line(10, 0, 10, 100, LINE), ABOVE, BELOW))
        .containsExactly(new Item.Line(10, 20, 10, 80, LINE));
    assertThat(seen(new Item.Rectangle(10, 10, 20, 30, 0, BLUE, null), ABOVE))
        .containsExactly(new Item.Rectangle(10, 20, 20, 20, 0, BLUE, null));
    Item.Polygon tip =
        new Item.Polygon(
            List.of(new Point(0, 70), new Point(10, 70), new Point(0, 90)), BLUE, null);
    assertThat(seen(tip, BELOW))
        .containsExactly(
            new Item.Polygon(
                List.of(new Point(0, 70), new Point(10, 70), new Point(5, 80), new Point(0, 80)),
                BLUE,
                null));
  }

  @Test
  void linesThatGoWhereTheyLikeEndThereToo() {
    Item.Step[] zigzag = {
      new Item.Step.Move(0, 0),
      new Item.Step.To(10, 40),
      new Item.Step.To(20, 0),
      new Item.Step.To(30, 60)
    };
    assertThat(seen(new Item.Path(List.of(zigzag), null, LINE), ABOVE))
        .usingRecursiveComparison()
        .withComparatorForType(new DoubleComparator(1e-9), Double.class)
        .isEqualTo(
            List.of(
                new Item.Path(
                    List.of(
                        new Item.Step.Move(5, 20),
                        new Item.Step.To(10, 40),
                        new Item.Step.To(15, 20),
                        new Item.Step.Move(20 + 10 / 3.0, 20),
                        new Item.Step.To(30, 60)),
                    null,
                    LINE)));
  }

  /** Its parts lie on the curve: halves have the middle of the whole, and so on. */
  @Test
  void curvesAreDividedWhereTheyCrossAnEdge() {
    Item.Path arch =
        new Item.Path(
            List.of(new Item.Step.Move(0, 10), new Item.Step.Curve(0, 50, 40, 50, 40, 10)),
            null,
            LINE);
    Item.Path part = (Item.Path) seen(arch, ABOVE).getFirst();
    assertThat(part.steps()).hasSize(2);
    var start = (Item.Step.Move) part.steps().get(0);
    var curve = (Item.Step.Curve) part.steps().get(1);
    assertThat(start.y()).isCloseTo(20, within(1e-9));
    assertThat(curve.y()).isCloseTo(20, within(1e-9));
    assertThat(start.x()).isCloseTo(40 - curve.x(), within(1e-9));
    double middle = (start.y() + 3 * curve.y1() + 3 * curve.y2() + curve.y()) / 8;
    assertThat(middle).isCloseTo(40, within(1e-9)); // the arch's top
    assertThat(seen(new Item.Path(arch.steps(), null, LINE))).containsExactly(arch);
  }

  @Test
  void whatIsWhollyHiddenOrOutsideIsLeftOutWithItsGroup() {
    Item.Line hidden = new Item.Line(0, 5, 50, 15, LINE);
    Item.Line outside = new Item.Line(0, 120, 50, 150, LINE);
    assertThat(seen(new Item.Group("g", "", List.of(hidden, outside)), ABOVE)).isEmpty();
  }

  @Test
  void whatWasDrawnAfterACoverStays() {
    Item.Line later = new Item.Line(0, 5, 50, 15, LINE);
    assertThat(seen(ABOVE, later)).containsExactly(later);
  }

  @Test
  void aCoverInTheMiddleStaysWhatItIs() {
    Item.Rectangle middle = new Item.Rectangle(0, 40, 100, 20, 0, WHITE, null);
    assertThat(seen(new Item.Line(10, 0, 10, 100, LINE), middle)).hasSize(2);
  }

  @Test
  void anOutlineIsOpenWhereABarWasCut() {
    Item.Rectangle bar = new Item.Rectangle(10, 10, 10, 80, 3, BLUE, LINE);
    assertThat(seen(bar, BELOW))
        .singleElement()
        .isInstanceOfSatisfying(
            Item.Path.class,
            path -> {
              assertThat(path.steps().getFirst()).isEqualTo(new Item.Step.Move(10, 80));
              assertThat(path.steps().getLast()).isEqualTo(new Item.Step.To(20, 80));
              assertThat(path.stroke()).isEqualTo(LINE);
            });
  }

  @Test
  void slidesOfRealRecordingsLookAsTheyDidAndHaveNothingAroundThem() throws Exception {
    for (RealSlides deck : RealSlides.decks()) {
      for (Slide slide : deck.slides()) {
        Drawing drawing = slide.whole();
        Drawing seen = Uncovered.of(drawing);
        assertThat(Viewers.different(drawing, Viewers.png(seen)))
            .as(deck.name(slide))
            .isLessThan(0.002);
        Extent page = new Extent(0, 0, drawing.width(), drawing.height()).grown(24);
        assertThat(flat(seen.items()).map(Extent::of))
            .as(deck.name(slide))
            .allMatch(each -> each.within(page).equals(each));
      }
    }
  }

  private static Stream<Item> flat(List<Item> items) {
    return items.stream()
        .flatMap(item -> item instanceof Item.Group group ? flat(group.items()) : Stream.of(item));
  }

  @Test
  void aLabelJoinsItsArrowUnlessAnotherOneCrossesIt() {
    Item.Group arrow = new Item.Group("frame-1", "SYN", List.of(new Item.Line(0, 0, 90, 90, LINE)));
    Item.Group label =
        new Item.Group(
            "label-1", "SYN", List.of(new Item.Rectangle(30, 40, 30, 20, 4, WHITE, null)));
    Item.Line apart = new Item.Line(0, 70, 90, 99, LINE);
    Item.Line across = new Item.Line(0, 50, 90, 50, LINE);
    assertThat(LabelGroups.joined(List.of(arrow, apart, label)))
        .containsExactly(
            new Item.Group(
                "frame-1", "SYN", List.of(arrow.items().getFirst(), label.items().getFirst())),
            apart);
    assertThat(LabelGroups.joined(List.of(arrow, across, label)))
        .containsExactly(arrow, across, label);
  }
}
