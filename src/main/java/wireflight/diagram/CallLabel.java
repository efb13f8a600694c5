package wireflight.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens the text of a call step by step, what is least needed first. */
final class CallLabel {
  private static final Pattern OPTION = Pattern.compile("setsockopt\\((\\w+), (.*)\\)");

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

  private static List<String> forms(String text, String after) {
    List<String> forms = new ArrayList<>();
    forms.add(text + after);
    // The lifelines' heads show the addresses; the port alone still tells where to.
    forms.add(text.replaceAll("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+\\]):", ":") + after);
    // Which option it is says more than that it is one.
    Matcher option = OPTION.matcher(text);
    if (option.find()) {
      forms.add(option.group(1) + "=" + option.group(2) + after);
      forms.add(option.group(1) + after);
    }
    int open = text.indexOf('(');
    String bare = open < 0 || text.endsWith("()") ? text : text.substring(0, open) + "(…)";
    forms.add(bare + after);
    // A socket's name may have a dot of its own, as a program's has.
    String call = bare.substring(bare.lastIndexOf('.', bare.indexOf('(')) + 1);
    forms.add(call + after);
    forms.add(last(call, after));
    return forms;
  }

  // An error's name says more than the call's; what was received may be cut, but not left out.
  private static String last(String call, String after) {
    if (after.startsWith(" →")) {
      return call + after;
    }
    return after.startsWith(" ") ? after.strip() : call;
  }
}
