package wireflight.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import wireflight.lab.Lesson;
import wireflight.trace.Recording;

/**
 * Recordings of the built-in lessons that come with the program, made by the program itself: what
 * can be shown where a lesson cannot be run.
 */
final class ShippedRecordings {
  private ShippedRecordings() {}

  /** The recording of a lesson; empty for lessons that are not built in. */
  static Optional<Recording> of(Lesson lesson) {
    if (!lesson.origin().equals(lesson.id())) {
      return Optional.empty();
    }
    String place = "/assets/recordings/" + lesson.id() + ".pcapng";
    try (InputStream in = ShippedRecordings.class.getResourceAsStream(place)) {
      if (in == null) {
        return Optional.empty();
      }
      Recording recording = Recording.follow(lesson.id() + ".pcapng");
      recording.readFrom(in);
      return Optional.of(recording);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own " + place + " cannot be read", e);
    }
  }
}
