package wireflight.build;

import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The house format: google-java-format, run on the toolchain's JDK because Maven's own may be too
 * old to parse the sources.
 */
public final class Formatter {
  private static final com.google.googlejavaformat.java.Formatter FORMAT =
      new com.google.googlejavaformat.java.Formatter(JavaFormatterOptions.defaultOptions());

  private Formatter() {}

  /** Rewrites every Java file below the named folder that is not in the house format. */
  public static void main(String[] args) throws IOException, FormatterException {
    for (Path file : javaFiles(Path.of(args[0]))) {
      String source = Files.readString(file);
      String formatted = format(source);
      if (!formatted.equals(source)) {
        Files.writeString(file, formatted);
        System.out.println("formatted " + file);
      }
    }
  }

  static String format(String source) throws FormatterException {
    String tidy = RemoveUnusedImports.removeUnusedImports(source);
    return FORMAT.formatSource(
        ImportOrderer.reorderImports(tidy, JavaFormatterOptions.Style.GOOGLE));
  }

  static List<Path> javaFiles(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
