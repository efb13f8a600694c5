package wireflight.export;

import java.io.IOException;

/** A picture has more pixels than programs open; its message says what to do instead. */
public final class PictureTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  PictureTooLargeException(String message) {
    super(message);
  }
}
