package wireflight.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  @Test
  void plainTextIsLeftAlone() {
    String text = "GET /naïve?q=1 → 200 中文 שלום 👩‍💻 e\u0301";
    assertThat(Visible.of(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0000, '\\0'",
    "0009, '\\t'",
    "000a, '\\n'",
    "000d, '\\r'",
    "001b, '\\x1b'",
    "007f, '\\x7f'",
    "0085, '\\x85'",
    "00ad, '\\xad'",
    "200b, '\\u200b'",
    "202e, '\\u202e'",
    "2028, '\\u2028'",
    "2066, '\\u2066'",
    "feff, '\\ufeff'",
    "ffff, '\\uffff'",
    "fdd0, '\\ufdd0'",
    "d800, '\\ud800'",
    "dc00, '\\udc00'",
    "e0041, '\\u{e0041}'",
    "1fffe, '\\u{1fffe}'"
  })
  void whatHasNoShapeIsWrittenOut(String hex, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";
    assertThat(Visible.of(text)).isEqualTo("a" + shown + "b");
  }

  @Property
  void whatIsShownNeverHoldsAnythingInvisible(@ForAll char[] units) {
    String shown = Visible.of(new String(units));
    assertThat(shown.codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    assertThat(Visible.of(shown)).isEqualTo(shown);
  }
}
