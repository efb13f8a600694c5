package wireflight.export;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of a presentation to add slides to (Open Packaging Conventions, ECMA-376 part 2): a
 * deck that a person has, or the program's own empty one.
 */
interface DeckParts extends Closeable {
  /** What it is called where it is told about. */
  String title();

  /** The names of all parts, as in {@code ppt/presentation.xml}. */
  Set<String> names();

  /** The bytes of a part, for the caller to close. */
  InputStream open(String name) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Opens a deck.
   *
   * @throws TemplateException if it is no such file
   */
  static DeckParts of(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw TemplateException.noDeck(file.toString(), e);
    } catch (FileSystemException e) {
      throw TemplateException.unreadable(file.toString(), e);
    }
    Set<String> names = new LinkedHashSet<>();
    zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).forEach(names::add);
    return new DeckParts() {
      @Override
      public String title() {
        return file.toString();
      }

      @Override
      public Set<String> names() {
        return names;
      }

      @Override
      public InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
          throw TemplateException.unreadable(file + ", " + name, null);
        }
        return zip.getInputStream(entry);
      }

      @Override
      public void close() throws IOException {
        zip.close();
      }
    };
  }

  /**
   * An empty deck.
   *
   * @param dark whether what people add to it themselves is light on dark
   */
  static DeckParts empty(Aspect aspect, boolean dark) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("[Content_Types].xml", "content-types.xml");
    files.put("_rels/.rels", "package.rels");
    files.put("ppt/presentation.xml", "presentation.xml");
    files.put("ppt/_rels/presentation.xml.rels", "presentation.rels");
    files.put("ppt/slideMasters/slideMaster1.xml", "slideMaster.xml");
    files.put("ppt/slideMasters/_rels/slideMaster1.xml.rels", "slideMaster.rels");
    files.put("ppt/slideLayouts/slideLayout1.xml", "slideLayout.xml");
    files.put("ppt/slideLayouts/_rels/slideLayout1.xml.rels", "slideLayout.rels");
    files.put("ppt/theme/theme1.xml", "theme.xml");
    return new DeckParts() {
      @Override
      public String title() {
        return "the empty deck";
      }

      @Override
      public Set<String> names() {
        return files.keySet();
      }

      @Override
      public InputStream open(String name) throws IOException {
        String file = files.get(name);
        if (file == null) {
          throw new FileNotFoundException("the empty deck has no part " + name);
        }
        String text = new String(resource(file), StandardCharsets.UTF_8);
        if (file.equals("presentation.xml")) {
          text = text.replace("cx=\"12192000\"", "cx=\"" + aspect.emuWidth() + "\"");
        } else if (file.equals("slideMaster.xml")) {
          text = text.replace("cx=\"11430000\"", "cx=\"" + (aspect.emuWidth() - 762_000) + "\"");
          text = dark ? text.replace("bg1=\"lt1\" tx1=\"dk1\"", "bg1=\"dk1\" tx1=\"lt1\"") : text;
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void close() {}
    };
  }

  /** A file of the program's own deck. */
  static byte[] resource(String file) throws IOException {
    try (InputStream in = DeckParts.class.getResourceAsStream("deck/" + file)) {
      if (in == null) {
        throw new FileNotFoundException(file + " is missing from the program");
      }
      return in.readAllBytes();
    }
  }
}
