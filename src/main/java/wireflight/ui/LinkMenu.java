package wireflight.ui;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import wireflight.lab.WireState;
import wireflight.trace.CapturePoint;

/**
 * What joins the sockets, said and, while it can be, chosen: loopback or the two devices of the
 * wire, and how the wire carries packets from now on, in both directions or in one.
 */
final class LinkMenu extends MenuButton {
  private static final double NARROWEST = 90;
  private static final double WIDEST = 330;

  /** Characters in the longest name of interfaces alone. */
  private static final int NAME = 20;

  private final Wiring wiring;
  private final Texts texts;
  private final LinkText words;
  private final RadioMenuItem loopback;
  private final RadioMenuItem wire;
  private final Menu ways;
  private final CheckMenuItem hold;
  private final List<MenuItem> settings;
  private String from = "";
  private @Nullable Shown shown;

  LinkMenu(Wiring wiring, Texts texts) {
    this.wiring = wiring;
    this.texts = texts;
    this.words = new LinkText(texts);
    setId("link");
    getStyleClass().add("link");
    setMinWidth(NARROWEST);
    setMaxWidth(WIDEST);
    setTooltip(new Tooltip());
    loopback = place("loopback", false);
    wire = place("wire", true);
    ways = new Menu(texts.get("link.direction"));
    ways.setId("link-direction");
    for (String way : List.of("", " from device 1", " from device 2")) {
      RadioMenuItem item =
          new RadioMenuItem(
              texts.get(way.isEmpty() ? "link.both" : "link.direction" + way.replace(" ", "")));
      item.setId(("link-way" + way).replace(' ', '-'));
      item.setSelected(way.isEmpty());
      item.setOnAction(
          _ -> {
            from = way;
            ways.getItems().forEach(each -> ((RadioMenuItem) each).setSelected(each.equals(item)));
          });
      ways.getItems().add(item);
    }
    hold = new CheckMenuItem(texts.get("link.hold"));
    hold.setId("link-hold");
    hold.setOnAction(_ -> tell(holding() ? "flow" : "hold"));
    settings =
        List.of(
            new SeparatorMenuItem(),
            ways,
            menu("delay", "0ms", "5ms", "20ms", "40ms", "100ms", "300ms"),
            menu("jitter", "0ms", "2ms", "10ms", "50ms"),
            menu("rate", "unlimited", "1Mbit queue 10", "10Mbit queue 20", "100Mbit queue 100"),
            menu("loss", "0%", "1%", "5%", "20%", "100%"),
            menu("drop", "data", "data 3", "ack", "syn", "fin", "datagram"),
            menu("duplicate", "0%", "5%", "20%"),
            menu("reorder", "0%", "5%", "20%"),
            menu("damage", "0%", "5%", "20%"),
            menu("mtu", "65535", "1300", "576"),
            new SeparatorMenuItem(),
            hold,
            item("plain", "plain"),
            item("forget", "forget"));
    getItems().addAll(loopback, wire);
    getItems().addAll(settings);
  }

  /** Whether it says anything now. */
  boolean tells() {
    return !getText().isEmpty();
  }

  /** Whether it takes more than a name. */
  boolean says() {
    return chooses() || getText().length() > NAME;
  }

  /** Whether something can be chosen now. */
  boolean chooses() {
    return !isDisable();
  }

  /** Says how it is now, and offers what can be changed. */
  void show(Shown now) {
    shown = now;
    wiring.see(now);
    HandView hand = now.hand();
    boolean live = now.live();
    boolean byHand = live && hand != null;
    boolean onWire = hand == null ? wiring.latest().isPresent() : hand.wire();
    setDisable(!(byHand || live && onWire));
    setText(text(now, hand));
    getTooltip().setText(getText());
    setAccessibleText(texts.get("link") + ": " + getText());
    loopback.setVisible(byHand);
    wire.setVisible(byHand);
    loopback.setSelected(!onWire);
    wire.setSelected(onWire);
    boolean settled = hand != null && hand.placed();
    loopback.setDisable(settled && onWire);
    wire.setDisable(settled && !onWire);
    settings.forEach(item -> item.setVisible(onWire));
    // It parts them from the choice above, which is not always offered.
    settings.getFirst().setVisible(onWire && byHand);
    hold.setSelected(holding());
  }

  private boolean holding() {
    return wiring.latest().map(WireState.Setting::holding).orElse(false);
  }

  private String text(Shown now, @Nullable HandView hand) {
    WireState.Setting setting = (now.live() ? wiring.latest() : wiring.at(now.row())).orElse(null);
    if (setting != null) {
      return words.of(setting);
    }
    if (hand != null) {
      return texts.get(hand.wire() ? "link.wire" : "link.loopback");
    }
    return now.showing() == null
        ? ""
        : now.showing().trace().capturePoints().stream()
            .map(CapturePoint::name)
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(" · "));
  }

  private RadioMenuItem place(String id, boolean onTheWire) {
    RadioMenuItem item = new RadioMenuItem(texts.get("link.place." + id));
    item.setId("link-" + id);
    item.setOnAction(
        _ -> {
          HandView hand = shown == null ? null : shown.hand();
          boolean news = hand != null && hand.wire() != onTheWire;
          wiring.place(onTheWire);
          if (news && onTheWire) {
            // A wire on which nothing takes time would look like a loopback.
            tell("delay 40ms");
          }
        });
    return item;
  }

  /** What the wire can be told with one verb. */
  private Menu menu(String verb, String... values) {
    Menu menu = new Menu(texts.get("link." + verb));
    menu.setId("link-" + verb);
    for (String value : values) {
      MenuItem item = new MenuItem(shown(verb, value));
      item.setMnemonicParsing(false);
      item.setId("link-" + verb + "-" + value.replaceAll("[ %]", ""));
      item.setOnAction(_ -> tell(verb + " " + value));
      menu.getItems().add(item);
    }
    return menu;
  }

  private String shown(String verb, String value) {
    return value.replaceFirst("^(0ms|0%|unlimited|65535)$", none(verb)).replace("ms", " ms");
  }

  private String none(String verb) {
    return texts.get(verb.equals("rate") || verb.equals("mtu") ? "link.unlimited" : "link.none");
  }

  private MenuItem item(String key, String line) {
    MenuItem item = new MenuItem(texts.get("link." + key));
    item.setId("link-" + key);
    item.setOnAction(_ -> tell(line));
    return item;
  }

  private void tell(String line) {
    Shown now = shown;
    if (now != null) {
      wiring.tell(now, "wire " + line + from);
    }
  }
}
