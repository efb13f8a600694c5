package wireflight.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import wireflight.language.Language;

/** What of the look is kept from one day to the next: what suits the person, not the moment. */
final class Remembered {
  private static final double MOST_LETTERS = 2;

  private final Settings settings;

  Remembered(Settings settings) {
    this.settings = settings;
  }

  /** The look as it was left. */
  Look look() {
    String time = settings.get("look.time", "").toUpperCase(Locale.ROOT);
    Look.Time scale =
        Stream.of(Look.Time.values())
            .filter(it -> it.name().equals(time))
            .findFirst()
            .orElse(Look.Time.ORDER);
    return Look.USUAL
        .withTime(scale)
        .withLetters(settings.number("look.letters", 1, 1, MOST_LETTERS))
        .withGauges(settings.get("look.gauges", "").equals("true"))
        .withPanels(settings.get("look.panels", Look.Panels.FITTING))
        .withStill(settings.get("look.still", "").equals("true"))
        .withZoom(settings.number("look.zoom", 1, Look.LEAST_ZOOM, Look.MOST_ZOOM));
  }

  /** Whether dark was chosen, or light; empty where the system decides. */
  Optional<Boolean> dark() {
    return switch (settings.get("look.theme", "")) {
      case "dark" -> Optional.of(true);
      case "light" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** The language that was chosen; empty where the system decides. */
  Optional<Language> language() {
    String code = settings.get("language", "");
    return Stream.of(Language.values()).filter(it -> it.code().equals(code)).findFirst();
  }

  /** Keeps a choice of language. */
  void keep(Optional<Language> language) {
    settings.put("language", language.map(Language::code).orElse("system"));
  }

  /** Keeps both. */
  void keep(Look look, Optional<Boolean> dark) {
    settings.put("look.time", look.time().name().toLowerCase(Locale.ROOT));
    settings.put("look.letters", look.letters());
    settings.put("look.gauges", look.gauges());
    settings.put("look.still", look.still());
    settings.put("look.panels", look.panels());
    settings.put("look.zoom", look.zoom());
    settings.put("look.theme", dark.map(it -> it ? "dark" : "light").orElse("system"));
  }
}
