package wireflight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static wireflight.ui.WindowFixture.file;
import static wireflight.ui.WindowFixture.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import wireflight.connection.Analysis;
import wireflight.connection.Analyzer;
import wireflight.diagram.View;
import wireflight.drawing.Palette;
import wireflight.export.Format;
import wireflight.export.Layout;
import wireflight.timeline.Recordings;
import wireflight.timeline.TimelineBuilder;
import wireflight.trace.Recording;
import wireflight.trace.Trace;

/** What a person exports from the window, and how it is chosen. */
class ExportDialogTest {
  @TempDir Path folder;

  private WindowFixture fixture;
  private FxRobot robot;

  @BeforeEach
  void open() {
    fixture = new WindowFixture(1000, 780, true);
    robot = new FxRobot();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whatIsChosenIsExportedAndRememberedForTheNextTime() throws IOException {
    handshake();
    fixture.dialogs.folder = Optional.of(folder);
    fixture.dialogs.filled = form -> choose(form, "#export-format", Format.SVG);
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    String svg = Files.readString(folder.resolve("handshake.svg"));
    assertThat(svg).startsWith("<").contains("<svg").contains("SYN").contains("hello");
    List<Format> first = new ArrayList<>();
    fixture.dialogs.filled =
        form -> {
          first.add(form.choice().format());
          choose(form, "#export-format", Format.PPTX);
          choose(form, "#export-theme", Palette.DARK);
        };
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    assertThat(first).containsExactly(Format.SVG);
    byte[] deck = Files.readAllBytes(folder.resolve("handshake.pptx"));
    assertThat(new String(deck, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    assertThat(fixture.text("#message")).contains("handshake.pptx");
  }

  @Test
  void everyFormatIsPreviewedInTheExportForm() throws IOException {
    handshake();
    List<Format> shown = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    fixture.dialogs.filled =
        form -> {
          Canvas canvas = (Canvas) form.lookup("#export-preview");
          TextArea text = (TextArea) form.lookup("#export-sample");
          for (Format format : Format.values()) {
            choose(form, "#export-format", format);
            if (text.isVisible()) {
              texts.add(format + ": " + text.getText());
              continue;
            }
            int background = canvas.snapshot(null, null).getPixelReader().getArgb(1, 1);
            choose(form, "#export-theme", Palette.DARK);
            int dark = canvas.snapshot(null, null).getPixelReader().getArgb(1, 1);
            choose(form, "#export-theme", Palette.LIGHT);
            if (!form.impossible().get() && background != dark) {
              shown.add(format);
            }
          }
        };
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    assertThat(shown)
        .containsExactly(
            Format.SVG,
            Format.PNG,
            Format.PDF,
            Format.PPTX,
            Format.GIF,
            Format.PCAPNG,
            Format.PCAP);
    assertThat(texts)
        .hasSize(Format.values().length - 7)
        .allMatch(text -> text.contains("SYN") && text.contains("hello"))
        .anyMatch(text -> text.startsWith("MERMAID: ") && text.contains("sequenceDiagram"));
  }

  /** So that neither the preview nor the button is pushed out of the dialog. */
  @Test
  void theFormStaysAsWideAsItIsWhateverIsChosen() throws IOException {
    handshake();
    List<Double> widths = new ArrayList<>();
    fixture.dialogs.filled =
        form -> {
          new Scene(form);
          for (Format format : Format.values()) {
            choose(form, "#export-format", format);
            form.applyCss();
            widths.add(form.prefWidth(-1));
          }
        };
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    assertThat(widths).hasSameSizeAs(Format.values());
    assertThat(widths.stream().distinct()).hasSize(1);
  }

  @Test
  void aRangeOfOneConnectionIsSavedAsARecordingOfItsOwn() throws IOException {
    fixture.open(Path.of("assets/recordings/four-clients.pcapng").toAbsolutePath());
    fixture.dialogs.folder = Optional.of(folder);
    List<Integer> steps = new ArrayList<>();
    fixture.dialogs.filled =
        form -> {
          choose(form, "#export-format", Format.PCAPNG);
          choose(form, "#export-connection", 2);
          steps.add(form.choice().range().to());
        };
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    Analysis one = Analyzer.analyze(Recording.open(folder.resolve("four-clients.pcapng")));
    assertThat(one.connections()).hasSize(1);
    assertThat(one.connections().getFirst().client()).hasToString("127.0.0.1:48772");
    // The same steps once more.
    assertThat(TimelineBuilder.build(one, 0).steps()).isEqualTo(steps.getFirst());
    fixture.dialogs.filled =
        form -> {
          choose(form, "#export-format", Format.PCAP);
          spin(form, "#export-to", 30);
        };
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    Trace few = Recording.open(folder.resolve("four-clients.pcap"));
    assertThat(few.size()).isBetween(1, 29);
    assertThat(few.isFrame(0)).isTrue();
  }

  @SuppressWarnings("unchecked") // every spinner of the form counts steps
  private static void spin(ExportForm form, String spinner, int value) {
    ((Spinner<Integer>) form.lookup(spinner)).getValueFactory().setValue(value);
  }

  @Test
  void theExportFormOffersWhatConcernsTheFormatAndTurnsItsPages() throws IOException {
    handshake();
    List<String> offered = new ArrayList<>();
    List<String> pages = new ArrayList<>();
    fixture.dialogs.filled =
        form -> {
          choose(form, "#export-format", Format.PNG);
          offered.addAll(offered(form, "scale", "transparent", "text", "template", "ascii"));
          choose(form, "#export-format", Format.SVG);
          offered.addAll(offered(form, "scale", "transparent", "text", "template", "ascii"));
          choose(form, "#export-format", Format.PPTX);
          choose(form, "#export-layout", Layout.STEPS);
          Label page = (Label) form.lookup("#export-page");
          pages.add(page.getText());
          ((Button) form.lookup("#export-next")).fire();
          pages.add(page.getText());
          choose(form, "#export-format", Format.LADDER);
          offered.addAll(offered(form, "scale", "transparent", "text", "template", "ascii"));
        };
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    assertThat(offered).containsExactly("scale", "transparent", "text", "ascii");
    assertThat(pages.get(0)).startsWith("1 of ");
    assertThat(pages.get(1)).startsWith("2 of ");
  }

  @Test
  void nothingIsPreviewedBelowTheEdgeOfASlide() throws IOException {
    fixture.open(Path.of("assets/recordings/wire-sack.pcapng").toAbsolutePath());
    List<Integer> below = new ArrayList<>();
    List<Integer> within = new ArrayList<>();
    fixture.dialogs.filled =
        form -> {
          choose(form, "#export-format", Format.PPTX);
          var pixels =
              ((Canvas) form.lookup("#export-preview")).snapshot(null, null).getPixelReader();
          int edge = 560 * 9 / 16;
          for (int x = 0; x < 560; x++) {
            for (int y = 0; y < 420; y++) {
              (y < edge - 2 ? within : below).add(pixels.getArgb(x, y));
            }
          }
        };
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    assertThat(within.stream().distinct().count()).isGreaterThan(20);
    // The rest of the canvas, and the line that ends the slide.
    assertThat(below.stream().distinct().count()).isLessThan(6);
  }

  private static List<String> offered(ExportForm form, String... ids) {
    return Stream.of(ids).filter(id -> form.lookup("#export-" + id).isVisible()).toList();
  }

  @Test
  void slidesOfOneConnectionAreAddedToADeckOfThePersonsOwn() throws IOException {
    Path deck = folder.resolve("mine.pptx");
    try (XMLSlideShow slides = new XMLSlideShow();
        OutputStream out = Files.newOutputStream(deck)) {
      slides.createSlide().createTextBox().setText("What I say first");
      slides.write(out);
    }
    fixture.open(Path.of("assets/recordings/four-clients.pcapng").toAbsolutePath());
    fixture.dialogs.folder = Optional.of(folder);
    fixture.dialogs.deck = Optional.of(deck);
    fixture.dialogs.filled =
        form -> {
          choose(form, "#export-format", Format.PPTX);
          choose(form, "#export-connection", 2);
          ((Button) form.lookup("#export-deck")).fire();
        };
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    try (InputStream in = Files.newInputStream(folder.resolve("four-clients.pptx"));
        XMLSlideShow slides = new XMLSlideShow(in);
        SlideShowExtractor<XSLFShape, XSLFTextParagraph> all = new SlideShowExtractor<>(slides)) {
      assertThat(slides.getSlides().size()).isGreaterThan(1);
      assertThat(all.getText()).contains("What I say first", "desktop").doesNotContain("tablet");
    }
  }

  @SuppressWarnings("unchecked") // every box of the form holds what its name says
  private static <T> void choose(ExportForm form, String box, T value) {
    ((ComboBox<T>) form.lookup(box)).setValue(value);
  }

  @Test
  void theViewOnShowIsWhatIsExported() throws IOException {
    handshake();
    fixture.seek(12);
    fx(() -> fixture.window.session().onShow().view(View.SOCKETS));
    fixture.dialogs.folder = Optional.of(folder);
    fixture.dialogs.filled = form -> choose(form, "#export-format", Format.SVG);
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    assertThat(Files.readString(folder.resolve("handshake.svg"))).contains("LISTEN", "Recv-Q");
  }

  @Test
  void whatStandsBesideTheLadderIsExportedWithItUnlessAPersonLeavesItOut() throws IOException {
    handshake();
    fixture.dialogs.folder = Optional.of(folder);
    List<Boolean> offered = new ArrayList<>();
    robot.push(KeyCode.N);
    fixture.settle();
    fixture.dialogs.filled =
        form -> {
          offered.add(((CheckBox) form.lookup("#export-gauges")).isSelected());
          choose(form, "#export-format", Format.SVG);
        };
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    String with = Files.readString(folder.resolve("handshake.svg"));
    fixture.dialogs.filled = form -> ((CheckBox) form.lookup("#export-gauges")).setSelected(false);
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    String without = Files.readString(folder.resolve("handshake.svg"));
    fixture.dialogs.filled =
        form -> offered.add(((CheckBox) form.lookup("#export-gauges")).isSelected());
    robot.push(KeyCode.CONTROL, KeyCode.E);
    fixture.settle();
    assertThat(offered).containsExactly(true, false);
    assertThat(with).contains("Round trip");
    assertThat(without).doesNotContain("Round trip");
  }

  private Path handshake() throws IOException {
    Path file = file(folder, "handshake.pcapng", Recordings.handshake());
    fixture.open(file);
    return file;
  }
}
