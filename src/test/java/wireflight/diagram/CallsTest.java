package wireflight.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wireflight.connection.Analysis;
import wireflight.drawing.Fonts;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Typesetter;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;
import wireflight.timeline.TimelineBuilder;

class CallsTest {
  private static final Typesetter TYPE = new Typesetter(Fonts.bundled());
  private static final String C = "127.0.0.1:40312";
  private static final String S = "127.0.0.1:8080";

  @Test
  void noTwoLabelsMeetAtAnyMoment() {
    for (Script script :
        List.of(
            Recordings.handshake(),
            Recordings.connecting(),
            Recordings.services(),
            Recordings.oneServer(),
            Recordings.datagrams())) {
      Subject subject = subject(script);
      for (double step = 0; step <= subject.timeline().steps(); step++) {
        LadderChecks.labelsAreApart(picture(subject, step).drawing());
      }
    }
  }

  @Test
  void aCallThatIsStillToComeIsThereWithoutWhatItWillGive() {
    Subject subject = subject(Recordings.handshake());
    List<String> first = texts(picture(subject, 0));
    assertThat(first).contains("listen(5)", "connect(127.0.0.1:8080)", "accept()");
    assertThat(first).doesNotContain("→ peer", "SYN");
    assertThat(texts(picture(subject, subject.timeline().steps()))).contains("→ peer", "SYN");
  }

  @Test
  void aBoxGrowsWhileItsCallWaitsUntilItReturns() {
    Subject subject = subject(Recordings.handshake());
    int entered = step(subject, "connect");
    double last = 0;
    for (double step = entered; step <= entered + 3; step += 0.25) {
      double height = box(picture(subject, step), "connect").height();
      assertThat(height).isGreaterThanOrEqualTo(last);
      last = height;
    }
    assertThat(last).isGreaterThan(box(picture(subject, entered), "connect").height() + 60);
  }

  @Test
  void ofHundredsOfCallsThatWaitInOneLaneThoseAreDrawnThatCanBeSeen() {
    Subject subject = subject(Recordings.waiting(300));
    Calls calls =
        new Calls(
            subject, TYPE, new DiagramStyle(Palette.LIGHT, 1), new LadderStyle.Crowd(24, 900));
    Viewport view = new Viewport(900, 600, 0, calls.contentHeight(900) - 600);
    Picture picture = calls.picture(view, subject.timeline().steps());
    List<Item.Rectangle> boxes =
        picture.drawing().items().stream()
            .filter(item -> item instanceof Item.Group group && group.name().startsWith("call-"))
            .map(item -> (Item.Rectangle) ((Item.Group) item).items().getFirst())
            .toList();
    assertThat(boxes).hasSizeBetween(4, 12).doesNotHaveDuplicates();
    assertThat(boxes).allMatch(box -> box.height() < 800);
    assertThat(boxes.stream().filter(box -> box.y() < -50).map(Item.Rectangle::x))
        .hasSize(4)
        .doesNotHaveDuplicates();
    assertThat(texts(picture)).contains("waits …");
  }

  @Test
  void anErrorStandsInItsBoxByName() {
    Script script = new Script();
    script.call("client", "socket(AF_INET, SOCK_STREAM)", "client", "3");
    long connect = script.enter("client", "connect(127.0.0.1:8080)");
    script.tcp(C, S, "S", 1000, 0, "").tcp(S, C, "RA", 0, 1001, "");
    script.leave(connect, "client " + C, "connect(127.0.0.1:8080)", "ECONNREFUSED", "");
    Subject subject = subject(script);
    assertThat(texts(picture(subject, subject.timeline().steps()))).contains("✕ ECONNREFUSED");
  }

  @Test
  void manyPacketsOfOneCallAreToldTogetherAndCountUp() {
    Script script = new Script();
    script.call("client", "socket(AF_INET, SOCK_STREAM)", "client", "3");
    script.tcp(C, S, "S", 0, 0, "").tcp(S, C, "SA", 0, 1, "").tcp(C, S, "A", 1, 1, "");
    long send = script.enter("client " + C + " " + S, "send(20 bytes)");
    for (int i = 0; i < 10; i++) {
      script.tcp(C, S, "A", 1 + 2 * i, 1, "ab").tcp(S, C, "A", 1, 3 + 2 * i, "");
    }
    script.leave(send, "client " + C + " " + S, "send(20 bytes)", "20", "");
    Subject subject = subject(script);
    int steps = subject.timeline().steps();
    assertThat(texts(picture(subject, steps))).contains("10 packets, 20 bytes", "10 × ACK");
    assertThat(texts(picture(subject, steps - 11))).contains("5 packets, 10 bytes");
  }

