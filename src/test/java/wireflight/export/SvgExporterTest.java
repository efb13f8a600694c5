package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import wireflight.drawing.Color;
import wireflight.drawing.Drawing;
import wireflight.drawing.Face;
import wireflight.drawing.Item;
import wireflight.drawing.Palette;
import wireflight.drawing.Visible;
import wireflight.export.SvgExporter.TextMode;

class SvgExporterTest {
  private static final SvgExporter EXPORTER = new SvgExporter(Samples.FONTS);

  static byte[] svg(Drawing drawing, TextMode mode) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EXPORTER.export(drawing, mode, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(names = {"REFERRED", "EMBEDDED"})
  void everyItemCanBeReadBack(TextMode mode) throws Exception {
    Drawing drawing = Samples.ladder(Palette.LIGHT);
    List<Item> items = SvgReader.items(SvgReader.root(svg(drawing, mode)));
    assertThat(items.getFirst())
        .isEqualTo(new Item.Rectangle(0, 0, 640, 400, 0, drawing.background(), null));
    assertThat(items.subList(1, items.size()))
        .usingRecursiveComparison()
        .withComparatorForType(new DoubleComparator(0.0051), Double.class)
        .ignoringFieldsMatchingRegexes(".*\\.name|name")
        .isEqualTo(drawing.items());
  }

  /** Chromium resets at every text what the whole picture says of them. */
  @Test
  void aTextSaysItselfThatItsSpacesCount() throws Exception {
    List<Item> texts = new ArrayList<>();
    for (String text : List.of("Seq=0   Ack=1", " led", "SYN, ACK")) {
      texts.add(Samples.text(0, 20, text, Face.REGULAR, new Color(0xff000000), Item.Anchor.START));
    }
    Drawing drawing = new Drawing(200, 40, new Color(0), "", "", texts);
    List<String> said = new ArrayList<>();
    for (Element child : SvgReader.children(SvgReader.root(svg(drawing, TextMode.REFERRED)))) {
      if (child.getLocalName().equals("text")) {
        said.add(child.getAttribute("xml:space"));
      }
    }
    assertThat(said).containsExactly("preserve", "preserve", "");
  }

  @Test
  void theDrawingSaysWhatItIs() throws Exception {
    Element root = SvgReader.root(svg(Samples.ladder(Palette.LIGHT), TextMode.REFERRED));
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 640 400");
    assertThat(SvgReader.title(root)).isEqualTo("A handshake");
    assertThat(SvgReader.children(root).get(1).getTextContent())
        .isEqualTo("client connects\nto server");
  }

  @Test
  void idsAreTheNamesOfGroupsAndUnique() throws Exception {
    Element root = SvgReader.root(svg(Samples.ladder(Palette.LIGHT), TextMode.REFERRED));
    List<String> ids = new ArrayList<>();
    for (Element child : SvgReader.children(root)) {
      if (child.hasAttribute("id")) {
        ids.add(child.getAttribute("id"));
      }
    }
    assertThat(ids)
        .startsWith("socket-client", "socket-server", "frame-1")
        .containsSubsequence("state", "state-2", "state-3")
        .doesNotHaveDuplicates();
  }

  @Test
  void anyNameOfAGroupBecomesAnId() throws Exception {
    List<Item> groups = new ArrayList<>();
    for (String name : List.of("", "4", "a b", "a-b", "<é>", "x\0y")) {
      groups.add(new Item.Group(name, "", List.of()));
    }
    Drawing drawing = new Drawing(10, 10, Color.rgb(0), "", "", groups);
    Set<String> ids = new HashSet<>();
    for (Item item : SvgReader.items(SvgReader.root(svg(drawing, TextMode.REFERRED)))) {
      if (item instanceof Item.Group group) {
        assertThat(group.name()).matches("[A-Za-z_][A-Za-z0-9_.-]*");
        ids.add(group.name());
      }
    }
    assertThat(ids).hasSize(6);
  }

  @ParameterizedTest
  @EnumSource(names = {"REFERRED", "EMBEDDED"})
  void hostileTextComesThroughAsText(TextMode mode) throws Exception {
    Element root = SvgReader.root(svg(Samples.hostile(), mode));
    List<String> texts = new ArrayList<>();
    for (Item item : SvgReader.items(root)) {
      if (item instanceof Item.Text text && text.face() == Face.MONO) {
        texts.add(text.text());
      }
    }
    assertThat(texts).isEqualTo(Samples.HOSTILE.stream().map(Visible::of).toList());
    assertThat(root.getElementsByTagName("script").getLength()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"REFERRED", "EMBEDDED"})
  void hostileTextComesThroughAnAnimationAsText(TextMode mode) throws Exception {
    List<Item> groups = new ArrayList<>();
    Map<String, Double> appearances = new HashMap<>();
    for (String text : Samples.HOSTILE) {
      Item.Text told =
          Samples.text(10, 20, text, Face.MONO, Palette.LIGHT.text(), Item.Anchor.START);
      groups.add(new Item.Group(text, text, List.of(told)));
      appearances.put(text, 1.0);
    }
    Drawing drawing = new Drawing(720, 40, Palette.LIGHT.canvas(), "t", "d", groups);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SvgExporter(Samples.FONTS).export(drawing, mode, appearances, out);
    Element root = SvgReader.root(out.toByteArray());
    List<String> elements = new ArrayList<>();
    for (int at = 0; at < root.getElementsByTagName("*").getLength(); at++) {
      Element element = (Element) root.getElementsByTagName("*").item(at);
      elements.add(element.getTagName());
      for (int of = 0; of < element.getAttributes().getLength(); of++) {
        assertThat(element.getAttributes().item(of).getNodeName()).doesNotStartWith("on");
      }
    }
    assertThat(new HashSet<>(elements))
        .isSubsetOf("title", "desc", "style", "rect", "g", "set", "text");
    assertThat(elements.stream().filter("set"::equals)).hasSameSizeAs(Samples.HOSTILE);
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < root.getElementsByTagName("text").getLength(); at++) {
      texts.add(root.getElementsByTagName("text").item(at).getTextContent());
    }
    assertThat(texts).isEqualTo(Samples.HOSTILE.stream().map(Visible::of).toList());
  }

