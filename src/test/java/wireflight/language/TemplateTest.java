package wireflight.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final Object[] ARGUMENTS = {"client", "{0}", "it's"};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{0} sends {1}.",
        "{2}{0}",
        "the other''s {1}",
        "{1}",
        "no place",
        "{0} {3}",
        "} {0}"
      })
  void aTemplateSaysWhatItsPatternSays(String pattern) {
    String expected = new MessageFormat(pattern, Locale.ROOT).format(ARGUMENTS);
    assertThat(Template.of(pattern).orElseThrow().fill(ARGUMENTS, String::valueOf))
        .isEqualTo(expected);
  }

  @Test
  void patternsWithFormatsOrQuotesAreLeftToOthers() {
    assertThat(Template.of("{0,choice,0#was|2#were}")).isEmpty();
    assertThat(Template.of("'{'0}")).isEmpty();
    assertThat(Template.of("{10}")).isEmpty();
  }
}
