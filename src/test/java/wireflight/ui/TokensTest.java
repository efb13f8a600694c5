package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import wireflight.drawing.Palette;

class TokensTest {
  private static final Pattern TOKEN = Pattern.compile("-wf-[a-z-]+");

  @Test
  void everyColourOfThePaletteIsAToken() {
    assertThat(Tokens.css(Palette.LIGHT))
        .contains("-wf-accent-soft: #e8effdff;")
        .contains("-wf-canvas: #ffffffff;");
    assertThat(Tokens.css(Palette.DARK)).contains("-wf-canvas: #14181dff;");
  }

  @Test
  void theStyleSheetHasNoColourOfItsOwn() throws IOException {
    assertThat(sheet()).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b(?!\\s*[,{:.])");
    assertThat(sheet()).doesNotContainPattern("rgba?\\(|hsba?\\(|derive\\(|ladder\\(");
  }

  @Test
  void theStyleSheetUsesOnlyTokensThatThereAre() throws IOException {
    Set<String> there = tokens(Tokens.css(Palette.LIGHT));
    there.addAll(Set.of("-wf-family", "-wf-family-soft"));
    assertThat(there).containsAll(tokens(sheet()));
  }

  private static Set<String> tokens(String css) {
    Set<String> tokens = new TreeSet<>();
    Matcher matcher = TOKEN.matcher(css);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private static String sheet() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TokensTest.class.getResourceAsStream("window.css"))) {
      // The comments may say what they like.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?s)/\\*.*?\\*/", "");
    }
  }
}
