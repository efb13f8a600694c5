package wireflight.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wireflight.drawing.Visible;

/** What is written for Mermaid, PlantUML and LaTeX, as these programs understand it. */
class SequenceLanguagesTest {
  private static final Story STORY = TextFormatsTest.hostileStory();

  /** Where npm has put mermaid and jsdom; .ci/run does that. */
  private static final Path MERMAID =
      Path.of(System.getenv().getOrDefault("WIREFLIGHT_MERMAID", "target/mermaid"));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path folder;

  private static List<String> texts() {
    return TextFormatsTest.hostile().stream().map(Visible::of).toList();
  }

  @Test
  void plantUmlShowsEveryTextAsItIs() throws Exception {
    String source = SequenceTexts.plantUml(STORY);
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    var described =
        new SourceStringReader(source).outputImage(svg, new FileFormatOption(FileFormat.SVG));
    assertThat(described.getDescription()).contains("2 participants");
    String shown = svg.toString(StandardCharsets.UTF_8);
    assertThat(shown).doesNotContain("Syntax Error");
    List<String> words = new ArrayList<>();
    var elements = SvgReader.root(svg.toByteArray()).getElementsByTagName("text");
    for (int at = 0; at < elements.getLength(); at++) {
      words.add(elements.item(at).getTextContent());
    }
    String all = String.join("", words).replaceAll("[\\s\\u00a0]+", "");
    for (String text : texts()) {
      assertThat(all).contains(text.replaceAll("\\s+", ""));
    }
  }

  @Test
  void mermaidParsesIntoTheSameMessages() throws Exception {
    assumeTrue(
        Files.isDirectory(MERMAID.resolve("node_modules/mermaid")), "mermaid is not installed");
    Path source = Files.writeString(folder.resolve("story.mmd"), SequenceTexts.mermaid(STORY));
    Path script =
        Files.writeString(
            MERMAID.resolve("messages.mjs"),
            """
            import { JSDOM } from 'jsdom';
            import fs from 'fs';
            const dom = new JSDOM('<body></body>');
            globalThis.window = dom.window;
            globalThis.document = dom.window.document;
            const mermaid = (await import('mermaid')).default;
            mermaid.initialize({ securityLevel: 'strict' });
            const text = fs.readFileSync(process.argv[2], 'utf8');
            await mermaid.parse(text);
            const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
            const plain = s => s.replace(/\\uFB02\\u00B0\\u00B0(\\d+)\\u00B6\\u00DF/g,
                (_, n) => String.fromCodePoint(Number(n)));
            for (const message of diagram.db.getMessages())
              if (typeof message.message === 'string')
                console.log(plain(message.message));
            """);
    assertThat(run("node", script.toAbsolutePath().toString(), source.toString()))
        .as(this::output)
        .isTrue();
    List<String> read = output().lines().map(line -> line.replaceAll("\\s+", " ")).toList();
    for (String text : texts()) {
      assertThat(read).contains(text.replaceAll("\\s+", " "));
    }
    assertThat(read).hasSize(STORY.events().size());
  }

  @Test
  void latexCompilesIt() throws Exception {
    assumeTrue(run("pdflatex", "--version"), "LaTeX is not installed");
    assumeTrue(run("kpsewhich", "tikz.sty"), "TikZ is not installed");
    Files.writeString(folder.resolve("story.tex"), SequenceTexts.tikz(STORY));
    assertThat(run("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "story.tex"))
        .as(this::output)
        .isTrue();
    try (PDDocument document = Loader.loadPDF(folder.resolve("story.pdf").toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      String shown = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
      assertThat(shown)
          .contains("%getenv(\"HOME\")%%comment!includex")
          .contains("\\input{/etc/passwd}", "41$x$#1{a}", "|a|b|", "=1+1")
          .contains("<U+4F60><U+597D>")
          .contains("FIN-WAIT-1");
    }
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("out.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private boolean run(String... command) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile()).redirectOutput(folder.resolve("out.txt").toFile());
    try {
      Process process = builder.start();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false; // not installed
    }
  }
}
