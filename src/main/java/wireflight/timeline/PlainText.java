package wireflight.timeline;

/** Markdown to one line of plain text, for places that show no formatting. */
final class PlainText {
  private PlainText() {}

  static String ofMarkdown(String markdown) {
    return markdown
        .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .replaceAll("(?m)^\\s{0,3}(#{1,6}|>|[-*+]|\\d+\\.)\\s+", "")
        .replaceAll("(\\*\\*|__)(.+?)\\1", "$2")
        .replaceAll("(?<![\\w*])\\*([^*]+)\\*(?![\\w*])", "$1")
        .replaceAll("(?<!\\w)_([^_]+)_(?!\\w)", "$1")
        .replaceAll("`([^`]*)`", "$1")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
