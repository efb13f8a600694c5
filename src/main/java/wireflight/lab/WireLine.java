package wireflight.lab;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import wireflight.lab.Words.Word;
import wireflight.language.Saying;
import wireflight.wire.Action;
import wireflight.wire.Link;
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
  private static final int LEAST_MTU = 576;
  private static final int MOST_MTU = 65_535;
  private static final int MOST_QUEUE = 100_000;

  private final LineWords words;
  private final Map<String, Integer> devices;
  private final WireWords values;

  /**
   * A line.
   *
   * @param devices the number of each socket's device, by the socket's name
   */
  WireLine(LineWords words, Map<String, Integer> devices) {
    this.words = words;
    this.values = new WireWords(words, 2);
    this.devices = devices;
  }

  WireOrder order() throws LessonError {
    Word verb = words.word(1, "expected.wire");
    WireOrder order =
        switch (verb.text().toLowerCase(Locale.ROOT)) {
          case "delay" -> {
            long nanos = values.time();
            yield change(link -> link.withDelay(nanos));
          }
          case "jitter" -> {
            long nanos = values.time();
            yield settings(link -> link.withJitter(nanos));
          }
          case "rate" -> {
            long bits = values.rate();
            yield settings(link -> link.withRate(bits));
          }
          case "queue" -> {
            int packets = values.number("expected.queue", 1, MOST_QUEUE);
            yield settings(link -> link.withQueue(packets));
          }
          case "mtu" -> {
            int bytes = values.number("expected.mtu", LEAST_MTU, MOST_MTU);
            yield change(link -> link.withMtu(bytes));
          }
          case "loss" -> {
            double share = values.share();
            yield settings(link -> link.withLoss(share));
          }
          case "reorder" -> {
            double share = values.share();
            yield settings(link -> link.withReorder(share));
          }
          case "duplicate" -> {
            if (values.isShare()) {
              double share = values.share();
              yield settings(link -> link.withDuplicate(share));
            }
            yield duplicate();
          }
          case "damage" -> {
            if (values.isShare()) {
              double share = values.share();
              yield settings(link -> link.withDamage(share));
            }
            yield packets(new Action.Damage());
          }
          case "seed" -> {
            int seed = values.number("expected.number", 0, Integer.MAX_VALUE);
            yield change(link -> link.withSeed(seed));
          }
          case "plain" -> change(link -> Link.PLAIN);
          case "drop" -> packets(new Action.Drop());
          case "swap" -> isHeld() ? held(Wire::swap) : packets(new Action.Swap());
          case "late" -> late();
          case "forget" -> everywhere(Wire::forget);
          case "hold" -> everywhere(Wire::hold);
          case "flow" -> everywhere(Wire::flow);
          case "release" -> held(Wire::release);
          case "discard" -> held(Wire::discard);
          case "copy" -> held(Wire::duplicate);
          default ->
              throw words.error(
                  2,
                  Nearest.hinted(
                      Saying.of(WireLine.class, "noVerb", verb.text()), verb.text(), VERBS));
        };
    values.last();
    return order;
  }

  // One or more settings on one line: “rate 1Mbit queue 10”, “loss 10% seed 7”.
  private WireOrder settings(UnaryOperator<Link> first) throws LessonError {
    UnaryOperator<Link> all = first;
    while (values.is("seed") || values.is("queue")) {
      boolean seed = values.skip("seed");
      if (!seed) {
        values.skip("queue");
      }
      int number =
          values.number("expected.number", seed ? 0 : 1, seed ? Integer.MAX_VALUE : MOST_QUEUE);
      UnaryOperator<Link> before = all;
      all =
          seed
              ? link -> before.apply(link).withSeed(number)
              : link -> before.apply(link).withQueue(number);
    }
    return change(all);
  }

  private WireOrder change(UnaryOperator<Link> setting) throws LessonError {
    return new LinkChange(sender().from(), setting);
  }

  private interface OnDirections {
    void give(Wire wire, Wire.From from);
  }

  private WireOrder everywhere(OnDirections order) throws LessonError {
    Wire.From from = sender().from();
    return (wire, ports) -> order.give(wire, from);
  }

  private interface OnPacket {
    void give(Wire wire, long packet);
  }

  // “wire swap data 3” is a wish for a packet to come; “wire swap 3” is about one that is held.
  private boolean isHeld() {
    return !values.more() || values.isNumber() || values.is("from");
  }

  /** On the held packet of a number, or on the one that has been held longest. */
  private WireOrder held(OnPacket order) throws LessonError {
    if (values.more() && !values.is("from")) {
      int packet = values.number("expected.packet", 1, Integer.MAX_VALUE);
      return (wire, ports) -> order.give(wire, packet);
    }
    Wire.From from = sender().from();
    return (wire, ports) ->
        wire.held(from).stream().min(Long::compare).ifPresent(packet -> order.give(wire, packet));
  }

  private WireOrder duplicate() throws LessonError {
    PacketSelection selection = PacketSelection.read(values);
    long after = 0;
    if (values.skip("after")) {
      after = values.time();
    }
    return ask(selection, new Action.Duplicate(after));
  }

  private WireOrder late() throws LessonError {
    PacketSelection selection = PacketSelection.read(values);
    values.skip("by");
    return ask(selection, new Action.Late(values.time()));
  }

  private WireOrder packets(Action action) throws LessonError {
    return ask(PacketSelection.read(values), action);
  }

  private WireOrder ask(PacketSelection selection, Action action) throws LessonError {
    PacketSender sender = sender();
    return (wire, ports) ->
        wire.ask(sender.from(), action, selection.kind(), sender.port(ports), selection.numbers());
  }

  private PacketSender sender() throws LessonError {
    return PacketSender.read(words, values, devices);
  }
}
