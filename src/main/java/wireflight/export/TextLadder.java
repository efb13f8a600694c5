package wireflight.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wireflight.timeline.Lifeline;

/** A ladder of characters, for mails, chats and comments in code. */
final class TextLadder {
  private static final int LEAST_GAP = 24;
  private static final int MOST_GAP = 64;
  private static final int MOST_MARGIN = 48;
  private static final double LOST_AT = 0.84;

  private final Story story;
  private final boolean ascii;
  private final int margin;
  private final int gap;
  private final List<String> lines = new ArrayList<>();

  private TextLadder(Story story, boolean ascii) {
    this.story = story;
    this.ascii = ascii;
    int left = 8;
    int widest = LEAST_GAP;
    for (Lifeline lifeline : story.lifelines()) {
      String address = words(Story.address(lifeline));
      widest =
          Math.max(
              widest, Math.max(TextCells.width(address), TextCells.width(lifeline.name())) + 3);
      left = Math.max(left, lifeline.index() == 0 ? TextCells.width(address) / 2 + 1 : 0);
    }
    for (Story.Event event : story.events()) {
      switch (event) {
        case Story.Message message -> {
          int spans = Math.max(1, Math.abs(message.to() - message.from()));
          widest = Math.max(widest, TextCells.width(words(message.all())) / spans + 8);
        }
        case Story.Called call -> {
          int width = TextCells.width(words(call.text())) + 3;
          left = call.lifeline() == 0 ? Math.max(left, width) : left;
        }
        case Story.State state ->
            left = state.lifeline() == 0 ? Math.max(left, state.name().length() + 5) : left;
      }
    }
    margin = Math.min(left, MOST_MARGIN);
    gap = Math.min(widest, MOST_GAP);
  }

  /**
   * Draws it.
   *
   * @param ascii whether nothing but ASCII is used; else box drawing and the words as they are
   */
  static String of(Story story, boolean ascii) {
    TextLadder ladder = new TextLadder(story, ascii);
    ladder.heads();
    for (Story.Event event : story.events()) {
      switch (event) {
        case Story.Message message -> ladder.message(message);
        case Story.Called call -> ladder.remark(call.lifeline(), call.text());
        case Story.State state -> ladder.remark(state.lifeline(), "[" + state.name() + "]");
      }
    }
    return String.join("\n", ladder.lines) + "\n";
  }

  /** The words, without what is not ASCII where nothing else is wanted. */
  private String words(String text) {
    if (!ascii) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                out.append(
                    c < 0x7f
                        ? Character.toString(c)
                        : switch (c) {
                          case '·' -> "-";
                          case '…' -> "...";
                          case '→' -> "->";
                          case 0x202f -> " ";
                          case 'µ' -> "u";
                          default -> String.format(Locale.ROOT, "\\u{%x}", c);
                        }));
    return out.toString();
  }

  private int x(int lifeline) {
    return margin + gap * lifeline;
  }

  private void heads() {
    TextCells names = new TextCells();
    TextCells addresses = new TextCells();
    for (Lifeline lifeline : story.lifelines()) {
      names.centred(x(lifeline.index()), words(lifeline.name()), gap - 2);
      addresses.centred(x(lifeline.index()), words(Story.address(lifeline)), gap - 2);
    }
    lines.add(names.toString());
    lines.add(addresses.toString());
    lines.add(rails().toString());
  }

  private TextCells rails() {
    TextCells cells = new TextCells();
    for (Lifeline lifeline : story.lifelines()) {
      cells.put(x(lifeline.index()), ascii ? "|" : "│");
    }
    return cells;
  }

  private void message(Story.Message message) {
    TextCells cells = rails();
    int from = x(message.from());
    int to = x(message.to());
    String text = words(message.all());
    if (from == to) {
      cells.put(from + 1, (ascii ? "--) " : "──╯ ") + text);
      lines.add(cells.toString());
      return;
    }
    int step = to > from ? 1 : -1;
    int end = message.lost() ? from + (int) (LOST_AT * (to - from)) : to - step;
    for (int at = from + step; at != end; at += step) {
      cells.put(at, ascii ? "-" : "─");
    }
    String tip = step > 0 ? (ascii ? ">" : "▶") : (ascii ? "<" : "◀");
    cells.put(end, message.lost() ? (ascii ? "x" : "✕") : tip);
    cells.centred((from + to) / 2, " " + text + " ", Math.abs(to - from) - 6);
    lines.add(cells.toString());
  }

  private void remark(int lifeline, String text) {
    TextCells cells = rails();
    String said = words(text);
    if (lifeline == 0 && story.lifelines().size() > 1) {
      String cut = TextCells.cut(said, margin - 2);
      cells.put(x(0) - 2 - TextCells.width(cut) + 1, cut);
    } else {
      boolean last = lifeline == story.lifelines().size() - 1;
      cells.put(x(lifeline) + 2, last ? said : TextCells.cut(said, gap - 4));
    }
    lines.add(cells.toString());
  }
}
