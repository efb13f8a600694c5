package wireflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.timeline.Recordings;
import wireflight.timeline.Script;

class RenderCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  private final StringWriter complaints = new StringWriter();

  @BeforeEach
  void record() throws IOException {
    Recordings.handshake().writeTo(folder.resolve("h.pcapng"));
  }

  @Test
  void aNameThatEndsInSvgGivesSvg() throws IOException {
    assertThat(render("h.pcapng", "h.svg")).isZero();
    String svg = Files.readString(folder.resolve("h.svg"));
    assertThat(svg).startsWith("<?xml").contains(">SYN, ACK<", ">SYN-SENT<", ">bind(:8080)<");
  }

  @Test
  void aNameThatEndsInPngGivesPngOfTheSizeAskedFor() throws IOException {
    assertThat(render("h.pcapng", "h.PNG", "--width", "800", "--scale", "1.5")).isZero();
    var image = ImageIO.read(folder.resolve("h.PNG").toFile());
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isGreaterThan(1500);
  }

  /** Also where a heading or a legend would hide what is scrolled. */
  @Test
  void nothingIsBehindATransparentPicture() throws IOException {
    for (String view : List.of("ladder", "calls", "sockets", "map", "graphs")) {
      assertThat(render("h.pcapng", "t.png", "--view", view, "--scale", "1", "--transparent"))
          .isZero();
      var image = ImageIO.read(folder.resolve("t.png").toFile());
      for (int y = 0; y < image.getHeight(); y++) {
        assertThat(image.getRGB(1, y) >>> 24).as("%s, at %s", view, y).isZero();
      }
    }
  }

  @Test
  void aStepShowsTheMomentAfterIt() throws IOException {
    assertThat(render("h.pcapng", "s.svg", "--step", "8", "--height", "700")).isZero();
    String svg = Files.readString(folder.resolve("s.svg"));
    assertThat(svg).contains(">SYN<", ">SYN-RECEIVED<").doesNotContain(">SYN, ACK<");
    assertThat(svg).contains("height=\"700\"");
  }

  @Test
  void picturesHaveTheLettersOfSlidesUnlessThoseOfTheWindowAreWanted() throws IOException {
    assertThat(render("h.pcapng", "w.svg", "--text", "referred", "--font", "source")).isZero();
    assertThat(render("h.pcapng", "a.svg", "--text", "referred")).isZero();
    String window = Files.readString(folder.resolve("w.svg"));
    String slides = Files.readString(folder.resolve("a.svg"));
    assertThat(window).contains("'Source Sans 3'").doesNotContain("Arimo");
    assertThat(slides).contains("Arimo,Arial", "Cousine,'Courier New'", ">SYN, ACK<");
    assertThat(render("h.pcapng", "w.png", "--font", "source")).isZero();
    assertThat(render("h.pcapng", "a.png")).isZero();
    assertThat(Files.mismatch(folder.resolve("w.png"), folder.resolve("a.png"))).isNotNegative();
  }

  @Test
  void aRangeShowsItsStepsOnly() throws IOException {
    assertThat(render("h.pcapng", "r.svg", "--from", "8", "--to", "10")).isZero();
    String svg = Files.readString(folder.resolve("r.svg"));
    assertThat(svg).contains(">SYN<", ">SYN, ACK<").doesNotContain("bind(", "hello");
  }

  @Test
  void anyViewCanBeDrawnAtAnyStep() throws IOException {
    assertThat(render("h.pcapng", "t.svg", "--view", "sockets", "--step", "4")).isZero();
    assertThat(Files.readString(folder.resolve("t.svg"))).contains(">LISTEN<", ">Recv-Q<");
    assertThat(render("h.pcapng", "c.svg", "--view", "calls", "--step", "4")).isZero();
    assertThat(Files.readString(folder.resolve("c.svg"))).contains(">bind(:8080)<");
    assertThat(render("h.pcapng", "x.svg", "--view", "calls", "--step", "99")).isEqualTo(1);
  }

  @Test
  void otherEndingsAreRefusedWithThoseThatExist() {
    assertThat(render("h.pcapng", "h.bmp")).isEqualTo(1);
    assertThat(complaints.toString()).contains(".svg, .png, .pdf, .pptx");
    assertThat(folder.resolve("h.bmp")).doesNotExist();
  }

  @Test
  void aConnectionIsChosenByItsNumberOrByItsNameInTheWindow() throws IOException {
    Recordings.services().writeTo(folder.resolve("s.pcapng"));
    List<String> pictures = new ArrayList<>();
    for (String wanted : List.of("2", "TCP 3", "tcp3")) {
      assertThat(render("s.pcapng", "c.svg", "--connection", wanted)).isZero();
      pictures.add(Files.readString(folder.resolve("c.svg")));
    }
    assertThat(pictures.getFirst()).contains(":21").doesNotContain(":443");
    assertThat(pictures).containsOnly(pictures.getFirst());
    assertThat(complaints.toString()).isEmpty();
    assertThat(render("h.pcapng", "x.svg", "--connection", "1")).isZero();
    assertThat(complaints.toString()).contains("--connection 1 is taken for TCP 1");
  }

  @Test
  void whatIsOutOfRangeIsSaid() {
    assertThat(render("h.pcapng", "x.svg", "--connection", "7")).isEqualTo(1);
    assertThat(complaints.toString()).contains("go from 0 to 0");
    assertThat(render("h.pcapng", "x.svg", "--step", "99")).isEqualTo(1);
    assertThat(complaints.toString()).contains("steps go from 0 to 27");
    assertThat(render("h.pcapng", "x.svg", "--width", "5")).isEqualTo(1);
    assertThat(complaints.toString()).contains("--width must be from 240");
    assertThat(render("none.pcapng", "x.svg")).isEqualTo(1);
  }

  @Test
  void tooManyStepsForAPictureSuggestARange() throws IOException {
    Script script = new Script();
    for (int i = 0; i < 2001; i++) {
      script.udp("127.0.0.1:4000", "127.0.0.1:4001", "x");
    }
    script.writeTo(folder.resolve("long.pcapng"));
    assertThat(render("long.pcapng", "x.png")).isEqualTo(1);
    assertThat(complaints.toString()).contains("2001 steps").contains("--from and --to");
    assertThat(render("long.pcapng", "x.svg", "--from", "1990")).isZero();
  }

  private int render(String from, String to, String... options) {
    List<String> arguments = new ArrayList<>(List.of("render"));
    arguments.add(folder.resolve(from).toString());
    arguments.add("-o");
    arguments.add(folder.resolve(to).toString());
    arguments.addAll(List.of(options));
    return Main.run(arguments.toArray(String[]::new), new PrintWriter(complaints, true));
  }
}
