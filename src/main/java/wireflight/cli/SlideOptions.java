package wireflight.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import wireflight.export.Aspect;
import wireflight.export.Layout;

/** How steps are laid out on pages. */
final class SlideOptions {
  @Option(
      names = "--layout",
      description =
          "one page, as many slides as it takes, or one a step: one, slides or steps"
              + " (default: slides for pptx, one for pdf)")
  private @Nullable Layout layout;

  @Option(names = "--steps", description = "the same as --layout steps")
  private boolean steps;

  @Option(names = "--aspect", description = "of slides: 16:9 or 4:3 (default: ${DEFAULT-VALUE})")
  private String aspect = "16:9";

  @Option(
      names = "--template",
      paramLabel = "DECK",
      description = "a .pptx to add the slides to; it stays as it is, the output is a copy")
  private @Nullable Path template;

  @Option(
      names = "--builds",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "on slides, let each step appear at a click (default: yes)")
  private boolean builds;

  @Option(names = "--animate", description = "an .svg in which one step follows the other")
  private boolean animate;

  @Option(
      names = "--speed",
      description = "of animations: 1 is a second a packet (default: ${DEFAULT-VALUE})")
  private double speed = 1;

  /** Fails if a choice makes no sense. */
  void check() {
    Failure.unless("--speed", speed, 0.1, 20);
    if (steps && layout != null && layout != Layout.STEPS) {
      throw new Failure("--steps means --layout steps; leave one of them out");
    }
    if (template != null && !Files.isReadable(template)) {
      throw new Failure("--template: " + template + " cannot be read; give a .pptx or .potx");
    }
    aspect();
  }

  @Nullable Layout layout() {
    return steps ? Layout.STEPS : layout;
  }

  Aspect aspect() {
    return switch (aspect) {
      case "16:9" -> Aspect.WIDE;
      case "4:3" -> Aspect.CLASSIC;
      default -> throw new Failure("--aspect is 16:9 or 4:3, not " + aspect);
    };
  }

  @Nullable Path template() {
    return template;
  }

  boolean animate() {
    return animate;
  }

  double speed() {
    return speed;
  }

  boolean builds() {
    return builds;
  }
}
