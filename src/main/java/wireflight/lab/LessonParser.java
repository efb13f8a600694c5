package wireflight.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import wireflight.lab.Lesson.Line;
import wireflight.lab.Lesson.Step;
import wireflight.language.Saying;

/**
 * Reads a lesson: a Markdown file whose prose is the narration and whose fenced blocks marked
 * {@code sockets} are the calls, one a line.
 *
 * <p>The first heading is the title. Everything between two blocks of calls belongs to the block
 * that follows it. Immutable.
 */
public final class LessonParser {
  private static final int DEEPEST_NESTING = 50;
  private static final int LONGEST_SUMMARY = 160;

  private final Bounds bounds;
  private final Parser markdown =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(DEEPEST_NESTING)
          .build();

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** A parser that refuses what goes beyond the bounds. */
  public LessonParser(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Reads a lesson's file.
   *
   * @throws LessonError where it is no lesson
   */
  public Lesson parse(Path file) throws LessonError {
    String name = String.valueOf(file.getFileName());
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(bounds.fileBytes() + 1);
    } catch (AccessDeniedException e) {
      throw new LessonError(name, 0, 0, Saying.of(LessonParser.class, "denied"));
    } catch (IOException e) {
      throw new LessonError(
          file.toString(),
          0,
          0,
          Saying.of(LessonParser.class, "unreadable", String.valueOf(e.getMessage())));
    }
    return parse(name, file.toString(), bytes);
  }

  /**
   * Reads a lesson from its bytes.
   *
   * @param name its file's name
   * @param origin see {@link Lesson#origin()}
   * @throws LessonError where it is no lesson
   */
  public Lesson parse(String name, String origin, byte[] bytes) throws LessonError {
    if (bytes.length > bounds.fileBytes()) {
      throw new LessonError(
          name, 0, 0, Saying.of(LessonParser.class, "longFile", bounds.fileBytes()));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // Some editors of Windows begin each file with a byte order mark.
      String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      return new Reader(name, origin, plain).lesson();
    } catch (CharacterCodingException e) {
      throw new LessonError(name, 0, 0, Saying.of(LessonParser.class, "notText"));
    }
  }

  /** One reading of one file. */
  private final class Reader {
    private final String name;
    private final String origin;
    private final List<String> source;
    private final Node document;
    private final LineParser calls;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> narration = new ArrayList<>();
    private String title = "";
    private String summary = "";

    Reader(String name, String origin, String text) {
      this.name = name;
      this.origin = origin;
      // As CommonMark counts lines, so that its source spans fit.
      this.source = List.of(text.split("\r\n|\r|\n", -1));
      this.document = markdown.parse(text);
      this.calls = new LineParser(name, bounds);
    }

    Lesson lesson() throws LessonError {
      for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
        read(node);
      }
      if (!narration.isEmpty()) {
        endStep(List.of());
      }
      if (title.isEmpty()) {
        throw new LessonError(name, 1, 0, Saying.of(LessonParser.class, "noTitle"));
      }
      if (steps.stream().allMatch(step -> step.lines().isEmpty())) {
        throw new LessonError(name, 0, 0, Saying.of(LessonParser.class, "noCalls"));
      }
      String id = name.replaceFirst("\\.(?i:md|markdown)$", "");
      return new Lesson(id, origin, title, summary, List.copyOf(steps));
    }

    private void read(Node node) throws LessonError {
      if (node instanceof Heading heading && title.isEmpty() && steps.isEmpty()) {
        title = raw(heading).replaceFirst("^#+\\s*", "").replaceFirst("\\s+#*$", "");
        title = title.lines().findFirst().orElse("").strip();
      } else if (node instanceof FencedCodeBlock block && isCalls(block)) {
        endStep(lines(block));
      } else {
        refuseHidden(node);
        String text = raw(node);
        if (!text.isBlank()) {
          narration.add(text);
          summary = summary.isEmpty() ? firstSentence(text) : summary;
        }
      }
    }

    private void endStep(List<Line> lines) {
      steps.add(new Step(String.join("\n\n", narration), lines));
      narration.clear();
    }

    private List<Line> lines(FencedCodeBlock block) throws LessonError {
      List<Line> lines = new ArrayList<>();
      int number = lineOf(block);
      for (String text : block.getLiteral().lines().toList()) {
        number++;
        if (!LineParser.isBlank(text)) {
          lines.add(new Line(number, text.strip(), calls.parse(number, text)));
        }
      }
      return List.copyOf(lines);
    }

    // A block in a list or a quotation would be shown as calls by a viewer and yet not be run.
    private void refuseHidden(Node node) throws LessonError {
      if (node instanceof FencedCodeBlock block && isCalls(block)) {
        throw new LessonError(name, lineOf(block), 0, Saying.of(LessonParser.class, "nested"));
      }
      // Only blocks contain blocks, and those nest at most DEEPEST_NESTING deep.
      for (Node child = node.getFirstChild(); child instanceof Block; child = child.getNext()) {
        refuseHidden(child);
      }
    }

    private String raw(Node node) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (spans.isEmpty()) {
        return "";
      }
      List<String> lines =
          source.subList(spans.getFirst().getLineIndex(), spans.getLast().getLineIndex() + 1);
      return String.join("\n", lines).strip();
    }
  }

  private static boolean isCalls(FencedCodeBlock block) {
    String info = block.getInfo() == null ? "" : block.getInfo().strip();
    return info.split("\\s", 2)[0].toLowerCase(Locale.ROOT).equals("sockets");
  }

  private static int lineOf(Node node) {
    return node.getSourceSpans().isEmpty()
        ? 0
        : node.getSourceSpans().getFirst().getLineIndex() + 1;
  }

  private static String firstSentence(String text) {
    String line = text.replace('\n', ' ').replaceAll("[*_`]", "").strip();
    int end = line.indexOf(". ");
    String sentence = end < 0 ? line : line.substring(0, end + 1);
    return sentence.length() <= LONGEST_SUMMARY
        ? sentence
        : sentence.substring(0, LONGEST_SUMMARY - 1) + "…";
  }
}
