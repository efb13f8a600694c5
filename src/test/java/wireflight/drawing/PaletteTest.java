package wireflight.drawing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
  /** How people see colours. */
  enum Vision {
    NORMAL,
    PROTANOPIA,
    DEUTERANOPIA,
    TRITANOPIA;

    /**
     * What becomes of linear RGB, row by row, at full severity: Machado, Oliveira and Fernandes, A
     * Physiologically-based Model for Simulation of Color Vision Deficiency, 2009.
     */
    private double[] matrix() {
      return switch (this) {
        case NORMAL -> new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
        case PROTANOPIA ->
            new double[] {
              0.152286, 1.052583, -0.204868,
              0.114503, 0.786281, 0.099216,
              -0.003882, -0.048116, 1.051998
            };
        case DEUTERANOPIA ->
            new double[] {
              0.367322, 0.860646, -0.227968,
              0.280085, 0.672501, 0.047413,
              -0.011820, 0.042940, 0.968881
            };
        case TRITANOPIA ->
            new double[] {
              1.255528, -0.076749, -0.178779,
              -0.078411, 0.930809, 0.147602,
              0.004733, 0.691367, 0.303900
            };
      };
    }

    double[] see(Color color) {
      double[] in = linear(color);
      double[] out = new double[3];
      double[] matrix = matrix();
      for (int row = 0; row < 3; row++) {
        double sum = 0;
        for (int column = 0; column < 3; column++) {
          sum += matrix[3 * row + column] * in[column];
        }
        out[row] = Math.clamp(sum, 0, 1);
      }
      return out;
    }
  }

  /** Twelve units of CIE 1976 L*a*b*: two lines side by side are plainly not of one colour. */
  private static final double PLAINLY_DIFFERENT = 12;

  private static final Map<String, RecordComponent> NAMES =
      Arrays.stream(Palette.class.getRecordComponents())
          .filter(component -> component.getType() == Color.class)
          .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));

  private static final List<String> SOLIDS =
      List.of(
          "accent",
          "opening",
          "data",
          "established",
          "acknowledgment",
          "closing",
          "error",
          "datagram",
          "neutral",
          "call");

  private static final List<String> INKS =
      Stream.concat(SOLIDS.stream(), Stream.of("text", "mutedText", "callText")).toList();

  static Stream<Palette> palettes() {
    return Stream.of(Palette.LIGHT, Palette.DARK, Palette.HIGH_CONTRAST);
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void everyTextCanBeReadOnWhatItStandsOn(Palette p) throws Exception {
    double least = p.equals(Palette.HIGH_CONTRAST) ? 7 : 4.5;
    Map<String, List<String>> texts =
        Map.of(
            "canvas", INKS,
            "surface", INKS,
            "accentSoft", List.of("text", "mutedText", "accent"),
            "openingSoft", List.of("opening", "text", "mutedText"),
            "establishedSoft", List.of("established", "data", "text", "mutedText"),
            "closingSoft", List.of("closing", "text", "mutedText"),
            "errorSoft", List.of("error", "text", "mutedText"),
            "neutralSoft", List.of("neutral", "text", "mutedText"),
            "callSoft", List.of("callText", "text"));
    for (var ground : texts.entrySet()) {
      for (String ink : ground.getValue()) {
        assertThat(contrast(color(p, ink), color(p, ground.getKey())))
            .as("%s on %s", ink, ground.getKey())
            .isGreaterThanOrEqualTo(least);
      }
    }
    for (String solid : SOLIDS) {
      assertThat(contrast(p.onSolid(), color(p, solid)))
          .as("onSolid on %s", solid)
          .isGreaterThanOrEqualTo(least);
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void linesThatCarryMeaningStandOutFromTheCanvas(Palette p) {
    // WCAG 2.2, 1.4.11: three to one for graphics.
    for (Color line : List.of(p.lifeline(), p.call(), p.accent())) {
      assertThat(contrast(line, p.canvas())).isGreaterThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theKindsOfSegmentStayApart(Vision vision) {
    palettes()
        .forEach(
            p -> {
              List<String> kinds =
                  List.of("opening", "data", "closing", "error", "acknowledgment", "datagram");
              for (String one : kinds) {
                for (String other : kinds) {
                  if (!one.equals(other)) {
                    assertThat(distance(vision.see(color(p, one)), vision.see(color(p, other))))
                        .as("%s and %s", one, other)
                        .isGreaterThan(PLAINLY_DIFFERENT);
                  }
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void everyColourIsOpaque(Palette p) {
    assertThat(NAMES.keySet()).hasSize(25).allMatch(name -> color(p, name).alpha() == 255);
  }

  private static Color color(Palette palette, String name) {
    try {
      return (Color) requireNonNull(NAMES.get(name)).getAccessor().invoke(palette);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static double[] linear(Color color) {
    return new double[] {linear(color.red()), linear(color.green()), linear(color.blue())};
  }

  /** IEC 61966-2-1. */
  private static double linear(int sample) {
    double value = sample / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /** WCAG 2.2, contrast ratio. */
  private static double contrast(Color one, Color other) {
    double a = luminance(linear(one));
    double b = luminance(linear(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double distance(double[] one, double[] other) {
    double[] a = lab(one);
    double[] b = lab(other);
    return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
  }

  /** CIE 1976 L*a*b* of linear sRGB under D65. */
  private static double[] lab(double[] rgb) {
    double x = cubic((0.4125 * rgb[0] + 0.3576 * rgb[1] + 0.1804 * rgb[2]) / 0.9505);
    double y = cubic(luminance(rgb));
    double z = cubic((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9503 * rgb[2]) / 1.0888);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double cubic(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }
}
