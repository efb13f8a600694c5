package wireflight.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import wireflight.language.Language;

class UnwrittenExceptionTest {
  private static UnwrittenException failure(String reason) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException(reason);
          }
        };
    return catchThrowableOfType(
        UnwrittenException.class,
        () -> UnwrittenException.telling(full).write(new byte[] {1, 2, 3}));
  }

  @Test
  void aFullDiskIsSaidInEveryLanguageWithWhatWouldHelp() {
    UnwrittenException full = failure("No space left on device");
    assertThat(UnwrittenException.advice(full))
        .isEqualTo(
            "No space left on device; free some space there or choose another place"
                + " (nothing was left behind)");
    assertThat(full.in(Language.ENGLISH)).contains("no space is left", "nothing was left behind");
    assertThat(full.in(Language.GERMAN)).contains("kein Platz mehr", "es blieb nichts zurück");
  }

  @Test
  void anotherReasonIsKept() {
    UnwrittenException other = failure("Disk quota exceeded");
    assertThat(other.in(Language.GERMAN)).startsWith("Disk quota exceeded; es blieb nichts");
  }
}
