package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import wireflight.drawing.Drawing;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;
import wireflight.timeline.TimeScale;
import wireflight.timeline.Timeline;

class LadderTest {
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());

  @Test
  void theHandshakeReadsAsADrawing() {
    Timeline timeline = Recordings.handshake().timeline();
    List<Item> items = whole(ladder(timeline), timeline, 827).drawing().items();
    assertThat(strings(items))
        .contains("client", "server", "127.0.0.1:40312", "127.0.0.1:8080 (http-alt)")
        .contains("SYN", "Seq=0   Win=64240   MSS=1460", "SYN, ACK", "Seq=0   Ack=1")
        .contains("PSH, ACK · 5", "bind(:8080)", "connect(127.0.0.1:8080)", "accept() → peer")
        .contains("LISTEN", "SYN-SENT", "SYN-RECEIVED", "FIN-WAIT-1", "TIME-WAIT")
        .contains("peer.recv(100) → 0 (FIN)", "this machine", "process 4711");
    assertThat(strings(items).stream().filter("ESTABLISHED"::equals)).hasSize(2);
  }

  @Test
  void arrowsGoFromTheSendersLineDownToTheReceivers() {
    Timeline timeline = Recordings.handshake().timeline();
    Picture picture = whole(ladder(timeline), timeline, 827);
    double client = texts(picture.drawing().items(), "127.0.0.1:40312").x();
    double server = texts(picture.drawing().items(), "127.0.0.1:8080 (http-alt)").x();
    Item.Group syn = group(picture, "SYN  Seq=0");
    Item.Line line = (Item.Line) syn.items().getFirst();
    Item.Polygon tip = (Item.Polygon) syn.items().get(1);
    assertThat(line.x1()).isEqualTo(client);
    assertThat(tip.points().getFirst().x()).isEqualTo(server);
    assertThat(tip.points().getFirst().y() - line.y1()).isCloseTo(72, within(1e-9));
    Item.Line back = (Item.Line) group(picture, "SYN, ACK").items().getFirst();
    assertThat(back.x1()).isEqualTo(server);
    assertThat(back.y1()).isGreaterThan(line.y1() + 72);
  }

  @Test
  void whatLiesAfterThePlayheadIsHidden() {
    Timeline timeline = Recordings.handshake().timeline();
    Ladder ladder = ladder(timeline);
    Viewport view = new Viewport(827, 2000);
    List<String> before = strings(ladder.picture(view, 0).drawing().items());
    assertThat(before).contains("client", "server").doesNotContain("socket(…)", "SYN", "LISTEN");
    List<String> sent = strings(ladder.picture(view, 7.3).drawing().items());
    assertThat(sent)
        .contains("SYN-SENT", "connect(127.0.0.1:8080)…")
        .doesNotContain("SYN-RECEIVED");
    List<String> arrived = strings(ladder.picture(view, 8).drawing().items());
    assertThat(arrived).contains("SYN-RECEIVED", "Seq=0   Win=64240   MSS=1460");
    List<String> returned = strings(ladder.picture(view, 11).drawing().items());
    assertThat(returned).contains("connect(127.0.0.1:8080)", "blocked 80.0 µs");
  }

  @Test
  void ofHundredsOfCallsThatWaitInOneLaneOneBarIsDrawn() {
    Timeline timeline = Recordings.waiting(300).timeline();
    LadderStyle.Crowd folded = new LadderStyle.Crowd(24, 827);
    LadderStyle style =
        new LadderStyle(
            Palette.LIGHT, 1, new TimeScale.Ordinal(), true, LadderStyle.STEEP, false, folded);
    Ladder ladder = new Ladder(timeline, TYPE, style);
    double end = ladder.contentHeight(827);
    Viewport view = new Viewport(827, 600, 0, end - 600);
    Drawing drawing = ladder.picture(view, timeline.steps()).drawing();
    List<Item.Rectangle> bars =
        drawing.items().stream()
            .filter(item -> item instanceof Item.Group group && group.name().startsWith("call-"))
            .flatMap(item -> ((Item.Group) item).items().stream())
            .filter(Item.Rectangle.class::isInstance)
            .map(Item.Rectangle.class::cast)
            .toList();
    assertThat(bars).hasSize(4).doesNotHaveDuplicates();
    assertThat(bars).extracting(Item.Rectangle::x).doesNotHaveDuplicates();
  }

  @Test
  void aPacketUnderWayIsASolidPlateThatMovesWithThePlayhead() {
    Timeline timeline = Recordings.handshake().timeline();
    Ladder ladder = ladder(timeline);
    double last = 0;
    for (double part = 0.2; part < 0.9; part += 0.1) {
      Picture picture = ladder.picture(new Viewport(827, 2000), 7 + part);
      Item.Group syn = group(picture, "SYN  Seq=0");
      Item.Rectangle plate =
          (Item.Rectangle)
              syn.items().stream()
                  .filter(Item.Rectangle.class::isInstance)
                  .findFirst()
                  .orElseThrow();
      assertThat(plate.fill()).isEqualTo(Palette.LIGHT.opening());
      double middle = plate.x() + plate.width() / 2;
      assertThat(middle).isGreaterThan(last);
      last = middle;
      assertThat(plate.y() + plate.height() / 2).isCloseTo(ladder.y(827, 7 + part), within(1e-6));
    }
  }

  @Test
  void regionsTellWhichRowIsPointedAt() {
    Timeline timeline = Recordings.handshake().timeline();
    Picture picture = whole(ladder(timeline), timeline, 827);
    Item.Text label = texts(picture.drawing().items(), "SYN, ACK");
    Region hit =
        picture.regions().reversed().stream()
            .filter(region -> region.contains(label.left() + 2, label.y() - 2))
            .findFirst()
            .orElseThrow();
    assertThat(hit.name()).isEqualTo("frame-" + (hit.row() + 1));
    assertThat(timeline.sentence(timeline.stepOf(hit.row()))).contains("agrees");
  }

  @Test
  void aLostPacketEndsInACross() {
    Timeline timeline = Recordings.loss().timeline();
    Picture picture = whole(ladder(timeline), timeline, 827);
    Item.Group lost = group(picture, "PSH, ACK · 5");
    assertThat(lost.items()).noneMatch(Item.Polygon.class::isInstance);
    assertThat(lost.items()).anyMatch(Item.Ellipse.class::isInstance);
    assertThat(strings(picture.drawing().items())).contains("retransmission");
  }

  @Test
  void eightLifelinesFitIntoALaptopsWidthAndScrollInLess() {
    Timeline timeline = Recordings.services().timeline();
    assertThat(timeline.lifelines()).hasSize(8);
    assertThat(ladder(timeline).contentWidth(1280)).isEqualTo(1280);
    assertThat(ladder(timeline).contentWidth(640)).isBetween(1200.0, 1280.0);
  }

  @Test
  void anEmptyRecordingSaysSo() {
    Timeline timeline = new Script().timeline();
    Picture picture = ladder(timeline).picture(new Viewport(640, 400), 0);
    assertThat(strings(picture.drawing().items())).singleElement().asString().contains("No conn");
  }

  @Property(tries = 60)
  void labelsNeverOverlapNorLeaveThePicture(
      @ForAll("recordings") Script script,
      @ForAll @IntRange(min = 480, max = 1920) int width,
      @ForAll @DoubleRange(min = 0, max = 1) double part,
      @ForAll @DoubleRange(min = 0.8, max = 2) double size) {
    Timeline timeline = script.timeline();
    LadderStyle style =
        new LadderStyle(Palette.DARK, size, new TimeScale.Logarithmic(20, 10_000), true);
    Ladder ladder = new Ladder(timeline, TYPE, style);
    double wide = ladder.contentWidth(width);
    Viewport view = new Viewport(wide, ladder.contentHeight(wide));
    Picture picture = ladder.picture(view, part * timeline.steps());
    LadderChecks.labelsAreApart(picture.drawing());
  }

  @Property(tries = 60)
  void cullingEqualsCropping(
      @ForAll("recordings") Script script,
      @ForAll @DoubleRange(min = 0, max = 1) double part,
      @ForAll @DoubleRange(min = 0, max = 1) double scroll) {
    Timeline timeline = script.timeline();
    Ladder ladder = ladder(timeline);
    double height = ladder.contentHeight(900);
    double offset = Math.floor(scroll * height);
    double position = part * timeline.steps();
    Picture all = ladder.picture(new Viewport(900, height), position);
    Picture some = ladder.picture(new Viewport(900, 300, 0, offset), position);
    LadderChecks.isCropOf(some.drawing(), all.drawing(), offset, 95, 300 - 30);
  }

  @Property(tries = 20)
  void theSameInputGivesTheSameDrawing(@ForAll("recordings") Script script) {
    Viewport view = new Viewport(900, 600, 3, 40);
    assertThat(ladder(script.timeline()).picture(view, 4.4))
        .isEqualTo(ladder(script.timeline()).picture(view, 4.4));
  }

  @Property(tries = 40)
  void positionsAndHeightsAreEachOthersInverse(
      @ForAll("recordings") Script script, @ForAll @DoubleRange(min = 0, max = 1) double part) {
    Timeline timeline = script.timeline();
    Ladder ladder = ladder(timeline);
    double y = ladder.y(900, part * timeline.steps());
    assertThat(ladder.y(900, ladder.position(900, y))).isCloseTo(y, within(1e-6));
  }

  @Provide
  Arbitrary<Script> recordings() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            Recordings.handshake(),
            Recordings.connecting(),
            Recordings.loss(),
            Recordings.datagrams(),
            Recordings.services(),
            Recordings.oneServer(),
            Recordings.self()),
        RandomScripts.any());
  }

  private static Ladder ladder(Timeline timeline) {
    return new Ladder(timeline, TYPE, new LadderStyle(Palette.LIGHT));
  }

  private static Picture whole(Ladder ladder, Timeline timeline, double width) {
    return ladder.picture(new Viewport(width, ladder.contentHeight(width)), timeline.steps());
  }

  private static Item.Group group(Picture picture, String described) {
    return picture.drawing().items().stream()
        .filter(Item.Group.class::isInstance)
        .map(Item.Group.class::cast)
        .filter(group -> group.description().contains(": " + described))
        .findFirst()
        .orElseThrow();
  }

  private static Item.Text texts(List<Item> items, String text) {
    return LadderChecks.texts(items).stream()
        .filter(item -> item.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> strings(List<Item> items) {
    List<String> strings = new ArrayList<>();
    LadderChecks.texts(items).forEach(text -> strings.add(text.text()));
    return strings;
  }
}
