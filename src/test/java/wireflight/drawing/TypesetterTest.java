package wireflight.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TypesetterTest {
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());
  private static final Color BLACK = Color.rgb(0);

  @Test
  void aTextCarriesItsMeasuredWidth() {
    Item.Text text = TYPE.text(100, 20, "SYN\r", Face.BOLD, 12, BLACK, Item.Anchor.MIDDLE);
    assertThat(text.text()).isEqualTo("SYN\\r");
    assertThat(text.advance()).isEqualTo(TYPE.width("SYN\\r", Face.BOLD, 12)).isPositive();
    assertThat(text.left()).isCloseTo(100 - text.advance() / 2, within(1e-9));
  }

  @Test
  void centredTextHasItsCapitalsAboutTheMiddle() {
    Item.Text text = TYPE.centred(0, 50, "SYN", Face.REGULAR, 10, BLACK, Item.Anchor.START);
    assertThat(text.y()).isCloseTo(53.3, within(1e-9));
  }

  @Test
  void whatFitsIsNotCut() {
    double width = TYPE.width("ESTABLISHED", Face.SEMIBOLD, 11);
    assertThat(TYPE.ellipsize("ESTABLISHED", Face.SEMIBOLD, 11, width)).isEqualTo("ESTABLISHED");
    assertThat(TYPE.ellipsize("ESTABLISHED", Face.SEMIBOLD, 11, width - 0.1))
        .isEqualTo("ESTABLISH…");
    assertThat(TYPE.ellipsize("ESTABLISHED", Face.SEMIBOLD, 11, 1)).isEmpty();
  }

  @Test
  void aCharacterIsNeverCutInTwo() {
    String family = "👨‍👩‍👧‍👦";
    assertThat(TYPE.ellipsize("a" + family + "bcdef", Face.REGULAR, 10, 40)).isEqualTo("a…");
    assertThat(TYPE.ellipsize("ae\u0301".repeat(3), Face.REGULAR, 10, 21)).isEqualTo("ae\u0301…");
    assertThat(TYPE.ellipsize("one  two", Face.REGULAR, 10, 30)).isEqualTo("one…");
  }

  @Property
  void theResultAlwaysFits(
      @ForAll String text, @ForAll @DoubleRange(min = 0, max = 300) double room) {
    String cut = TYPE.ellipsize(text, Face.REGULAR, 13, room);
    assertThat(TYPE.width(cut, Face.REGULAR, 13)).isLessThanOrEqualTo(room + 1e-9);
  }
}
