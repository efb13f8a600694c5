package wireflight.ui;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import wireflight.lab.WireState;
import wireflight.wire.Link;

/** Says in a few words how the wire carries packets. */
final class LinkText {
  private static final double MEGA = 1e6;
  private static final double KILO = 1e3;

  private final Texts texts;

  LinkText(Texts texts) {
    this.texts = texts;
  }

  /** As in {@code Wire · 40 ms each way · no loss}. */
  String of(WireState.Setting setting) {
    Link there = setting.there();
    Link back = setting.back();
    List<String> parts = new ArrayList<>();
    parts.add(texts.get("link.wire"));
    if (there.delayNanos() == back.delayNanos()) {
      parts.add(
          there.delayNanos() == 0
              ? texts.get("link.noDelay")
              : texts.get("link.eachWay", time(there.delayNanos())));
    } else {
      parts.add(texts.get("link.ways", time(there.delayNanos()), time(back.delayNanos())));
    }
    add(parts, there, back, link -> link.jitterNanos() == 0 ? "" : jitter(link));
    add(parts, there, back, link -> link.bitsPerSecond() == 0 ? "" : rate(link.bitsPerSecond()));
    if (there.loss() == 0 && back.loss() == 0) {
      parts.add(texts.get("link.noLoss"));
    }
    add(parts, there, back, link -> share("link.loses", link.loss()));
    add(parts, there, back, link -> share("link.duplicates", link.duplicate()));
    add(parts, there, back, link -> share("link.reorders", link.reorder()));
    add(parts, there, back, link -> share("link.damages", link.damage()));
    add(
        parts,
        there,
        back,
        link ->
            link.mtu() >= Short.MAX_VALUE
                ? ""
                : texts.get("link.narrow", String.valueOf(link.mtu())));
    if (setting.holding()) {
      parts.add(texts.get("link.holds"));
    }
    return String.join(" · ", parts);
  }

  private void add(List<String> parts, Link there, Link back, Function<Link, String> part) {
    String one = part.apply(there);
    String other = part.apply(back);
    if (one.equals(other)) {
      if (!one.isEmpty()) {
        parts.add(one);
      }
      return;
    }
    if (!one.isEmpty()) {
      parts.add(texts.get("link.from", one, 1));
    }
    if (!other.isEmpty()) {
      parts.add(texts.get("link.from", other, 2));
    }
  }

  private String jitter(Link link) {
    return texts.get("link.varies", time(link.jitterNanos()));
  }

  private String share(String key, double share) {
    return share == 0 ? "" : texts.get(key, number(100 * share));
  }

  private String time(long nanos) {
    return nanos < TimeUnit.SECONDS.toNanos(1)
        ? texts.get("link.ms", number(nanos / MEGA))
        : texts.get("link.s", number(nanos / (KILO * MEGA)));
  }

  private String rate(long bits) {
    return bits < MEGA
        ? texts.get("link.kbit", number(bits / KILO))
        : texts.get("link.mbit", number(bits / MEGA));
  }

  private String number(double value) {
    return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(texts.locale()))
        .format(value);
  }
}
