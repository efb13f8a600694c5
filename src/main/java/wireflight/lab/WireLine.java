package wireflight.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wireflight.lab.Words.Word;
import wireflight.wire.Action;
import wireflight.wire.Link;
import wireflight.wire.PacketKind;
import wireflight.wire.Wire;

/**
 * Understands one line that begins with {@code wire}. The grammar stands in {@code
 * src/site/decisions/lesson-grammar.md}.
 */
final class WireLine {
  private static final List<String> VERBS =
      List.of(
          "delay",
          "jitter",
          "rate",
          "queue",
          "mtu",
          "loss",
          "duplicate",
          "reorder",
          "damage",
          "seed",
          "drop",
          "late",
          "swap",
          "forget",
          "hold",
          "flow",
          "release",
          "discard",
          "copy",
          "plain");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)%");
  private static final long MOST_DELAY = TimeUnit.SECONDS.toNanos(10);
  private static final int LEAST_MTU = 576;
  private static final int MOST_MTU = 65_535;
  private static final int MOST_QUEUE = 100_000;
  private static final long MOST_RATE = 100_000_000_000L;

  private final LineWords words;
  private final Map<String, Integer> devices;
  private int at = 2;
  private Wire.From from = Wire.From.BOTH;
  private String sender = "";

  /**
   * A line.
   *
   * @param devices the number of each socket's device, by the socket's name
   */
  WireLine(LineWords words, Map<String, Integer> devices) {
    this.words = words;
    this.devices = devices;
  }

  WireOrder order() throws LessonError {
    Word verb = words.word(1, "what the wire shall do, such as delay, loss or drop");
    WireOrder order =
        switch (verb.text().toLowerCase(Locale.ROOT)) {
          case "delay" -> {
            long nanos = time();
            yield change(link -> link.withDelay(nanos));
          }
          case "jitter" -> {
            long nanos = time();
            yield settings(link -> link.withJitter(nanos));
          }
          case "rate" -> {
            long bits = rate();
            yield settings(link -> link.withRate(bits));
          }
          case "queue" -> {
            int packets = number("how many packets may wait", 1, MOST_QUEUE);
            yield settings(link -> link.withQueue(packets));
          }
          case "mtu" -> {
            int bytes = number("how many bytes", LEAST_MTU, MOST_MTU);
            yield change(link -> link.withMtu(bytes));
          }
          case "loss" -> {
            double share = share();
            yield settings(link -> link.withLoss(share));
          }
          case "reorder" -> {
            double share = share();
            yield settings(link -> link.withReorder(share));
          }
          case "duplicate" -> {
            if (isShare()) {
              double share = share();
              yield settings(link -> link.withDuplicate(share));
            }
            yield duplicate();
          }
          case "damage" -> {
            if (isShare()) {
              double share = share();
              yield settings(link -> link.withDamage(share));
            }
            yield packets(new Action.Damage());
          }
          case "seed" -> {
            int seed = number("a number", 0, Integer.MAX_VALUE);
            yield change(link -> link.withSeed(seed));
          }
          case "plain" -> change(link -> Link.PLAIN);
          case "drop" -> packets(new Action.Drop());
          case "swap" -> packets(new Action.Swap());
          case "late" -> late();
          case "forget" -> everywhere(Wire::forget);
          case "hold" -> everywhere(Wire::hold);
          case "flow" -> everywhere(Wire::flow);
          case "release" -> held(Wire::release);
          case "discard" -> held(Wire::discard);
          case "copy" -> held(Wire::duplicate);
          default ->
              throw words.error(
                  2, "the wire knows no “" + verb.text() + "”" + Nearest.hint(verb.text(), VERBS));
        };
    words.last(at);
    return order;
  }

  // One or more settings on one line: “rate 1Mbit queue 10”, “loss 10% seed 7”.
  private WireOrder settings(UnaryOperator<Link> first) throws LessonError {
    UnaryOperator<Link> all = first;
    while (words.is(at, "seed") || words.is(at, "queue")) {
      boolean seed = words.is(at++, "seed");
      int number = number("a number", seed ? 0 : 1, seed ? Integer.MAX_VALUE : MOST_QUEUE);
      UnaryOperator<Link> before = all;
      all =
          seed
              ? link -> before.apply(link).withSeed(number)
              : link -> before.apply(link).withQueue(number);
    }
    return change(all);
  }

  private WireOrder change(UnaryOperator<Link> setting) throws LessonError {
    from();
    Wire.From which = from;
    return (wire, ports) -> wire.change(which, setting);
  }

  private interface OnDirections {
    void give(Wire wire, Wire.From from);
  }

  private WireOrder everywhere(OnDirections order) throws LessonError {
    from();
    Wire.From which = from;
    return (wire, ports) -> order.give(wire, which);
  }

  private interface OnPacket {
    void give(Wire wire, long packet);
  }

  /** On the held packet of a number, or on the one that has been held longest. */
  private WireOrder held(OnPacket order) throws LessonError {
    if (at < words.count() && !words.is(at, "from")) {
      int packet = number("a packet's number", 1, Integer.MAX_VALUE);
      return (wire, ports) -> order.give(wire, packet);
    }
    from();
    Wire.From which = from;
    return (wire, ports) ->
        wire.held(which).stream().min(Long::compare).ifPresent(packet -> order.give(wire, packet));
  }

  private WireOrder duplicate() throws LessonError {
    Selection selection = selection();
    long after = 0;
    if (words.is(at, "after")) {
      at++;
      after = time();
    }
    return ask(selection, new Action.Duplicate(after));
  }

  private WireOrder late() throws LessonError {
    Selection selection = selection();
    if (words.is(at, "by")) {
      at++;
    }
    return ask(selection, new Action.Late(time()));
  }

  private WireOrder packets(Action action) throws LessonError {
    return ask(selection(), action);
  }

  private WireOrder ask(Selection selection, Action action) throws LessonError {
    from();
    Wire.From which = from;
    String socket = sender;
    return (wire, ports) ->
        wire.ask(which, action, selection.kind, port(socket, ports), selection.numbers);
  }

  private static IntSupplier port(String socket, ToIntFunction<String> ports) {
    return socket.isEmpty() ? () -> 0 : () -> ports.applyAsInt(socket);
  }

  /** Which packets: {@code data 3}, {@code data 3 5}, {@code syn}, {@code every fin}. */
  private record Selection(PacketKind kind, List<Integer> numbers) {}

  private Selection selection() throws LessonError {
    boolean every = words.is(at, "every");
    at += every ? 1 : 0;
    Word word = words.word(at, "a kind of packet: " + String.join(", ", PacketKind.words()));
    PacketKind kind =
        PacketKind.of(word.text())
            .orElseThrow(
                () ->
                    words.error(
                        at + 1,
                        "“"
                            + word.text()
                            + "” is no kind of packet; there are "
                            + String.join(", ", PacketKind.words())
                            + Nearest.hint(word.text(), PacketKind.words())));
    at++;
    List<Integer> numbers = new ArrayList<>();
    while (!every && at < words.count() && words.word(at, "").text().matches("\\d{1,9}")) {
      int number = number("a number", 1, Integer.MAX_VALUE);
      if (!numbers.isEmpty() && number <= numbers.getLast()) {
        throw words.error(at, "the numbers go upwards");
      }
      numbers.add(number);
    }
    if (!every && numbers.isEmpty()) {
      numbers.add(1);
    }
    return new Selection(kind, List.copyOf(numbers));
  }

  /** {@code from device 1}, or from a socket; nothing means both. */
  private void from() throws LessonError {
    if (!words.is(at, "from")) {
      return;
    }
    at++;
    Word word = words.word(at, "device 1, device 2 or a socket's name");
    int device;
    if (word.is("device")) {
      device = deviceNumber(words, at + 1);
      at += 2;
    } else {
      Integer known = devices.get(word.text());
      if (known == null) {
        throw words.error(
            at + 1,
            "there is no socket called “"
                + word.text()
                + "” on a device yet"
                + Nearest.hint(word.text(), devices.keySet()));
      }
      device = known;
      sender = word.text();
      at++;
    }
    from = device == 1 ? Wire.From.DEVICE_1 : Wire.From.DEVICE_2;
  }

  /** The 1 or 2 of {@code device 1} at an index. */
  static int deviceNumber(LineWords words, int index) throws LessonError {
    String number = words.word(index, "1 or 2").text();
    if (!number.equals("1") && !number.equals("2")) {
      throw words.error(index + 1, "there are device 1 and device 2, not “" + number + "”");
    }
    return Integer.parseInt(number);
  }

  private long time() throws LessonError {
    int place = at + 1;
    LineWords.Quantity quantity = words.quantity(at, "a time such as 40ms");
    at = quantity.next();
    TimeUnit unit =
        switch (quantity.unit()) {
          case "us" -> TimeUnit.MICROSECONDS;
          case "ms" -> TimeUnit.MILLISECONDS;
          case "s", "second", "seconds" -> TimeUnit.SECONDS;
          default -> throw words.error(place, "a time ends in us, ms or s, such as 40ms");
        };
    long nanos = unit.toNanos(quantity.number());
    if (nanos > MOST_DELAY) {
      throw words.error(place, "the wire takes at most 10 s");
    }
    return nanos;
  }

  private long rate() throws LessonError {
    int place = at + 1;
    LineWords.Quantity quantity = words.quantity(at, "a rate such as 1Mbit");
    at = quantity.next();
    long factor =
        switch (quantity.unit().replace("/s", "")) {
          case "bit" -> 1;
          case "kbit" -> 1000;
          case "mbit" -> 1_000_000;
          case "gbit" -> 1_000_000_000;
          default -> throw words.error(place, "a rate ends in kbit, Mbit or Gbit, such as 1Mbit");
        };
    long bits = quantity.number() * factor;
    if (bits < 1000 || bits > MOST_RATE) {
      throw words.error(place, "the rate is from 1kbit to 100Gbit");
    }
    return bits;
  }

  private int number(String expected, int least, int most) throws LessonError {
    String text = words.word(at, expected).text();
    if (!text.matches("\\d{1,9}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw words.error(at + 1, "here belongs a number from " + least + " to " + most);
    }
    at++;
    return Integer.parseInt(text);
  }

  private boolean isShare() {
    return at < words.count() && words.text(at).endsWith("%");
  }

  private double share() throws LessonError {
    Matcher matcher = SHARE.matcher(words.word(at, "a share such as 10%").text());
    if (!matcher.matches() || Double.parseDouble(matcher.group(1)) > 100) {
      throw words.error(at + 1, "here belongs a share from 0% to 100%");
    }
    at++;
    return Double.parseDouble(matcher.group(1)) / 100;
  }
}
