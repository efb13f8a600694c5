package wireflight.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a recording can be exported to. */
public enum Format {
  SVG("svg", Kind.PICTURE),
  PNG("png", Kind.PICTURE),
  PDF("pdf", Kind.PAGES),
  PPTX("pptx", Kind.PAGES),
  GIF("gif", Kind.ANIMATION),
  MERMAID("mmd", Kind.TEXT),
  PLANTUML("puml", Kind.TEXT),
  TIKZ("tex", Kind.TEXT),
  LADDER("txt", Kind.TEXT),
  MARKDOWN("md", Kind.TEXT),
  CSV("csv", Kind.TEXT),
  JSON("json", Kind.TEXT),
  PCAPNG("pcapng", Kind.RECORDING),
  PCAP("pcap", Kind.RECORDING);

  /** What sort of thing a file of a format is. */
  public enum Kind {
    /** One picture. */
    PICTURE,
    /** One page or several. */
    PAGES,
    /** Pictures that follow each other. */
    ANIMATION,
    /** Text that people paste, or that other programs read. */
    TEXT,
    /** The packets themselves. */
    RECORDING
  }

  private final String ending;
  private final Kind kind;

  Format(String ending, Kind kind) {
    this.ending = ending;
    this.kind = kind;
  }

  /** How names of its files end, without the dot. */
  public String ending() {
    return ending;
  }

  /** What sort of thing its files are. */
  public Kind kind() {
    return kind;
  }

  /** The format of a file by its name's ending. */
  public static Optional<Format> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> lower.endsWith("." + f.ending)).findFirst();
  }

  /** All endings, as a sentence lists them. */
  public static String endings() {
    String all = Arrays.stream(values()).map(f -> "." + f.ending).collect(Collectors.joining(", "));
    int last = all.lastIndexOf(", ");
    return all.substring(0, last) + " and " + all.substring(last + 2);
  }

  /** How many steps it takes; programs choke on more. */
  int mostSteps() {
    return switch (this) {
      // Mermaid takes 50,000 characters, TeX no length beyond 5.75 metres.
      case MERMAID, TIKZ -> 500;
      case PLANTUML -> 1000;
      case MARKDOWN -> 20_000;
      case LADDER -> 100_000;
      case CSV, JSON, SVG, PNG, PDF, PPTX, GIF, PCAPNG, PCAP -> Integer.MAX_VALUE;
    };
  }
}
