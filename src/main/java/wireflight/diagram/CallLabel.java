package wireflight.diagram;

import java.util.function.ToDoubleFunction;

/** Shortens the text of a call step by step, what is least needed first. */
final class CallLabel {
  private CallLabel() {}

  /**
   * The longest form that fits; the shortest if none does.
   *
   * @param text as in {@code connect(127.0.0.1:8080)}
   * @param after what follows it, as in {@code → peer}
   */
  static String fit(String text, String after, double room, ToDoubleFunction<String> width) {
    String shortest = text;
    for (String form : forms(text, after)) {
      if (width.applyAsDouble(form) <= room) {
        return form;
      }
      shortest = form;
    }
    return shortest;
  }

  private static String[] forms(String text, String after) {
    // The lifelines' heads show the addresses; the port alone still tells where to.
    String portOnly = text.replaceAll("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+\\]):", ":");
    int open = text.indexOf('(');
    String bare = open < 0 || text.endsWith("()") ? text : text.substring(0, open) + "(…)";
    // A socket's name may have a dot of its own, as a program's has.
    String call = bare.substring(bare.lastIndexOf('.', bare.indexOf('(')) + 1);
    return new String[] {
      text + after, portOnly + after, bare + after, call + after, last(call, after)
    };
  }

  // An error's name says more than the call's; what was received may be cut, but not left out.
  private static String last(String call, String after) {
    if (after.startsWith(" →")) {
      return call + after;
    }
    return after.startsWith(" ") ? after.strip() : call;
  }
}
