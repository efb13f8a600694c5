package wireflight.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import wireflight.drawing.Fonts;

/**
 * Drawings as slides of a PowerPoint presentation (ECMA-376): every item a native shape, every
 * group a group, what the speaker may say in the notes.
 *
 * <p>Slides are written as they come, so memory does not grow with their number. Safe for use by
 * one thread.
 */
public final class PptxExporter {
  private final SlideLetters letters;

  /** Lays text out as wide as in the given fonts. */
  public PptxExporter(Fonts fonts) {
    letters = new SlideLetters(fonts);
  }

  /** The shape of a deck's slides. */
  public static Aspect aspect(Path template) throws IOException {
    try (DeckParts parts = DeckParts.of(template)) {
      Element size = DeckXml.child(new Deck(parts).presentation(), "sldSz");
      try {
        double width = Double.parseDouble(size == null ? "" : size.getAttribute("cx"));
        double height = Double.parseDouble(size == null ? "" : size.getAttribute("cy"));
        if (width > 0 && height > 0) {
          return new Aspect(Aspect.HEIGHT * width / height, Aspect.HEIGHT);
        }
      } catch (NumberFormatException e) {
        throw TemplateException.noSize(template.toString());
      }
      throw TemplateException.noSize(template.toString());
    }
  }

  /**
   * Writes a deck of the slides and leaves the stream open.
   *
   * @param slides all of one size; asked for one after the other, and not kept
   * @param dark whether what people add themselves is light on dark
   */
  public void export(
      String title, Aspect aspect, boolean dark, Iterable<Slide> slides, OutputStream out)
      throws IOException {
    try (DeckParts parts = DeckParts.empty(aspect, dark)) {
      write(title, parts, slides, out);
    }
  }

  /**
   * Writes a copy of a deck with the slides after its own, and leaves the stream open.
   *
   * @throws IOException if the template is no presentation
   */
  public void addTo(Path template, Iterable<Slide> slides, OutputStream out) throws IOException {
    try (DeckParts parts = DeckParts.of(template)) {
      write(null, parts, slides, out);
    }
  }

  private void write(
      @Nullable String title, DeckParts parts, Iterable<Slide> slides, OutputStream out)
      throws IOException {
    Deck deck = new Deck(parts);
    try (DeckWriter writer = new DeckWriter(deck, letters, title == null, out)) {
      for (Slide slide : slides) {
        writer.add(slide);
      }
      writer.finish(title);
    }
  }
}