  @Test
  void outlinesNeedNoFontAndStillSayTheirText() throws Exception {
    Element root = SvgReader.root(svg(Samples.ladder(Palette.LIGHT), TextMode.OUTLINED));
    assertThat(root.getElementsByTagName("text").getLength()).isZero();
    var paths = root.getElementsByTagName("path");
    List<String> labels = new ArrayList<>();
    for (int at = 0; at < paths.getLength(); at++) {
      labels.add(((Element) paths.item(at)).getAttribute("aria-label"));
    }
    assertThat(labels).contains("client", "SYN Seq=0 Win=64240", "connect()");
  }

  @Test
  void theFileIsSmall() throws Exception {
    byte[] usual = svg(Samples.ladder(Palette.DARK), TextMode.REFERRED);
    assertThat(usual).hasSizeLessThan(6_000);
    assertThat(svg(Samples.ladder(Palette.DARK), TextMode.EMBEDDED)).hasSizeLessThan(40_000);
    assertThat(new String(usual, StandardCharsets.UTF_8)).doesNotContainPattern("\\.\\d{3}");
  }

  @Property(tries = 200)
  void anyDrawingBecomesWellFormedXml(@ForAll("drawings") Drawing drawing) throws Exception {
    for (TextMode mode : TextMode.values()) {
      Element root = SvgReader.root(svg(drawing, mode));
      assertThat(root.getLocalName()).isEqualTo("svg");
      if (mode != TextMode.OUTLINED) {
        assertThat(texts(SvgReader.items(root))).isEqualTo(texts(drawing.items()));
      }
    }
  }

  private static List<String> texts(List<Item> items) {
    List<String> texts = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Text text && !text.text().isEmpty()) {
        texts.add(text.text());
      } else if (item instanceof Item.Group group) {
        texts.addAll(texts(group.items()));
      }
    }
    return texts;
  }

  @Provide
  Arbitrary<Drawing> drawings() {
    return AnyDrawing.drawings();
  }
}
