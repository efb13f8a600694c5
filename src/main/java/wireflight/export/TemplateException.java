package wireflight.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import wireflight.language.Language;
import wireflight.language.Saying;
import wireflight.language.Spoken;

/** A deck that slides are to be added to is none, or cannot be read. Its message is in English. */
public final class TemplateException extends IOException implements Spoken {
  private static final long serialVersionUID = 1;

  private final transient Saying saying;

  private TemplateException(String message, @Nullable Exception cause, String key, Object... at) {
    super(message, cause);
    saying = Saying.of(TemplateException.class, key, at);
  }

  /** Of a file of another kind. */
  static TemplateException noDeck(String file, @Nullable Exception cause) {
    return new TemplateException(
        file + " is not a PowerPoint presentation (.pptx)", cause, "template.noDeck", file);
  }

  /** Of a file that cannot be opened, or that lacks a part. */
  static TemplateException unreadable(String file, @Nullable Exception cause) {
    return new TemplateException(file + " cannot be read", cause, "template.unreadable", file);
  }

  /** Of a part that is no XML. */
  static TemplateException damaged(Exception cause) {
    return new TemplateException(
        "the presentation is damaged: " + cause.getMessage(), cause, "template.damaged");
  }

  /** Of a deck without any layout for new slides. */
  static TemplateException noLayout(String file) {
    return new TemplateException(
        "the presentation " + file + " has no slide layout", null, "template.noLayout", file);
  }

  /** Of a deck that does not say how large its slides are. */
  static TemplateException noSize(String file) {
    return new TemplateException(
        "the presentation " + file + " does not say its size", null, "template.noSize", file);
  }

  @Override
  public String in(Language language) {
    return saying.in(language);
  }
}