  @Test
  void manySocketsShareColumnsInWhichEveryCallAndWhatItGaveHasABoxOfItsOwn() {
    Script script = new Script();
    long[] receiving = new long[30];
    for (int i = 0; i < 30; i++) {
      String client = "client-" + (i + 1) + " 127.0.0.1:" + (40000 + i) + " " + S;
      script.tcp("127.0.0.1:" + (40000 + i), S, "S", 0, 0, "");
      receiving[i] = script.enter(client, "recv()");
    }
    for (int i = 0; i < 30; i++) {
      String client = "client-" + (i + 1) + " 127.0.0.1:" + (40000 + i) + " " + S;
      script.leave(receiving[i], client, "recv()", "5", "hello");
    }
    Subject subject = subject(script);
    Calls calls =
        new Calls(subject, TYPE, new DiagramStyle(Palette.LIGHT), new LadderStyle.Crowd(24, 760));
    assertThat(calls.contentWidth(760)).isEqualTo(760);
    Viewport all = new Viewport(760, calls.contentHeight(760));
    Picture picture = calls.picture(all, subject.timeline().steps());
    assertThat(texts(picture))
        .contains("30 clients", ":40000 recv()", ":40029 recv()", "TCP 1  SYN")
        .anyMatch(text -> text.startsWith(":40000 recv → "))
        .anyMatch(text -> text.contains("sockets share columns"));
    List<Region> boxes =
        picture.regions().stream()
            .filter(it -> it.name().startsWith("call-") || it.name().startsWith("return-"))
            .toList();
    assertThat(boxes).hasSize(60);
    for (int i = 1; i < boxes.size(); i++) {
      for (Region other : boxes.subList(0, i)) {
        Region one = boxes.get(i);
        boolean above = one.y() + one.height() <= other.y() + 0.01;
        boolean below = other.y() + other.height() <= one.y() + 0.01;
        assertThat(above || below).isTrue();
      }
    }
  }

  @Test
  void whereTheNameOfASocketHasNoRoomOnlyTheCallStands() {
    assertThat(CallLabel.fit("client.py fd 67.close()", "", 7, String::length))
        .isEqualTo("close()");
    assertThat(CallLabel.fit("peer.send(5 bytes)", "", 7, String::length)).isEqualTo("send(…)");
  }

  @Test
  void whereTheCallHasNoRoomItsOptionStands() {
    String call = "setsockopt(TCP_NODELAY, 1)";
    assertThat(CallLabel.fit(call, "", 26, String::length)).isEqualTo(call);
    assertThat(CallLabel.fit(call, "", 25, String::length)).isEqualTo("TCP_NODELAY=1");
    assertThat(CallLabel.fit(call, "", 12, String::length)).isEqualTo("TCP_NODELAY");
    assertThat(CallLabel.fit("a." + call, " → EINVAL", 22, String::length))
        .isEqualTo("TCP_NODELAY=1 → EINVAL");
    assertThat(CallLabel.fit("setsockopt(IP_ADD_MEMBERSHIP, 239.1.2.3)", "", 14, String::length))
        .isEqualTo("setsockopt(…)");
  }

  @Test
  void aCaptureWithoutCallsSaysSo() {
    Subject subject = subject(Recordings.loss());
    assertThat(texts(picture(subject, 3)))
        .containsExactly("No socket call was recorded here: this capture has packets only.");
  }

  @Test
  void aScrolledPictureShowsThePlayheadsCall() {
    Subject subject = subject(Recordings.handshake());
    Calls calls = new Calls(subject, TYPE, new DiagramStyle(Palette.LIGHT), LadderStyle.Crowd.NONE);
    int step = step(subject, "connect") + 1;
    Attention there = calls.attention(700, step).orElseThrow();
    Viewport view = new Viewport(700, 300, 0, Math.max(0, there.y() - 150));
    Picture picture = calls.picture(view, step);
    assertThat(texts(picture)).contains("SYN").doesNotContain("listen(5)");
  }

  private static Subject subject(Script script) {
    Analysis analysis = script.analysis();
    return new Subject(analysis, TimelineBuilder.build(analysis), -1, -1);
  }

  private static Picture picture(Subject subject, double position) {
    Calls calls = new Calls(subject, TYPE, new DiagramStyle(Palette.LIGHT), LadderStyle.Crowd.NONE);
    double width = calls.contentWidth(760);
    return calls.picture(new Viewport(width, calls.contentHeight(width)), position);
  }

  /** The step with which a call begins. */
  private static int step(Subject subject, String call) {
    for (int step = 1; step <= subject.timeline().steps(); step++) {
      if (subject.timeline().sentence(step).contains("calls " + call)) {
        return step;
      }
    }
    throw new IllegalArgumentException("no step begins " + call);
  }

  private static Region box(Picture picture, String call) {
    Optional<Item.Group> group =
        picture.drawing().items().stream()
            .filter(Item.Group.class::isInstance)
            .map(Item.Group.class::cast)
            .filter(it -> it.name().startsWith("call-") && it.description().contains(call))
            .findFirst();
    return picture.regions().stream()
        .filter(region -> region.name().equals(group.orElseThrow().name()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(Picture picture) {
    return LadderChecks.texts(picture.drawing().items()).stream().map(Item.Text::text).toList();
  }
}
