package wireflight.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wireflight.language.Language;

/**
 * What the built-in lessons tell, in the reader's language.
 *
 * <p>A recording carries the words of the lesson that it was made by, in English. A built-in lesson
 * has a twin in each other language, with the same calls: there the words stand in the same places.
 * What no built-in lesson says stays as it was recorded. Immutable.
 */
final class LessonTexts {
  private static final String FOLDER = "/assets/lessons/";
  private static final String FENCE = "```";
  private static final Map<Language, LessonTexts> READ = new ConcurrentHashMap<>();

  private final Map<String, String> translations = new HashMap<>();

  private LessonTexts(Language language) {
    String there = FOLDER + language.code() + "/";
    for (String id : lines(FOLDER + "index.txt")) {
      List<String> recorded = passages(lines(FOLDER + id + ".md"));
      List<String> translated = passages(lines(there + id + ".md"));
      for (int i = 0; i < Math.min(recorded.size(), translated.size()); i++) {
        translations.put(key(recorded.get(i)), translated.get(i));
      }
    }
  }

  /** Reads the lessons when a language is first asked for; in English there is nothing to read. */
  static String in(Language language, String recorded) {
    return language == Language.ENGLISH || recorded.isEmpty()
        ? recorded
        : READ.computeIfAbsent(language, LessonTexts::new).translation(recorded);
  }

  private String translation(String recorded) {
    return translations.getOrDefault(key(recorded), recorded);
  }

  /** The title, and then what stands before, between and after the blocks of calls. */
  private static List<String> passages(List<String> lines) {
    List<String> passages = new ArrayList<>();
    StringBuilder passage = new StringBuilder();
    boolean calls = false;
    for (String line : lines) {
      if (line.startsWith(FENCE)) {
        calls = !calls;
        if (calls) {
          passages.add(passage.toString().strip());
          passage.setLength(0);
        }
      } else if (!calls && line.startsWith("# ") && passages.isEmpty()) {
        passages.add(line.substring(2).strip());
      } else if (!calls) {
        passage.append(line).append('\n');
      }
    }
    passages.add(passage.toString().strip());
    return passages;
  }

  /** The words alone: where lines are broken does not matter. */
  private static String key(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static List<String> lines(String resource) {
    try (@Nullable InputStream in = LessonTexts.class.getResourceAsStream(resource)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
