package wireflight.export;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import wireflight.drawing.Visible;

/**
 * Text as each language writes it, so that nothing in it is markup, code or a command.
 *
 * <p>Payloads come off the wire and may hold anything. What a language might understand is not
 * listed; what it cannot misunderstand is, and everything else is written as a number. All of them
 * make control characters and the like {@link Visible} first.
 */
final class Escape {
  private static final String PLAIN = " .,()+=·…→✓✕×?_/\"'";

  private static final Map<Integer, String> TEX =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '"', "{\\ttfamily\\char34}"),
          Map.entry((int) '\'', "{\\ttfamily\\char39}"),
          Map.entry((int) '`', "{\\ttfamily\\char96}"),
          Map.entry((int) '-', "{-}"),
          Map.entry((int) '?', "?{}"),
          Map.entry((int) '!', "!{}"),
          Map.entry((int) '·', "$\\cdot$"),
          Map.entry((int) '…', "\\ldots{}"),
          Map.entry((int) '→', "$\\rightarrow$"),
          Map.entry((int) '×', "$\\times$"),
          Map.entry((int) 'µ', "$\\mu$"),
          Map.entry(0x202f, "\\,"));

  private Escape() {}

  private interface Writer {
    String write(int character);
  }

  private static String each(String text, IntPredicate plain, Writer other) {
    StringBuilder out = new StringBuilder();
    Visible.of(text)
        .codePoints()
        .forEach(
            character -> {
              if (plain.test(character)) {
                out.appendCodePoint(character);
              } else {
                out.append(other.write(character));
              }
            });
    return out.toString();
  }

  /**
   * As {@link #each}, but these signs stand for themselves between two letters or digits too: they
   * are markup only at the start, beside another one or beside a space.
   */
  private static String joined(String text, IntPredicate plain, Writer other) {
    int[] characters = Visible.of(text).codePoints().toArray();
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < characters.length; at++) {
      int character = characters[at];
      boolean joins =
          "-_:.=".indexOf(character) >= 0
              && at > 0
              && at + 1 < characters.length
              && Character.isLetterOrDigit(characters[at - 1])
              && Character.isLetterOrDigit(characters[at + 1]);
      if (plain.test(character) || joins) {
        out.appendCodePoint(character);
      } else {
        out.append(other.write(character));
      }
    }
    return out.toString();
  }

  private static boolean isPlain(int character) {
    return Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0;
  }

  /** For Mermaid, which knows {@code #60;} as the character of that number. */
  static String mermaid(String text) {
    return each(text, c -> isPlain(c) && c != '"' && c != '\'' && c != '_', c -> "#" + c + ";");
  }

  /**
   * For PlantUML, whose text knows {@code <U+003C>}; its preprocessor leaves that alone. A
   * backslash stands by itself, because one before a {@code t} would be taken for a tab.
   */
  static String plantUml(String text) {
    return joined(
        text,
        c -> isPlain(c) && "_/\"'.=".indexOf(c) < 0,
        c -> String.format(Locale.ROOT, c == '\\' ? "<plain><U+%04X></plain>" : "<U+%04X>", c));
  }

  /**
   * For LaTeX with any of its engines: what the usual fonts lack is written as {@code <U+4F60>}.
   */
  static String tex(String text) {
    return each(
        text,
        c ->
            c == ' '
                || (c < 0x7f && Character.isLetterOrDigit(c))
                || ".,:;()+=/*@[]".indexOf(c) >= 0,
        c -> {
          String known = TEX.get(c);
          return known != null ? known : isWestern(c) ? Character.toString(c) : number(c);
        });
  }

  /** Latin letters with accents, which LaTeX composes of what it has. */
  private static boolean isWestern(int character) {
    String parts = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD);
    return character <= 0xff && parts.length() == 2 && Character.isLetter(parts.charAt(0));
  }

  private static String number(int character) {
    return String.format(Locale.ROOT, "\\textless{}U+%04X\\textgreater{}", character);
  }

  /** For a cell of a Markdown table: every mark of punctuation may have a backslash before it. */
  static String markdown(String text) {
    return each(
        text,
        c -> c >= 0x80 || Character.isLetterOrDigit(c) || " .,=".indexOf(c) >= 0,
        c -> c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '|' ? "&#124;" : "\\" + (char) c);
  }

  /**
   * For a CSV cell (RFC 4180). An apostrophe keeps spreadsheets from taking text for a formula, as
   * they do where it begins with one of these signs.
   */
  static String csv(String text) {
    String shown = Visible.of(text);
    boolean formula = !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0;
    String safe = formula ? "'" + shown : shown;
    return safe.matches("[^,\"]*") && safe.equals(safe.strip())
        ? safe
        : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  /** A JSON string (RFC 8259) that may also stand in a script or in XML. */
  static String json(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit == '"' || unit == '\\') {
        out.append('\\').append(unit);
      } else if (unit < ' ' || "<>&\u2028\u2029\u007f".indexOf(unit) >= 0 || isFragile(unit)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
      } else {
        out.append(unit);
      }
    }
    return out.append('"').toString();
  }

  /** Marks that turn their neighbours around, and what no file may hold. */
  private static boolean isFragile(char unit) {
    return (unit >= 0x202a && unit <= 0x202e)
        || (unit >= 0x2066 && unit <= 0x2069)
        || unit >= 0xfffe
        || (unit >= 0x80 && unit < 0xa0);
  }
}
