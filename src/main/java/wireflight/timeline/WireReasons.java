package wireflight.timeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in a reader's language why the lab's wire treated a packet as it did: a recording has that
 * in the wire's own English words, of which there are few.
 */
final class WireReasons {
  private static final Pattern OVERTAKEN = Pattern.compile("overtaken, (.+)");
  private static final Pattern EVERY = Pattern.compile("every (.+), as asked");
  private static final Pattern NUMBERED = Pattern.compile("(.+) (\\d+), as asked");
  private static final Pattern QUEUE = Pattern.compile("the queue of (\\d+) is full");
  private static final Pattern LENGTH = Pattern.compile("longer than the MTU of (\\d+)");

  /** Of a packet that was held until somebody let it go on. */
  static final String RELEASED = "released";

  private WireReasons() {}

  /** A reason; as it is recorded where it is in other words than the wire's. */
  static String of(String why, Words words) {
    Matcher overtaken = OVERTAKEN.matcher(why);
    if (overtaken.matches()) {
      return words.get("wire.overtaken", of(overtaken.group(1), words));
    }
    Matcher every = EVERY.matcher(why);
    if (every.matches()) {
      return words.get("wire.every", kind(every.group(1), words));
    }
    Matcher numbered = NUMBERED.matcher(why);
    if (numbered.matches()) {
      return words.get("wire.numbered", kind(numbered.group(1), words), numbered.group(2));
    }
    Matcher queue = QUEUE.matcher(why);
    if (queue.matches()) {
      return words.get("wire.queue", queue.group(1));
    }
    Matcher length = LENGTH.matcher(why);
    if (length.matches()) {
      return words.get("wire.length", length.group(1));
    }
    return switch (why) {
      case "by chance" -> words.get("wire.chance");
      case "by hand" -> words.get("wire.hand");
      case RELEASED -> words.get("wire.released");
      default -> why;
    };
  }

  /** The reason why a packet came otherwise than the link alone would have brought it. */
  static String ofDelivered(String why, Words words) {
    boolean asked = EVERY.matcher(why).matches() || NUMBERED.matcher(why).matches();
    boolean overtaken = OVERTAKEN.matcher(why).matches();
    return asked && !overtaken ? words.get("note.wire.late", of(why, words)) : of(why, words);
  }

  private static String kind(String kind, Words words) {
    String key = "wire.kind." + kind.replace(' ', '-');
    return words.has(key) ? words.get(key) : kind;
  }
}
