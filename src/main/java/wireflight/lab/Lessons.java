package wireflight.lab;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wireflight.language.Language;
import wireflight.language.Saying;

/**
 * The lessons there are: those built in, in teaching order, and those in a folder of the user's,
 * which is looked at anew each time. Any thread may ask.
 */
public final class Lessons {
  private static final String BUILT_IN = "/assets/lessons/";
  private static final int MOST_FILES = 1000;

  private final LessonParser parser;
  private final @Nullable Path folder;
  private final Language language;

  /** Empty until they are first asked for. */
  private List<Lesson> builtIn = List.of();

  /** The built-in lessons alone, in English. */
  public Lessons() {
    this(null);
  }

  /** The built-in lessons in English, and the Markdown files of a folder where one is given. */
  public Lessons(@Nullable Path folder) {
    this(folder, Language.ENGLISH);
  }

  /**
   * The built-in lessons in a language, and the Markdown files of a folder where one is given. A
   * built-in lesson makes the same calls in every language.
   */
  public Lessons(@Nullable Path folder, Language language) {
    this.parser = new LessonParser(Bounds.USUAL);
    this.folder = folder;
    this.language = language;
  }

  /** Where a person's own lessons are looked for, unless told otherwise. */
  public static Path usualFolder() {
    return Path.of(System.getProperty("user.home", ""), "wireflight-lessons");
  }

  /** Every lesson that can be chosen: those built in, then what {@link #ofFolder} finds. */
  public List<Found> all() {
    List<Found> all = new ArrayList<>();
    builtIn().forEach(lesson -> all.add(new Found(lesson, null)));
    all.addAll(ofFolder());
    return all;
  }

  /** The built-in lessons, in the order in which they are best taught. */
  public synchronized List<Lesson> builtIn() {
    if (builtIn.isEmpty()) {
      List<Lesson> lessons = new ArrayList<>();
      for (String id : index()) {
        builtIn(id).ifPresent(lessons::add);
      }
      builtIn = List.copyOf(lessons);
    }
    return builtIn;
  }

  /**
   * The lessons of the user's folder by file name, each read or with what is wrong with it; empty
   * where there is no such folder.
   */
  public List<Found> ofFolder() {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          // No pipe, on which reading would wait for whoever writes.
          .filter(file -> file.toString().endsWith(".md") && Files.isRegularFile(file))
          .sorted()
          .limit(MOST_FILES)
          .map(this::read)
          .toList();
    } catch (IOException e) {
      return List.of(
          new Found(
              null,
              new LessonError(folder.toString(), 0, 0, Saying.of(Lessons.class, "unlisted"))));
    }
  }

  /** A file of the user's folder: a lesson, or the reason why it is none. */
  public record Found(@Nullable Lesson lesson, @Nullable LessonError error) {}

  /**
   * Finds a lesson by a built-in one's id, else by the path of a file or its name in the user's
   * folder.
   *
   * @throws LessonError where there is none of that name, or it is no lesson
   */
  public Lesson find(String idOrPath) throws LessonError {
    Optional<Lesson> builtIn = builtIn(idOrPath);
    if (builtIn.isPresent()) {
      return builtIn.get();
    }
    // java.io.File, unlike Path, takes any text: what cannot be a path is no file.
    File direct = new File(idOrPath);
    if (direct.isFile()) {
      return parser.parse(direct.toPath());
    }
    if (folder != null) {
      File inFolder = new File(folder.toFile(), idOrPath + ".md");
      if (inFolder.isFile()) {
        return parser.parse(inFolder.toPath());
      }
    }
    throw new LessonError(
        idOrPath,
        0,
        0,
        Saying.of(
            Lessons.class,
            "listed",
            Nearest.hinted(Saying.of(Lessons.class, "noLesson"), idOrPath, index())));
  }

  private Found read(Path file) {
    try {
      return new Found(parser.parse(file), null);
    } catch (LessonError e) {
      return new Found(null, e);
    }
  }

  private Optional<Lesson> builtIn(String id) {
    if (!index().contains(id)) {
      return Optional.empty();
    }
    try {
      byte[] bytes =
          resource((language == Language.ENGLISH ? "" : language.code() + "/") + id + ".md");
      return Optional.of(parser.parse(id + ".md", id, bytes));
    } catch (LessonError e) {
      throw new IllegalStateException("a built-in lesson is broken: " + e.getMessage(), e);
    }
  }

  private static List<String> index() {
    String index = new String(resource("index.txt"), StandardCharsets.UTF_8);
    return index.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static byte[] resource(String name) {
    try (InputStream in = Lessons.class.getResourceAsStream(BUILT_IN + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file assets/lessons/" + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
