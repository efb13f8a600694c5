package wireflight.ui;

import java.util.Locale;

/** What a diagram can be exported to. */
enum ExportFormat {
  SVG,
  PNG;

  /** The ending of its file names, without the dot. */
  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }
}
