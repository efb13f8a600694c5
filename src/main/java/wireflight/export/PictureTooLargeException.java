package wireflight.export;

import java.io.IOException;
import wireflight.language.Language;
import wireflight.language.Saying;
import wireflight.language.Spoken;
import wireflight.timeline.Words;

/**
 * A picture has more pixels than programs open. Its message says what to do instead on the command
 * line, in English.
 */
public final class PictureTooLargeException extends IOException implements Spoken {
  private static final long serialVersionUID = 1;

  private final transient Saying saying;

  PictureTooLargeException(String message, String key, Object... places) {
    super(message);
    Object[] written = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      written[i] = places[i] instanceof Number it ? Words.grouped(it.longValue()) : places[i];
    }
    saying = Saying.of(PictureTooLargeException.class, key, written);
  }

  /** Why, and what to do in the window. */
  @Override
  public String in(Language language) {
    return saying.in(language);
  }
}
